/** Words about consent: a door of their own, so that a form alone does not load them. */
export { viCenter } from './vi/consent-center.ts';
export type { CenterWords } from './vi/consent-center.ts';
export { viPrompt } from './vi/consent-prompt.ts';
export type { PromptWords } from './vi/consent-prompt.ts';
export { viGate } from './vi/consent-gate.ts';
export type { GateWords } from './vi/consent-gate.ts';
