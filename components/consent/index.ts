export type { ConsentPerson } from './answers.ts';
export type { HostConfirmation } from './confirm-view.ts';
export { ConsentPrompt } from './consent-prompt.ts';
export type { Collector } from './draft-events.ts';
