import {
  agePolicies,
  checkSettings,
  mayUse,
  noticeEvidence,
  noticeFor,
  relationsFor,
  renderNotice,
  whatIsMissing,
} from '../../src/consent/index.ts';
import type {
  AnyConsent,
  ConsentSettings,
  DeciderAnswer,
  DecidingRole,
  Notice,
  NoticeBlock,
  Purpose,
  Relation,
} from '../../src/consent/index.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';
import { formatDate } from '../../src/i18n/index.ts';
import type { Organisation } from '../../src/schema/index.ts';
import type { Answers, ConsentPerson } from './answers.ts';
import { say } from './words.ts';

/** One thing to answer or to be told of: a purpose, and for a request the one recipient and the last day. */
export interface Ask {
  readonly key: string;
  readonly purpose: Purpose;
  readonly recipient?: Organisation;
  readonly validTo?: string;
  /** By which policy who decides. */
  readonly answer: DeciderAnswer;
  /** Who still has to answer. */
  readonly roles: readonly DecidingRole[];
}

/** A notice as it goes on screen for one audience. */
export interface NoticePage {
  readonly notice: Notice;
  /** All of it but the words on the buttons, in the order of the room. */
  readonly blocks: readonly NoticeBlock[];
  /** Hash of the whole Vietnamese text: the one that counts. */
  readonly masterHash: string;
}

/** What is to be asked and told, and by whom it is answered. */
export interface Plan {
  readonly asks: readonly Ask[];
  readonly tells: readonly Ask[];
  /** Everybody who has to answer something. */
  readonly roles: readonly DecidingRole[];
  /** Who answers on the pages for grown-ups. */
  readonly main: 'self' | 'representative' | undefined;
  readonly age: readonly [min: number, max: number] | undefined;
  /** What a representative may be to the person. */
  readonly relations: readonly Relation[];
  /** Grounds on which a representative's yes counts for nothing. */
  readonly weakGrounds: readonly string[];
  /** The laws by which they do, in the language of the page. */
  readonly source: string;
  readonly page: NoticePage | undefined;
  readonly childPage: NoticePage | undefined;
  /** What the settings lack: with any of it nothing is shown. */
  readonly flaws: readonly string[];
}

/**
 * Parts that are always shown in full: those without which there is no valid consent (art. 9.2, decree 356/2025
 * art. 6.4), and who gets the data.
 */
export const fullParts: readonly string[] = [
  'data',
  'purposes',
  'sensitive',
  'controller',
  'processors',
  'recipients',
  'rights',
  'obligations',
];

export interface PlanQuestion {
  readonly settings: ConsentSettings;
  readonly person: ConsentPerson;
  readonly answers: Answers;
  readonly events: readonly AnyConsent[];
  readonly purposes: readonly Purpose[] | undefined;
  /** Asks also what was refused, put off or taken back. */
  readonly askAgain?: boolean;
  /** Days that a request for disclosure holds. */
  readonly requestDays: number;
  readonly when: string;
  readonly words: PromptWords;
}

/** Works out of the room what this person is asked at this moment. */
export function planOf(question: PlanQuestion): Plan {
  const { settings, events, purposes, when } = question;
  const person = knownPerson(question.person, question.answers);
  const missing = whatIsMissing({ settings, events, person, purposes, when });
  const rolesOf = ({ code }: Purpose): readonly DecidingRole[] => {
    const standing = missing.blocked.find(({ purpose }) => purpose.code === code)?.standing;
    return standing?.state === 'partiallyAssented' ? standing.missing : missing.deciders[code]!.deciders;
  };
  const plain = (purpose: Purpose): Ask => ({
    key: purpose.code,
    purpose,
    answer: missing.deciders[purpose.code]!,
    roles: rolesOf(purpose),
  });
  const requests = requestsOf(question, person).map(([purpose, recipient]) => ({
    ...plain(purpose),
    roles: missing.deciders[purpose.code]!.deciders,
    key: `${purpose.code} ${recipient.id}`,
    recipient,
    validTo: dayAfter(when, question.requestDays),
  }));
  const refused = missing.blocked
    .map(({ purpose }) => purpose)
    .filter((purpose) => purpose.mode === 'consent' && !missing.ask.includes(purpose));
  const asked = question.askAgain ? [...missing.ask, ...refused] : missing.ask;
  const asks = [...asked.map(plain), ...requests].sort(
    (a, b) => Number(a.purpose.isOptional) - Number(b.purpose.isOptional),
  );
  const tells = missing.tell.map(plain);
  const roles = [...new Set([...asks, ...tells].flatMap((ask) => ask.roles))];
  const answer = (asks[0] ?? tells[0])?.answer;
  const policy = (settings.policies ?? agePolicies).find(({ id }) => id === answer?.policy);
  const page = pageOf(question, [...tells, ...asks], 'adult');
  const childPage = roles.includes('child') ? pageOf(question, [...tells, ...asks], 'child') : undefined;
  return {
    asks,
    tells,
    roles,
    main: roles.find((role) => role !== 'child'),
    age: answer?.age,
    relations: relationsFor(settings, !answer?.age || answer.age[0] < 18),
    weakGrounds: policy?.weakGrounds ?? [],
    source: policy?.source[question.words.locale === 'en' ? 'en' : 'vi'] ?? '',
    page,
    childPage,
    flaws: flawsOf(settings),
  };
}

const judged = /* @__PURE__ */ new WeakMap<ConsentSettings, readonly string[]>();

// A page is drawn at every key that is pressed; the settings are judged once.
function flawsOf(settings: ConsentSettings): readonly string[] {
  const known = judged.get(settings);
  if (known) return known;
  const flaws = checkSettings(settings).map(({ code, of }) => (of ? `${code} (${of})` : code));
  judged.set(settings, flaws);
  return flaws;
}

/** What is known of the person once it was said how the birth date is known. */
export const knownPerson = (
  { birthDate }: ConsentPerson,
  { birthDateFrom, capacity }: Answers,
): Pick<ConsentPerson, 'birthDate' | 'birthDateFrom' | 'capacity'> => ({
  ...(birthDate && birthDateFrom !== 'unknown' && { birthDate }),
  ...(birthDateFrom && { birthDateFrom }),
  ...(capacity !== 'full' && { capacity }),
});

// A request is the person's own: it is offered only where the host names the purpose, once for each recipient.
function requestsOf(
  { settings, events, purposes, when }: PlanQuestion,
  person: ConsentPerson,
): (readonly [Purpose, Organisation & { id: string }])[] {
  const options = { person, policies: settings.policies };
  return (purposes ?? [])
    .filter(({ mode }) => mode === 'request')
    .flatMap((purpose) =>
      settings.recipients
        .filter((one): one is Organisation & { id: string } => one.id !== undefined)
        .filter(({ type }) => type === purpose.recipientKind)
        .filter(({ id }) => !mayUse(events, purpose, { facility: id }, when, options).may)
        .map((recipient) => [purpose, recipient] as const),
    );
}

/** The day (`YYYY-MM-DD`) so many days later. Days are those of Viet Nam, as the room counts them. */
export function dayAfter(when: string, days: number): string {
  const day = new Date(Date.parse(when) + 7 * 3_600_000 + days * 86_400_000);
  return day.toISOString().slice(0, 10);
}

function pageOf(
  { words, settings, when }: PlanQuestion,
  asks: readonly Ask[],
  audience: Notice['audience'],
): NoticePage | undefined {
  const notice = noticeFor(settings, { language: words.locale, audience, on: when });
  if (!notice || !asks.length) return undefined;
  const purposes = [...new Set(asks.map(({ purpose }) => purpose))];
  const blocks = renderNotice(notice, settings, purposes).filter(({ code }) => code !== 'buttons');
  return { notice, blocks, masterHash: noticeEvidence(notice, settings, purposes).masterHash as string };
}

/** A purpose's own words, and what only this request says: to whom, and until when. */
export function purposeBlock({ blocks }: NoticePage, ask: Ask, words: PromptWords): NoticeBlock {
  const { purpose, recipient, validTo } = ask;
  const own = blocks.find((one) => one.code === 'purpose' && one.purpose === purpose.code)!;
  return {
    ...own,
    text: [
      ...own.text,
      ...(recipient ? [say(words, 'recipient', { name: recipient.name })] : []),
      ...(validTo ? [say(words, 'validTo', { date: formatDate(validTo) })] : []),
    ],
  };
}
