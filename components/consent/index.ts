export type { ConsentPerson } from './answers.ts';
export type { HostConfirmation } from './confirm-view.ts';
export { ConsentCenter } from './consent-center.ts';
export { ConsentPrompt } from './consent-prompt.ts';
export type { Collector } from './draft-events.ts';
export { EmergencyAccessElement } from './emergency-access.ts';
