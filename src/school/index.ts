/** A day of school health: where pupils go, how far they have got, and what was found as others want to see it. Pure. */
export { findings, nutritionOf } from './findings.ts';
export type { Finding, FindingCode, FindingOptions } from './findings.ts';
export { gradeOf } from './grade.ts';
export { jumpLimits, jumps } from './jumps.ts';
export type { GainLimit, Jump, JumpCode, JumpLimits, Measured } from './jumps.ts';
export { recordOf } from './list-record.ts';
export { listNumber, memberIds } from './members.ts';
export type { ListedPupil, PupilList } from './members.ts';
export { recalls } from './recalls.ts';
export type { Recall, RecallOptions, RecallReason } from './recalls.ts';
export { bookPath, placesOf, stations, stationsDone } from './stations.ts';
export type { Round, Station, StationCode } from './stations.ts';
export { statusOf } from './status.ts';
export type { DayRules, PupilState, PupilStatus } from './status.ts';
export { summarise } from './summary.ts';
export type { CountedPupil, Summary, SummaryCode, SummaryGroup, SummaryOptions, Tally } from './summary.ts';
export { toExamination, toPeriodicExamination } from './to-examination.ts';
export type { View } from './to-examination.ts';
