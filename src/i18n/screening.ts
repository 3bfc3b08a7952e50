/** Words about growth and advice: a door of their own, so that a form alone does not load them. */
export { viGrowth } from './vi/growth.ts';
export type { GrowthWords } from './vi/growth.ts';
