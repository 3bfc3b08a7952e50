/** A pretend central record API for stories and tests, and made-up people. */
export { handlers } from './handlers.ts';
export type { HandlerOptions } from './handlers.ts';
export { samplePeople } from './samples.ts';
