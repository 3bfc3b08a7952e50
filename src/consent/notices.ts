import type { Organisation, ShownNotice } from '../schema/index.ts';
import { dataCategories } from './data/categories.ts';
import { defaultNotices } from './data/notices.ts';
import type { AgePolicy } from './deciders.ts';
import { dayOf } from './days.ts';
import { textHash } from './evidence.ts';
import { isAutomated } from './purposes.ts';
import type { NoticeLanguage, Purpose } from './purposes.ts';
import type { Relation } from './relations.ts';

/** What a notice has to say, part by part. `automated` only where a computer judges alone. */
export type NoticePart =
  | 'controller'
  | 'processors'
  | 'data'
  | 'sensitive'
  | 'purposes'
  | 'recipients'
  | 'period'
  | 'automated'
  | 'rights'
  | 'obligations'
  | 'withdrawal'
  | 'consequences'
  | 'complaint';

/** What the buttons of a prompt say. */
export type NoticeButton = 'agree' | 'decline' | 'later' | 'understood' | 'confirm' | 'back' | 'close';

/** Small words around what is filled in; `{text}` and `{title}` stand for it. */
export type NoticeLabel = 'basis' | 'retention' | 'necessary' | 'optional' | 'onRequest' | 'none' | 'unknown';

/** One part: its title and its sentences. `{controller}` and the other names are filled in when it is shown. */
export interface NoticeSection {
  readonly code: NoticePart;
  /** Shown only where something is asked (`consent`), or only where something is told (`notice`). */
  readonly only?: 'consent' | 'notice';
  readonly title: string;
  readonly text: readonly string[];
}

/**
 * A notice in one language: plain text, never HTML. A changed word is a new version with a `from` of its own; a version
 * that was shown is never changed.
 */
export interface Notice {
  readonly id: string;
  readonly version: string;
  readonly language: NoticeLanguage;
  /** Whose words it uses. */
  readonly audience: 'adult' | 'child';
  /** First day it may be shown. */
  readonly from: string;
  /** Something that matters changed: who agreed to an earlier version is asked again. */
  readonly isMaterial?: boolean;
  /** The Vietnamese notice that counts, where this one is a translation. */
  readonly translationOf?: { readonly id: string; readonly version: string };
  readonly parts: readonly NoticeSection[];
  readonly labels: Readonly<Record<NoticeLabel, string>>;
  readonly buttons: Readonly<Record<NoticeButton, string>>;
}

/** What a facility says of itself, and what it has of its own. */
export interface ConsentSettings {
  readonly controller: Organisation;
  readonly processors: readonly Organisation[];
  readonly recipients: readonly Organisation[];
  readonly purposes?: readonly Purpose[];
  readonly policies?: readonly AgePolicy[];
  readonly notices?: readonly Notice[];
  /** What a representative may be to the person; without it those of the package. */
  readonly relations?: readonly Relation[];
  /** Hours an emergency access stays open, at most 24. */
  readonly emergencyHours?: number;
  /** Country where the data lies, ISO 3166-1 alpha-2; without it Viet Nam. */
  readonly country?: string;
}

/** A piece of a notice as it is shown, in the order shown. */
export interface NoticeBlock {
  /** Part of the notice, `purpose` for a purpose's own words, `buttons` for the words on the buttons. */
  readonly code: NoticePart | 'purpose' | 'buttons';
  /** Empty for the buttons. */
  readonly title: string;
  readonly text: readonly string[];
  /** Code of the purpose, for `purpose`. */
  readonly purpose?: string;
}

/** The newest notice that may be shown on a day; in Vietnamese where the language has none. */
export function noticeFor(
  { notices = defaultNotices }: Pick<ConsentSettings, 'notices'>,
  { language, audience, on }: { language: string; audience: Notice['audience']; on: string },
): Notice | undefined {
  const day = dayOf(on);
  const fitting = notices
    .filter((notice) => notice.audience === audience && notice.from <= day)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return (
    fitting.findLast((notice) => notice.language === language) ??
    fitting.findLast((notice) => notice.language === 'vi')
  );
}

/** The exact words of a notice for a facility and the purposes of this prompt, in the order shown. */
export function renderNotice(
  notice: Notice,
  settings: ConsentSettings,
  purposes: readonly Purpose[],
): NoticeBlock[] {
  const fills = fillsOf(notice, settings, purposes);
  const asks = purposes.some(({ mode }) => mode !== 'notice');
  const tells = purposes.some(({ mode }) => mode === 'notice');
  const blocks: NoticeBlock[] = [];
  for (const { code, only, title, text } of notice.parts) {
    if ((only === 'consent' && !asks) || (only === 'notice' && !tells)) continue;
    if (code === 'automated' && !purposes.some(isAutomated)) continue;
    blocks.push({ code, title, text: text.flatMap((line) => filled(line, fills)) });
    if (code === 'purposes') blocks.push(...purposes.map((purpose) => purposeBlock(notice, purpose)));
  }
  const { agree, decline, later, understood, confirm, back, close } = notice.buttons;
  const choices = [...(asks ? [agree, decline, later] : []), ...(tells ? [understood] : [])];
  return [...blocks, { code: 'buttons', title: '', text: [...choices, confirm, back, close] }];
}

/** The blocks as one text, the one that `textHash` is taken of. */
export const noticeText = (blocks: readonly NoticeBlock[]): string =>
  blocks.map(({ title, text }) => [...(title ? [title] : []), ...text].join('\n')).join('\n\n');

/** Which text it was, by its hashes and the parts it said. */
export type NoticeEvidence = Pick<
  ShownNotice,
  'id' | 'version' | 'language' | 'masterHash' | 'shownHash' | 'canonicalisation' | 'parts'
>;

/**
 * What an event keeps of the notice that was on screen; whoever showed it adds `shownAt`. `masterHash` is that of the
 * Vietnamese text with the same facility and purposes. Throws `RangeError` where a translation has no Vietnamese text.
 */
export function noticeEvidence(
  notice: Notice,
  settings: ConsentSettings,
  purposes: readonly Purpose[],
): NoticeEvidence {
  const blocks = renderNotice(notice, settings, purposes);
  const shownHash = textHash(noticeText(blocks));
  const { id, version, language, translationOf } = notice;
  const master = translationOf
    ? (settings.notices ?? defaultNotices).find(
        (one) =>
          one.language === 'vi' && one.id === translationOf.id && one.version === translationOf.version,
      )
    : notice;
  if (master?.language !== 'vi') throw new RangeError('The notice has no Vietnamese text');
  const masterHash =
    master === notice ? shownHash : textHash(noticeText(renderNotice(master, settings, purposes)));
  const parts = [...new Set(blocks.map(({ code }) => code))].filter(
    (code) => code !== 'buttons' && code !== 'purpose',
  );
  return { id, version, language, masterHash, shownHash, canonicalisation: 'NFC+LF', parts };
}

type Fills = ReadonlyMap<string, readonly string[]>;

function fillsOf(notice: Notice, settings: ConsentSettings, purposes: readonly Purpose[]): Fills {
  const { language, labels } = notice;
  const { controller, processors, recipients, country = 'VN' } = settings;
  const used = new Set(purposes.flatMap((purpose) => purpose.dataCategories));
  const categories = dataCategories.filter(({ code }) => used.has(code));
  // A category of the host's own is named by its code rather than left out.
  const own = [...used].filter((code) => !dataCategories.some((known) => known.code === code));
  const organisations = (list: readonly Organisation[]): string[] =>
    list.length ? list.map(organisationLine) : [labels.none];
  const periods = purposes.map(({ words, retention }) =>
    filled(
      labels.retention,
      new Map([
        ['title', [words[language].title]],
        ['text', [retention[language]]],
      ]),
    ).join(''),
  );
  return new Map<string, readonly string[]>([
    ['controller', [organisationLine(controller)]],
    ['protectionContact', [controller.protectionContact ?? controller.contact ?? labels.unknown]],
    ['processors', organisations(processors)],
    ['recipients', organisations(recipients)],
    ['data', [...categories.map((category) => category[language]), ...own]],
    ['sensitiveData', categories.flatMap((one) => (one.isSensitive ? one[language] : []))],
    ['period', periods],
    ['country', [country === 'VN' ? vietNam[language] : country]],
    ['purposes', []],
  ]);
}

const vietNam: Readonly<Record<NoticeLanguage, string>> = { vi: 'Việt Nam', en: 'Viet Nam' };

const organisationLine = ({ name, address, contact, country }: Organisation): string =>
  [name, address, contact, country === 'VN' ? undefined : country].filter(Boolean).join(' · ');

// A line that is nothing but a name becomes as many lines as there is to fill in; within a sentence they stand in a row.
function filled(line: string, fills: Fills): string[] {
  const whole = /^\{(\w+)\}$/.exec(line)?.[1];
  if (whole !== undefined && fills.has(whole)) return [...fills.get(whole)!];
  return [line.replace(/\{(\w+)\}/g, (name, key: string) => fills.get(key)?.join('; ') ?? name)];
}

function purposeBlock({ language, audience, labels }: Notice, purpose: Purpose): NoticeBlock {
  const { code, mode, basis } = purpose;
  const { title, summary, details, ifRefused, child } = purpose.words[language];
  const necessity = mode === 'request' ? 'onRequest' : purpose.isOptional ? 'optional' : 'necessary';
  const label = labels[necessity];
  if (audience === 'child') {
    return {
      code: 'purpose',
      purpose: code,
      title: child?.title ?? title,
      text: [label, child?.summary ?? summary],
    };
  }
  const law = basis.reference === undefined ? [] : [labels.basis.replace('{text}', () => basis.reference!)];
  return { code: 'purpose', purpose: code, title, text: [label, summary, details, ifRefused, ...law] };
}
