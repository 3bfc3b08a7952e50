/** One way to judge: `check(draft)` gives issues with stable codes. */
export { canSend, check, defaultProfile, issuesAt, screeningProfile } from './check.ts';
export type { CheckOptions, Profile } from './check.ts';
export { issueCodes } from './issue-codes.ts';
export type { IssueCode } from './issue-codes.ts';
export { checkShape } from './shape.ts';
