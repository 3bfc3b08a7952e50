import { defaultPurposes } from '../../src/consent/index.ts';
import type {
  ConsentSettings,
  Purpose,
  RequestDateOptions,
  RequestOutcome,
  RequestType,
} from '../../src/consent/index.ts';
import type { ConsentEvent, Decider, Organisation } from '../../src/schema/index.ts';
import { answerBlanks, answerOf } from './center-answers.ts';
import { datesOf, deedEvent, requestEvent } from './center-acts.ts';
import type { Occasion } from './center-acts.ts';
import { recipientsOf, requestPurposes } from './center-disclosures.ts';
import type { Center, Deed, Item } from './center-model.ts';
import { needsWords } from './center-requests.ts';

/** What is open and filled in on the screen. Nothing of it is recorded yet. */
export interface Filled {
  readonly panel: { readonly key: string; readonly deed: Deed } | undefined;
  readonly form: 'request' | 'disclosure' | 'answer' | undefined;
  /** Place in the list of speakers. */
  readonly speaker: number | 'other' | '';
  readonly otherName: string;
  readonly reason: string;
  readonly request: RequestType | '';
  readonly purpose: string;
  readonly recipient: string;
  readonly recipientName: string;
  readonly recipientCode: string;
  readonly days: number | '';
  /** Id of the request that is answered, how, and until when it is extended. */
  readonly about: string;
  readonly outcome: RequestOutcome | '';
  readonly extendedTo: string;
  readonly missing: ReadonlySet<string>;
}

export const nothingFilled: Filled = {
  panel: undefined,
  form: undefined,
  speaker: '',
  otherName: '',
  reason: '',
  request: '',
  purpose: '',
  recipient: '',
  recipientName: '',
  recipientCode: '',
  days: '',
  about: '',
  outcome: '',
  extendedTo: '',
  missing: new Set(),
};

/** What the prompt inside asks: once more about a purpose, or a new request for disclosure. */
export interface Asking {
  readonly purpose: Purpose;
  readonly recipient?: Organisation;
  readonly days?: number;
}

/** Blanks that are still empty. */
export function blanksOf(filled: Filled, isOwn: boolean): string[] {
  const { panel, form, speaker, otherName, request, reason, purpose, recipient, days } = filled;
  const { recipientName, recipientCode } = filled;
  const blanks: (readonly [string, boolean])[] = [];
  if (form === 'disclosure') {
    blanks.push(['purpose', !purpose], ['recipient', !recipient]);
    if (recipient === 'other')
      blanks.push(
        ['recipientName', !recipientName.trim()],
        ['recipientCode', !/^[\w.:-]{1,80}$/.test(recipientCode.trim())],
      );
    blanks.push(['days', !days]);
  }
  if (form === 'answer') blanks.push(...answerBlanks(filled));
  if (form === 'request') {
    blanks.push(['request', !request], ['reason', needsWords.includes(request) && !reason.trim()]);
  }
  if ((panel || form === 'request') && !isOwn)
    blanks.push(['speaker', speaker === ''], ['otherName', speaker === 'other' && !otherName.trim()]);
  return blanks.filter(([, isEmpty]) => isEmpty).map(([name]) => name);
}

/** Who says it, of those who are known to speak or by the name that was written. */
export function speakerOf({ speaker, otherName }: Filled, speakers: readonly Decider[]): Decider {
  const known = speaker === 'other' ? undefined : speakers[Number(speaker)];
  return known ?? { role: 'representative', name: otherName.normalize('NFC').replace(/\s+/g, ' ').trim() };
}

/** The request for disclosure that is filled in. */
export function askingOf(
  { purpose: code, recipient, recipientName, recipientCode, days }: Filled,
  settings: ConsentSettings,
): Asking | undefined {
  const purpose = requestPurposes({ settings }).find((one) => one.code === code);
  if (!purpose || !days) return undefined;
  const known = recipientsOf({ settings }, purpose).find(({ id }) => id === recipient);
  const named = known ?? {
    id: recipientCode.trim(),
    name: recipientName.normalize('NFC').trim(),
    ...(purpose.recipientKind && { type: purpose.recipientKind }),
  };
  return { purpose, recipient: named, days };
}

/** Only the one recipient is named, whatever others the facility knows. */
export const settingsFor = (settings: ConsentSettings, { recipient }: Asking): ConsentSettings =>
  recipient
    ? { ...settings, recipients: [recipient], purposes: settings.purposes ?? defaultPurposes }
    : settings;

/** The purpose or the disclosure that a panel is open for, and its place on the page. */
export function itemAt(center: Center, key: string | undefined): { item: Item | undefined; at: number } {
  const all = [...center.items, ...center.disclosures];
  const at = all.findIndex((item) => item.key === key);
  return { item: all[at], at };
}

/** Where the focus goes when what was open is closed. */
export function returnTo({ panel, form, about }: Filled, center: Center): string {
  if (form === 'answer') return `#answer-${about}`;
  if (form) return form === 'request' ? '#newRequest' : '#newDisclosure';
  const { at } = itemAt(center, panel?.key);
  return at < 0 ? '#title' : `#item-${at}`;
}

/** Fills in; where something else is opened or closed all that was filled in goes, and the focus is told. */
export function fillIn(
  before: Filled,
  patch: Partial<Filled>,
  center: Center,
  isOwn: boolean,
): { readonly filled: Filled; readonly focus: string } {
  if ('panel' in patch || 'form' in patch) {
    // One who is known to speak is as good as chosen; among several nobody is.
    const speaker = center.speakers.length === 1 ? 0 : '';
    const closed = !patch.panel && !patch.form;
    const filled = { ...nothingFilled, speaker, ...patch } as const;
    return { filled, focus: closed ? returnTo(before, center) : '#panel' };
  }
  const filled = { ...before, ...patch };
  const still = blanksOf(filled, isOwn);
  const missing = new Set([...before.missing].filter((name) => still.includes(name)));
  return { filled: { ...filled, missing }, focus: '' };
}

/** The event of what is filled in, and which words say that it is done. */
export function eventOf(
  filled: Filled,
  center: Center,
  occasion: Occasion,
  {
    decider,
    indication,
    holidays,
  }: {
    readonly decider: Decider | undefined;
    readonly indication: string;
    readonly holidays: RequestDateOptions['holidays'];
  },
): { readonly event: ConsentEvent; readonly done: `done_${Deed | 'request' | 'answer'}` } | undefined {
  const { panel, form, reason, request } = filled;
  if (form === 'answer') {
    const [event] = answerOf(occasion, center, filled, indication);
    return event && { event, done: 'done_answer' };
  }
  const said = { by: decider ?? speakerOf(filled, center.speakers), indication, reason };
  if (form === 'request' && request) {
    const event = requestEvent(occasion, request, said, datesOf(request, occasion.now, holidays));
    return { event, done: request === 'restrict' ? 'done_restrict' : 'done_request' };
  }
  const { item } = itemAt(center, panel?.key);
  if (!panel || !item) return undefined;
  return { event: deedEvent(occasion, panel.deed, item, said), done: `done_${panel.deed}` };
}
