/** A day of school health: where pupils go, how far they have got, and what was found as others want to see it. Pure. */
export { bookPath, placesOf, stations, stationsDone } from './stations.ts';
export type { Round, Station, StationCode } from './stations.ts';
