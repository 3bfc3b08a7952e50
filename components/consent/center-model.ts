import {
  agePolicies,
  defaultPurposes,
  foldConsents,
  foldRequests,
  mayUse,
  verifyEvents,
  whoDecides,
} from '../../src/consent/index.ts';
import type {
  AnyConsent,
  ConsentSettings,
  EvidenceFlaw,
  Purpose,
  RequestStanding,
  Standing,
  UseReason,
} from '../../src/consent/index.ts';
import type { ConsentEvent, Decider, Organisation, StoredConsent } from '../../src/schema/index.ts';
import type { ConsentPerson } from './answers.ts';

/** What somebody can do about a purpose. `ask`, `askFirst` and `tell` open the prompt; the others are recorded here. */
export type Act = 'withdraw' | 'restrict' | 'object' | 'lift' | 'takeBack' | 'ask' | 'askFirst' | 'tell';
export type Deed = Exclude<Act, 'ask' | 'askFirst' | 'tell'>;

/** What is shown of a purpose: `told` = a law is the basis, and nobody has told the person yet. */
export type ShownState = UseReason | 'informed' | 'told' | 'stopped';

/** One entry of the history: as it stands at the server, or sealed here and not with it. */
export interface Entry {
  readonly event: ConsentEvent;
  readonly stored: StoredConsent | undefined;
}

/** One purpose, or one request for disclosure, as it stands now. */
export interface Item {
  readonly key: string;
  readonly purpose: Purpose;
  readonly recipient?: Organisation;
  readonly state: ShownState;
  /** Events that make it so; empty where nothing was ever said. */
  readonly entries: readonly Entry[];
  readonly standing: Standing | undefined;
  /** It is so because of what was said about all purposes. */
  readonly isByAll: boolean;
  readonly acts: readonly Act[];
}

/** Everything that the centre shows of a person, worked out by the room. */
export interface Center {
  readonly items: readonly Item[];
  readonly disclosures: readonly Item[];
  readonly requests: readonly Entry[];
  /** Where each request stands, by the id of the event that asked. */
  readonly asked: ReadonlyMap<string, RequestStanding>;
  /** Newest first. */
  readonly history: readonly Entry[];
  readonly flaws: readonly EvidenceFlaw[];
  readonly unsent: number;
  readonly signed: number;
  /** Who is known to speak for the person. */
  readonly speakers: readonly Decider[];
}

export interface CenterQuestion {
  readonly settings: ConsentSettings;
  readonly person: ConsentPerson;
  readonly events: readonly AnyConsent[];
  readonly when: string;
  /** Public keys of the server; without them its signatures are not checked. */
  readonly keys: Readonly<Record<string, string>> | undefined;
  /** Whether staff acts, who may end a hold on the word of the person. */
  readonly isStaff: boolean;
}

export const isStored = (entry: AnyConsent): entry is StoredConsent => 'event' in entry;

const deciding: readonly string[] = ['self', 'representative', 'child'];

/** Works out what holds and what can be done about it. */
export function centerOf(question: CenterQuestion): Center {
  const { settings, events, keys } = question;
  const purposes = settings.purposes ?? defaultPurposes;
  const flaws = verifyEvents(events, keys ? { keys } : {});
  const entries = entriesOf(events);
  const standings = standingsOf(question);
  const ofMode = (isRequest: boolean): Purpose[] =>
    purposes.filter(({ mode }) => (mode === 'request') === isRequest);
  const disclosures = ofMode(true).flatMap((purpose) =>
    standings
      .filter((standing) => standing.purpose === purpose.code && standing.recipient !== undefined)
      .map((standing) => disclosureOf(question, entries, purpose, standing)),
  );
  return {
    items: ofMode(false).map((purpose) => itemOf(question, entries, purpose, standings, flaws.length > 0)),
    disclosures,
    requests: entries.filter(({ event }) => isRequest(event)).reverse(),
    asked: new Map(foldRequests(events, question.when).map((standing) => [standing.id, standing])),
    history: [...entries].reverse(),
    flaws,
    unsent: entries.filter(({ stored }) => !stored).length,
    signed: keys ? entries.filter(({ stored }) => stored?.countersignature).length : 0,
    speakers: speakersOf(question, entries),
  };
}

/** A hold on everything is asked for among the requests. */
const isRequest = ({ kind, purpose }: ConsentEvent): boolean =>
  kind === 'request' || (kind === 'restriction' && purpose === '*');

// A list from outside may hold what is no event: the check of the evidence tells of it.
function entriesOf(events: readonly AnyConsent[]): Entry[] {
  const stored = events.filter(isStored).filter(({ event }) => isEvent(event));
  const known = new Set(stored.map(({ event }) => event.id));
  return [
    ...stored.map((one) => ({ event: one.event as ConsentEvent, stored: one })),
    ...events
      .filter((one): one is ConsentEvent => !isStored(one) && isEvent(one) && !known.has(one.id))
      .map((event) => ({ event, stored: undefined })),
  ];
}

const isEvent = (event: Partial<ConsentEvent> | undefined): boolean =>
  typeof event?.id === 'string' && typeof event.decidedAt === 'string' && Array.isArray(event.decidedBy);

function standingsOf({ settings, person, events, when }: CenterQuestion): Standing[] {
  const { purposes, policies } = settings;
  return foldConsents(events, when, { person, policies, purposes });
}

function itemOf(
  { settings, person, events, when, isStaff }: CenterQuestion,
  entries: readonly Entry[],
  purpose: Purpose,
  standings: readonly Standing[],
  isBroken: boolean,
): Item {
  const use = mayUse(events, purpose, {}, when, { person, policies: settings.policies });
  const standing = standings.find(({ purpose: code, recipient }) => code === purpose.code && !recipient);
  const isLaw = use.reason === 'law';
  const ids = isLaw || !standing ? [use.event] : standing.events;
  const own = entries.filter(({ event }) => ids.includes(event.id));
  const isByAll = own.length > 0 && own.every(({ event }) => event.purpose === '*');
  const state = isLaw ? (use.informed ? 'informed' : 'told') : use.reason;
  const base = { key: purpose.code, purpose, state, standing, entries: own, isByAll } as const;
  return { ...base, acts: isBroken ? [] : actsOf(base, isStaff) };
}

function actsOf({ purpose, state, isByAll }: Omit<Item, 'acts'>, isStaff: boolean): Act[] {
  if (state === 'broken' || state === 'unsoundPurpose') return [];
  const lift: Act[] = isStopped(state) && isStaff ? ['lift'] : [];
  if (purpose.mode === 'notice') {
    if (isStopped(state)) return lift;
    return [
      ...(state === 'told' ? (['tell'] as const) : []),
      ...(purpose.mayObject ? (['object', 'restrict'] as const) : []),
    ];
  }
  if (state === 'granted') return ['withdraw', 'restrict'];
  if (state === 'restricted') return isByAll ? lift : ['withdraw', 'ask'];
  if (state === 'partiallyAssented') return ['withdraw', 'ask'];
  return state === 'notAsked' ? ['askFirst'] : ['ask'];
}

const isStopped = (state: ShownState): boolean => state === 'restricted' || state === 'objected';

function disclosureOf(
  { settings, person, events, when }: CenterQuestion,
  entries: readonly Entry[],
  purpose: Purpose,
  standing: Standing,
): Item {
  const code = standing.recipient!;
  const options = { person, policies: settings.policies };
  const { reason } = mayUse(events, purpose, { facility: code }, when, options);
  const own = entries.filter(({ event }) => standing.events.includes(event.id));
  const named = entries
    .flatMap(({ event }) => event.recipients ?? [])
    .concat(settings.recipients)
    .find(({ id }) => id === code);
  const isOpen = reason === 'requested';
  return {
    key: `${purpose.code} ${code}`,
    purpose,
    recipient: named ?? { id: code, name: code },
    state: reason === 'withdrawn' ? 'stopped' : reason,
    standing,
    entries: own,
    isByAll: false,
    acts: isOpen || reason === 'partiallyAssented' ? ['takeBack'] : [],
  };
}

// Everybody who decided before, and the person where the age lets the person decide.
function speakersOf({ settings, person, when }: CenterQuestion, entries: readonly Entry[]): Decider[] {
  const found = new Map<string, Decider>();
  const name = person.name?.trim();
  const { deciders } = whoDecides({
    ...person,
    act: 'process',
    at: when,
    policies: settings.policies ?? agePolicies,
  });
  const add = (decider: Decider): void => {
    const key = `${decider.role} ${decider.name.normalize('NFC').toLowerCase().trim()}`;
    if (!found.has(key)) found.set(key, decider);
  };
  const own = deciders.find((role) => role === 'self' || role === 'child');
  if (name && own) add({ role: own, name });
  for (const { event } of [...entries].reverse()) {
    for (const decider of event.decidedBy) {
      // Who was a child then, or was represented then, may decide alone now.
      if (deciding.includes(decider.role) && deciders.some((role) => role === decider.role)) add(decider);
    }
  }
  return [...found.values()];
}

/** Judges once for the same events within the same minute: signatures take long on a small phone. */
export class Judge {
  #last: { readonly of: string; readonly events: readonly AnyConsent[]; readonly center: Center } | undefined;

  center(question: CenterQuestion): Center {
    const { events, when, ...rest } = question;
    const of = JSON.stringify([when.slice(0, 16), rest]);
    const last = this.#last;
    const isSame = last?.of === of && last.events.length === events.length;
    if (isSame && events.every((event, at) => event === last.events[at])) return last.center;
    const center = centerOf(question);
    this.#last = { of, events, center };
    return center;
  }
}
