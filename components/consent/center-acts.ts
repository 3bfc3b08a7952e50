import { chainTip, requestDates, sealEvent } from '../../src/consent/index.ts';
import type {
  AnyConsent,
  ConsentSettings,
  RequestDateOptions,
  RequestDates,
  RequestOutcome,
  RequestStanding,
  RequestType,
} from '../../src/consent/index.ts';
import type { ConsentEvent, Decider } from '../../src/schema/index.ts';
import type { ConsentPerson } from './answers.ts';
import type { Deed, Item } from './center-model.ts';
import type { Collector } from './draft-events.ts';

/** What everything recorded at one moment has in common. */
export interface Occasion {
  readonly settings: ConsentSettings;
  readonly person: ConsentPerson;
  readonly events: readonly AnyConsent[];
  readonly collector: Collector | undefined;
  readonly method: ConsentEvent['method'];
  readonly now: string;
  readonly newId: () => string;
}

/** What is recorded: by whom, in which words of the button, about what. */
export interface Said {
  readonly by: Decider;
  readonly indication: string;
  readonly reason: string;
}

const kinds = {
  withdraw: 'withdrawal',
  takeBack: 'withdrawal',
  restrict: 'restriction',
  object: 'objection',
  lift: 'invalidation',
} as const satisfies Record<Deed, ConsentEvent['kind']>;

/** Which terms of the law a deed sets running; ending a hold sets none. */
export const termOf: { readonly [deed in Deed]: RequestType | undefined } = {
  withdraw: 'withdraw',
  takeBack: 'withdraw',
  restrict: 'restrict',
  object: 'object',
  lift: undefined,
};

/** The event of a deed about one purpose, or about one recipient of it. */
export function deedEvent(occasion: Occasion, deed: Deed, item: Item, said: Said): ConsentEvent {
  const { purpose, recipient, entries } = item;
  const about = entries.map(({ event }) => event.id);
  // Ending a hold names just the events that hold it: a yes that stood before them counts again.
  const isAboutAll = deed === 'lift' && item.isByAll;
  return sealed(occasion, said, {
    kind: kinds[deed],
    purpose: isAboutAll ? '*' : purpose.code,
    ...(recipient?.id && { recipient: recipient.id, recipients: [recipient] }),
    ...(about.length > 0 && { supersedes: about }),
  });
}

/** A request about the data; to restrict is a restriction of everything, which holds at once. */
export function requestEvent(
  occasion: Occasion,
  type: RequestType,
  said: Said,
  dates: RequestDates,
): ConsentEvent {
  if (type === 'restrict') return sealed(occasion, said, { kind: 'restriction', purpose: '*' });
  const { reason: words, ...by } = said;
  const { answerBy, doneBy } = dates;
  return sealed(
    occasion,
    { ...by, reason: '' },
    {
      kind: 'request',
      purpose: '*',
      request: {
        type,
        receivedAt: occasion.now,
        answerBy,
        doneBy,
        ...(words.trim() && { words: words.trim() }),
      },
    },
  );
}

/** What the keeper of the data says to a request; nobody decides with it, and who took it down stands in it. */
export function answerEvent(
  occasion: Occasion,
  asked: RequestStanding,
  { indication, reason }: Omit<Said, 'by'>,
  { outcome, extendedTo }: { readonly outcome: RequestOutcome; readonly extendedTo: string },
): ConsentEvent {
  const { id, type, receivedAt, answerBy, doneBy } = asked;
  const days = { type, receivedAt, answerBy, doneBy };
  return sealed(
    occasion,
    { by: undefined, indication, reason },
    {
      kind: 'requestAnswer',
      purpose: '*',
      supersedes: [id],
      request: { ...days, outcome, ...(outcome === 'extended' && { extendedTo }) },
    },
  );
}

type Own = Pick<ConsentEvent, 'kind' | 'purpose' | 'recipient' | 'recipients' | 'supersedes' | 'request'>;

function sealed(
  occasion: Occasion,
  { by, indication, reason }: Omit<Said, 'by'> & { readonly by: Decider | undefined },
  own: Own,
): ConsentEvent {
  const { settings, person, events, collector, method, now, newId } = occasion;
  const { birthDate, birthDateFrom = birthDate ? 'record' : 'unknown', capacity } = person;
  return sealEvent(
    {
      schemaVersion: 1,
      id: newId(),
      ...own,
      decidedAt: now,
      subject: {
        ...(birthDate && { birthDate }),
        birthDateFrom,
        ...(capacity && capacity !== 'full' && { capacity }),
      },
      decidedBy: by ? [by] : [],
      controller: settings.controller,
      method,
      indication,
      ...(reason.trim() && { reason: reason.trim().normalize('NFC') }),
      ...(collector && { collector }),
    },
    chainTip(events),
  );
}

/** The dates by law for a request made now. */
export const datesOf = (
  type: RequestType,
  now: string,
  holidays: RequestDateOptions['holidays'] = [],
): RequestDates => requestDates(type, now, { holidays });
