import type { ConsentEvent } from '../schema/index.ts';
import { dayOf } from './days.ts';
import { defaultNotices } from './data/notices.ts';
import { defaultPurposes } from './data/purposes.ts';
import { whoDecides } from './deciders.ts';
import type { DeciderAnswer } from './deciders.ts';
import { foldConsents } from './fold.ts';
import type { KnownPerson } from './fold.ts';
import type { ConsentSettings } from './notices.ts';
import type { Purpose } from './purposes.ts';
import type { AnyConsent } from './read.ts';
import type { Standing } from './standing.ts';
import { mayUse } from './use.ts';
import type { UseReason } from './use.ts';

/** What a form wants to know before it goes on. */
export interface MissingQuestion {
  readonly settings: ConsentSettings;
  readonly events: readonly AnyConsent[];
  readonly person: KnownPerson;
  /** The purposes that matter here; without them all of the settings. */
  readonly purposes?: readonly Purpose[] | undefined;
  readonly when: string;
}

/** A purpose that may not be used now, and why. */
export interface BlockedPurpose {
  readonly purpose: Purpose;
  readonly reason: UseReason;
  readonly standing?: Standing;
}

/** What a form has to do now. */
export interface Missing {
  /** Purposes to ask about. */
  readonly ask: readonly Purpose[];
  /** Purposes to tell of: a law is the basis, and the person was not told yet. */
  readonly tell: readonly Purpose[];
  readonly blocked: readonly BlockedPurpose[];
  /** Who decides about each purpose, by its code. */
  readonly deciders: Readonly<Record<string, DeciderAnswer>>;
}

// Who said no is not asked again by the form: the person may change it any time in the consent centre.
const asksAgain: readonly UseReason[] = [
  'notAsked',
  'proposed',
  'lapsed',
  'partiallyAssented',
  'expired',
  'invalidated',
];

/** What has to be asked and told at this moment. A request for disclosure is never asked for: the person makes it. */
export function whatIsMissing({ settings, events, person, when, ...question }: MissingQuestion): Missing {
  const all = settings.purposes ?? defaultPurposes;
  const purposes = question.purposes ?? all;
  const options = { person, policies: settings.policies };
  const standings = foldConsents(events, when, { ...options, purposes: all });
  const ask: Purpose[] = [];
  const tell: Purpose[] = [];
  const blocked: BlockedPurpose[] = [];
  const deciders: Record<string, DeciderAnswer> = {};
  for (const purpose of purposes) {
    const { may, reason, informed, event } = mayUse(events, purpose, {}, when, options);
    deciders[purpose.code] = whoDecides({
      ...person,
      act: purpose.act,
      at: when,
      policies: settings.policies,
    });
    if (purpose.mode === 'notice' && informed === false) tell.push(purpose);
    if (purpose.mode === 'request') continue;
    if (may) {
      if (purpose.mode === 'consent' && isOutdated(events, event, settings, when)) ask.push(purpose);
      continue;
    }
    const standing = standings.find((one) => one.purpose === purpose.code && one.recipient === undefined);
    // "Later" is left alone for the day it was said on.
    const isLater = reason === 'deferred' && standing !== undefined && dayOf(standing.since) < dayOf(when);
    if (asksAgain.includes(reason) || isLater) ask.push(purpose);
    blocked.push({ purpose, reason, ...(standing && { standing }) });
  }
  return { ask, tell, blocked, deciders };
}

// A later version of the text shown says of itself that something in it matters. The yes goes on until it is answered.
function isOutdated(
  events: readonly AnyConsent[],
  id: string | undefined,
  { notices = defaultNotices }: ConsentSettings,
  when: string,
): boolean {
  const shown = events
    .map((entry) => ('event' in entry ? (entry.event as ConsentEvent) : entry))
    .find((one) => one.id === id)?.notice;
  const known = notices.find((one) => one.id === shown?.id && one.version === shown.version);
  return (
    known !== undefined &&
    notices.some(
      (one) =>
        one.id === known.id && one.isMaterial === true && known.from < one.from && one.from <= dayOf(when),
    )
  );
}
