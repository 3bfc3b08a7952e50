import { defaultPurposes, outcomeOf } from '../../src/consent/index.ts';
import type { ConsentSettings, RequestDates } from '../../src/consent/index.ts';
import { viCenter } from '../../src/i18n/consent.ts';
import type { CenterWords, PromptWords } from '../../src/i18n/consent.ts';
import { fill, formatDate } from '../../src/i18n/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import type { Entry } from './center-model.ts';
import { receiptOf, timeWords } from './receipt.ts';
import type { Receipt } from './receipt.ts';
import { loadPromptWords } from './words.ts';

/** All words of a centre: its own, and those it shares with the prompt. */
export interface AllWords {
  readonly own: CenterWords;
  readonly shared: PromptWords;
}

/** The words of a language; Vietnamese where a language does not come with the package. */
export async function loadCenterWords(locale: string): Promise<CenterWords> {
  return locale === 'en' ? (await import('../../src/i18n/en/consent-center.ts')).enCenter : viCenter;
}

export async function loadAllWords(locale: string): Promise<AllWords> {
  const [own, shared] = await Promise.all([loadCenterWords(locale), loadPromptWords(locale)]);
  return { own, shared };
}

/** Words with their values. */
export const tell = (
  { ui }: CenterWords,
  key: keyof CenterWords['ui'],
  values: { readonly [name: string]: string | number } = {},
): string => fill(ui[key], values);

const failures: readonly (readonly [RegExp, keyof CenterWords['ui']])[] = [
  [/^network\./, 'fail_network'],
  [/^copy\./, 'fail_copy'],
  [/^(access\.|http\.403)/, 'fail_access'],
  [/^record\.notFound|^http\.404/, 'fail_notFound'],
  [/^token\.|^http\.401/, 'fail_token'],
  [/^consent\.|^body\.|^http\.4/, 'fail_refused'],
];

/** What went wrong, by code; the code itself for whoever is rung up. */
export function failureText(words: CenterWords, code: string): string {
  const key = failures.find(([pattern]) => pattern.test(code))?.[1] ?? 'fail_unknown';
  return /^network\./.test(code) ? words.ui[key] : `${words.ui[key]} ${tell(words, 'code', { code })}`;
}

/** What an event is about, in words. */
export function titleOf({ own }: AllWords, settings: ConsentSettings, event: ConsentEvent): string {
  const { purpose, request } = event;
  if (request) return own.ui[`request_${request.type}`];
  if (purpose === '*') return own.ui.allPurposes;
  const known = (settings.purposes ?? defaultPurposes).find(({ code }) => code === purpose);
  return known?.words[own.locale === 'en' ? 'en' : 'vi'].title ?? purpose;
}

/** What an event says, in words. */
export function decisionOf({ own, shared }: AllWords, event: ConsentEvent): string {
  const { kind, decision, override, supersedes } = event;
  switch (kind) {
    case 'consent':
      return decision ? shared.ui[`decided_${decision}`] : shared.ui.decided_none;
    case 'notice':
      return shared.ui.decided_informed;
    case 'disclosureRequest':
      return decision === 'granted' ? shared.ui.decided_requested : shared.ui.decided_notRequested;
    case 'withdrawal':
    case 'restriction':
    case 'objection':
    case 'request':
      return own.ui[`event_${kind}`];
    case 'requestAnswer':
      return own.ui[`event_${outcomeOf(event) ?? 'received'}`];
    case 'invalidation':
      return tell(own, 'event_invalidation', { n: supersedes?.length ?? 0 });
    case 'emergencyOverride':
      if (override?.outcome) return own.ui[`event_${override.outcome}`];
      return supersedes?.length ? own.ui.event_emergencyEnded : own.ui.event_emergency;
  }
}

/** Who decided, each with the part taken. */
export const peopleOf = ({ shared }: AllWords, { decidedBy }: ConsentEvent): string =>
  decidedBy
    .map(({ role, name, relationWords }) => {
      const part = shared.ui[`by_${role}`].toLowerCase();
      return `${name} (${relationWords ? `${part}, ${relationWords}` : part})`;
    })
    .join(', ');

type Facts = readonly (readonly [label: string, value: string])[];

/** The dates by law, each with its label. */
export const dateFacts = ({ ui }: CenterWords, dates: RequestDates): Facts =>
  (['answerBy', 'doneBy', 'doneThroughOthersBy', 'extendedAtMost'] as const).map((name) => [
    ui[name],
    formatDate(dates[name]),
  ]);

/** What an entry says beside title, decision and people. */
export function entryFacts({ own }: AllWords, { event, stored }: Entry): Facts {
  const { ui } = own;
  const { recipient, recipients, reason, request, override, collector } = event;
  const name = recipients?.find(({ id }) => id === recipient)?.name ?? recipient ?? '';
  const facts: Facts = [
    [ui.recipients, name],
    [ui.reason, [reason, request?.words].filter(Boolean).join(' ')],
    [ui.reviewBasis, override ? ui[`basis_${override.basis}`] : ''],
    [ui.until, override && !override.outcome ? timeWords(override.until) : ''],
    [ui.answerBy, request && !request.outcome ? formatDate(request.answerBy) : ''],
    [ui.doneBy, request && !request.outcome ? formatDate(request.doneBy) : ''],
    [ui.extendedTo, request?.extendedTo ? formatDate(request.extendedTo) : ''],
    [ui.emWho, override ? [collector?.user, collector?.facility].filter(Boolean).join(', ') : ''],
    [ui.answerWho, request?.outcome ? [collector?.user, collector?.facility].filter(Boolean).join(', ') : ''],
    [ui.storedAt, stored ? timeWords(stored.recordedAt) : ui.notSent],
  ];
  return facts.filter(([, value]) => value !== '');
}

/** A receipt of entries, whatever they are: made as that of the prompt is. */
export function receiptFor(
  words: AllWords,
  settings: ConsentSettings,
  name: string,
  entries: readonly Entry[],
): Receipt {
  const sources = entries.map(({ event }) => ({
    event,
    title: titleOf(words, settings, event),
    decision: decisionOf(words, event),
    shown: '',
  }));
  const receipt = receiptOf(words.shared, name, sources);
  return {
    ...receipt,
    entries: receipt.entries.map((entry, at) => ({
      ...entry,
      facts: [
        [words.shared.ui.receiptAt, timeWords(entries[at]!.event.decidedAt)],
        ...entry.facts,
        ...entryFacts(words, entries[at]!),
      ],
    })),
  };
}

/** The evidence as it is at hand, to be checked by anybody else. */
export const evidenceFile = (entries: readonly Entry[]): Blob =>
  new Blob(
    [
      JSON.stringify(
        entries.map(({ event, stored }) => stored ?? event),
        null,
        2,
      ),
    ],
    {
      type: 'application/json',
    },
  );
