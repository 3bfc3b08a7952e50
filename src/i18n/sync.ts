/** Words about the store of the device and the queue: a door of their own, so that a form alone does not load them. */
export { viFailures } from './vi/failures.ts';
export { viSync } from './vi/sync.ts';
export type { SyncWords } from './vi/sync.ts';
