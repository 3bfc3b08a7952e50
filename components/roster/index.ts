export { ClassConsents } from './class-consents.ts';
export { ListImport } from './list-import.ts';
export type { MemberStatus } from './status.ts';
export { Roster } from './roster.ts';
export { RosterLists } from './roster-lists.ts';
export { RosterRows } from './roster-rows.ts';
export { SelectMemberEvent } from './select-event.ts';
