import { defaultNotices } from './data/notices.ts';
import { defaultPurposes } from './data/purposes.ts';
import { defaultRelations } from './data/relations.ts';
import type { ConsentSettings, Notice, NoticeLabel, NoticePart, NoticeSection } from './notices.ts';
import { isAutomated, isSoundPurpose } from './purposes.ts';
import type { NoticeLanguage, Purpose } from './purposes.ts';
import { relationsFor } from './relations.ts';
import type { Relation } from './relations.ts';

/** What is wrong with a notice: a part that is missing or says too little, the buttons, or words that mislead. */
export type NoticeFlaw = NoticePart | 'buttons' | 'labels' | 'unknownName' | 'agreementWhereTold';

/** What a part has to name, whatever its words. */
const mustName: Partial<Record<NoticePart, readonly string[]>> = {
  controller: ['{controller}', '{protectionContact}'],
  processors: ['{processors}'],
  data: ['{data}'],
  sensitive: ['{sensitiveData}'],
  purposes: ['{purposes}'],
  recipients: ['{recipients}'],
  period: ['{period}', '{country}'],
  withdrawal: ['{protectionContact}'],
  complaint: ['{protectionContact}'],
};
const sensitiveWord: Readonly<Record<NoticeLanguage, RegExp>> = { vi: /nhạy cảm/i, en: /\bsensitive\b/i };

/** Words that would make of something told something agreed. */
export const agreementWords: Readonly<Record<NoticeLanguage, RegExp>> = {
  vi: /đồng ý|chấp thuận|tán thành|ưng thuận|cho phép/i,
  en: /\b(agree\w*|consent\w*|accept\w*|permit\w*|permission\w*|allow\w*)\b/i,
};

const names = new Set(
  'controller protectionContact processors recipients data sensitiveData period country purposes'.split(' '),
);

/**
 * Parts that a notice lacks for these purposes, in both readings where it both asks and tells; none = it may be shown.
 * Hosts check their own texts with it.
 */
export function checkNotice(notice: Notice, purposes: readonly Purpose[] = defaultPurposes): NoticeFlaw[] {
  const flows = [...new Set(purposes.map(({ mode }) => (mode === 'notice' ? 'notice' : 'consent')))];
  const flaws = requiredParts(purposes).filter(
    (code) =>
      !flows.every((flow) =>
        notice.parts.some(
          (section) => section.code === code && (section.only ?? flow) === flow && says(section, notice),
        ),
      ),
  ) as NoticeFlaw[];
  const told = notice.parts.filter(({ code, only }) => only !== 'consent' && code !== 'automated');
  const misleads = [...told.flatMap(({ title, text }) => [title, ...text]), notice.buttons.understood].some(
    (line) => agreementWords[notice.language].test((line ?? '').normalize('NFC')),
  );
  if (misleads) flaws.push('agreementWhereTold');
  if (!hasButtons(notice)) flaws.push('buttons');
  if (labelNames.some((name) => !notice.labels[name]?.trim())) flaws.push('labels');
  const unknown = notice.parts
    .flatMap(({ text }) => text.flatMap((line) => [...line.matchAll(/\{([^}]*)\}?/g)]))
    .some(([, name = '']) => !names.has(name));
  if (unknown) flaws.push('unknownName');
  return flaws;
}

const labelNames: readonly NoticeLabel[] = [
  'basis',
  'retention',
  'necessary',
  'optional',
  'onRequest',
  'none',
  'unknown',
];

function requiredParts(purposes: readonly Purpose[]): NoticePart[] {
  const always: NoticePart[] = [
    ...(['controller', 'processors', 'data', 'sensitive', 'purposes', 'recipients', 'period'] as const),
    ...(['rights', 'obligations', 'withdrawal', 'consequences', 'complaint'] as const),
  ];
  return purposes.some(isAutomated) ? [...always, 'automated'] : always;
}

function says({ code, title, text }: NoticeSection, { language }: Notice): boolean {
  const all = text.join('\n').normalize('NFC');
  if (!title.trim() || !all.trim()) return false;
  if (code === 'sensitive' && !sensitiveWord[language].test(all)) return false;
  return (mustName[code] ?? []).every((name) => all.includes(name));
}

// Yes and no must both be there, differ, and be words.
function hasButtons({ buttons }: Notice): boolean {
  const { agree, decline, later, understood, confirm, back, close } = buttons;
  const all = [agree, decline, later, understood, confirm, back, close].map((word) => word?.trim());
  return all.every(Boolean) && new Set([agree, decline, later].map((word) => word.toLowerCase())).size === 3;
}

/** What is wrong with a purpose: basis and mode do not fit, no law is named, words are missing, or they mislead. */
export type PurposeFlaw = 'basis' | 'reference' | 'words' | 'agreementWhereTold';

/** What a purpose lacks; none = it may be shown. */
export function checkPurpose(purpose: Purpose): PurposeFlaw[] {
  const flaws: PurposeFlaw[] = [];
  if (!isSoundPurpose(purpose)) flaws.push('basis');
  if (purpose.mode === 'notice' && !purpose.basis.reference?.trim()) flaws.push('reference');
  const languages = ['vi', 'en'] as const;
  const wordsOf = (language: NoticeLanguage): string[] => {
    const { title, summary, details, ifRefused, child } = purpose.words[language];
    return [
      title,
      summary,
      details,
      ifRefused,
      purpose.retention[language],
      ...(child ? Object.values(child) : []),
    ];
  };
  if (languages.some((language) => wordsOf(language).some((word) => !word?.trim()))) flaws.push('words');
  const misleads = languages.some((language) =>
    wordsOf(language).some((word) => agreementWords[language].test(word.normalize('NFC'))),
  );
  if (purpose.mode === 'notice' && misleads) flaws.push('agreementWhereTold');
  return flaws;
}

/** One thing that keeps settings from being used, and what it is about. */
export interface SettingsFlaw {
  readonly code: NoticeFlaw | PurposeFlaw | 'contact' | 'emergencyHours' | 'noticeMissing' | 'relation';
  /** Code of the purpose or of the relation, or id, version and language of the notice. */
  readonly of?: string;
}

/** Everything a facility's settings lack before anybody is shown them; none = they may be used. */
export function checkSettings(settings: ConsentSettings): SettingsFlaw[] {
  const {
    controller,
    purposes = defaultPurposes,
    notices = defaultNotices,
    relations = defaultRelations,
    emergencyHours,
  } = settings;
  const flaws: SettingsFlaw[] = [];
  if (!controller.name.trim()) flaws.push({ code: 'controller' });
  if (!(controller.protectionContact ?? controller.contact)?.trim()) flaws.push({ code: 'contact' });
  if (emergencyHours !== undefined && !(emergencyHours > 0 && emergencyHours <= 24)) {
    flaws.push({ code: 'emergencyHours' });
  }
  flaws.push(...relationFlaws(relations));
  for (const purpose of purposes) {
    flaws.push(...checkPurpose(purpose).map((code) => ({ code, of: purpose.code })));
  }
  for (const notice of notices) {
    const of = `${notice.id} ${notice.version} ${notice.language}`;
    flaws.push(...checkNotice(notice, purposes).map((code) => ({ code, of })));
  }
  for (const audience of ['adult', 'child'] as const) {
    const isThere = notices.some((notice) => notice.language === 'vi' && notice.audience === audience);
    if (!isThere) flaws.push({ code: 'noticeMissing', of: audience });
  }
  return flaws;
}

// A relation without words says nothing of its weight; two of one code cannot be told apart in an event; and without any
// nobody could be named as representative.
function relationFlaws(relations: readonly Relation[]): SettingsFlaw[] {
  const codes = relations.map(({ code }) => code);
  const unsound = relations.filter(
    ({ code, words }, at) =>
      codes.indexOf(code) !== at ||
      !/^[\w.:-]{1,80}$/.test(code) ||
      [words.vi, words.en].some(({ title, note }) => !title.trim() || !note.trim()),
  );
  const isNone = [true, false].some((isChild) => !relationsFor({ relations }, isChild).length);
  return [
    ...unsound.map(({ code }): SettingsFlaw => ({ code: 'relation', of: code })),
    ...(isNone ? [{ code: 'relation' } as const] : []),
  ];
}
