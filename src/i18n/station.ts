/** Words of the screens of a school-health station: a door of their own, so that a form without it does not load them. */
export { viStation } from './vi/station.ts';
export type { StationWords } from './vi/station.ts';

import { viStation } from './vi/station.ts';
import type { StationWords } from './vi/station.ts';

/** The words of a station in a language; Vietnamese is there at once, and where a language does not come with the package. */
export async function loadStationWords(locale: string): Promise<StationWords> {
  return locale === 'en' ? (await import('./en/station.ts')).enStation : viStation;
}
