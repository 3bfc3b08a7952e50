/** Words about consent: a door of their own, so that a form alone does not load them. */
export { viPrompt } from './vi/consent-prompt.ts';
export type { PromptWords } from './vi/consent-prompt.ts';
