/** Words of lists of people: a door of their own, so that a form alone does not load them. */
export { viRoster } from './vi/roster.ts';
export type { RosterConsentWords } from './vi/roster-consents.ts';
export type { RosterWords } from './vi/roster.ts';
