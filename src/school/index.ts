/** A day of school health: where pupils go, how far they have got, and what was found as others want to see it. Pure. */
export { recordOf } from './list-record.ts';
export { listNumber, memberIds } from './members.ts';
export type { ListedPupil, PupilList } from './members.ts';
export { bookPath, placesOf, stations, stationsDone } from './stations.ts';
export type { Round, Station, StationCode } from './stations.ts';
export { statusOf } from './status.ts';
export type { DayRules, PupilState, PupilStatus } from './status.ts';
