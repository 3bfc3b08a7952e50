/** How far somebody on a list has got, as it is shown. */
export type PupilStatus = 'todo' | 'begun' | 'done' | 'absent' | 'refused' | 'recheck';

/** What is known of it on this device (a `MemberState` of the room `client` is one). Times in milliseconds since 1970. */
export interface PupilState {
  readonly stations: { readonly [station: string]: 'some' | 'all' };
  readonly mark?: { readonly kind: 'absent' | 'recheck'; readonly at: number } | undefined;
  readonly consent?: 'agreed' | 'refused' | 'unanswered' | undefined;
  /** When something was last written of the pupil. */
  readonly at?: number | undefined;
  /** Stations at which something was typed and not saved. */
  readonly unsaved?: readonly string[] | undefined;
}

/** What the day asks for: the stations that are open, and whether the examination needs the parents' consent. */
export interface DayRules {
  readonly stations: readonly string[];
  readonly needsConsent: boolean;
}

/**
 * The one status of a pupil. `refused` = the parents said no where they are asked (no answer yet is no refusal), whatever
 * stands already; `recheck` until somebody takes the mark away; `done` = nothing is missing at the stations of the day;
 * `absent` unless something was written after the mark: who came late was there. What is typed at one of the stations and not
 * saved is `begun`: it counts for nothing, and somebody has to come back to it.
 */
export function statusOf(state: PupilState, { stations, needsConsent }: DayRules): PupilStatus {
  const { mark, consent, at = 0, unsaved = [] } = state;
  if (needsConsent && consent === 'refused') return 'refused';
  if (mark?.kind === 'recheck') return 'recheck';
  const found = stations.map((station) => state.stations[station]);
  if (found.length && found.every((stands) => stands === 'all')) return 'done';
  const isBegun = found.some((stands) => stands !== undefined);
  if (mark && !(isBegun && at > mark.at)) return 'absent';
  return isBegun || stations.some((station) => unsaved.includes(station)) ? 'begun' : 'todo';
}
