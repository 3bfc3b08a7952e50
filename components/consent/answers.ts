import type { Decider, DeciderRole, ShownNotice } from '../../src/schema/index.ts';
import { needsGround, representativeTypeOf } from '../../src/consent/index.ts';
import type { Capacity, DecidingRole, Relation } from '../../src/consent/index.ts';

/** How a birth date is known. */
export type BirthDateFrom = 'document' | 'record' | 'stated' | 'unknown';
export const birthDateSources: readonly BirthDateFrom[] = ['document', 'record', 'stated', 'unknown'];

/** Who the data is about, as far as the host knows. */
export interface ConsentPerson {
  readonly name?: string | undefined;
  /** `YYYY-MM-DD`, or only year and month, or the year. */
  readonly birthDate?: string | undefined;
  readonly birthDateFrom?: BirthDateFrom | undefined;
  readonly capacity?: Capacity | undefined;
}

/** On what ground somebody decides whose relation alone is none. */
export const grounds = ['guardian', 'written', 'spoken', 'caring'] as const;
export type Ground = (typeof grounds)[number];

/** What a relation is known by. */
export const evidences = ['birthCertificate', 'identity', 'decision', 'known', 'stated'] as const;
export type Evidence = (typeof evidences)[number];

/** What was filled in about who decides and how they are helped. Nothing of it is a decision. */
export interface Answers {
  readonly birthDateFrom: BirthDateFrom | '';
  readonly capacity: Capacity;
  readonly names: { readonly [role in DeciderRole]: string };
  readonly relation: Relation | undefined;
  /** The exact relation, where the one of the list is wider. */
  readonly relationWords: string;
  readonly ground: Ground | '';
  readonly groundWords: string;
  readonly evidence: Evidence | '';
  readonly phone: string;
  readonly reading: 'alone' | 'aloud' | '';
  readonly isInterpreted: boolean;
  readonly interpreterLanguage: string;
  /** The device has read a notice to its end. */
  readonly isHeard: boolean;
}

/** The answers before anybody answered: only what the host knows. */
export function emptyAnswers({ name = '', birthDate, birthDateFrom, capacity }: ConsentPerson): Answers {
  return {
    birthDateFrom: birthDate ? (birthDateFrom ?? '') : 'unknown',
    capacity: capacity ?? 'full',
    names: { self: name, representative: '', child: name, interpreter: '', witness: '' },
    relation: undefined,
    relationWords: '',
    ground: '',
    groundWords: '',
    evidence: '',
    phone: '',
    reading: '',
    isInterpreted: false,
    interpreterLanguage: '',
    isHeard: false,
  };
}

/** What somebody answered to one thing, with the evidence taken at that moment. */
export interface Choice {
  readonly decision: 'granted' | 'denied' | 'deferred';
  /** Words of the button that was pressed. */
  readonly label: string;
  readonly shown: ShownNotice;
  /** The very words that `shown.shownHash` covers. */
  readonly text: string;
}

/** Blanks that a page still needs, in the order shown. */
export function blanksOfWho(
  answers: Answers,
  { roles, relations }: { readonly roles: readonly DecidingRole[]; readonly relations: readonly Relation[] },
): string[] {
  const { birthDateFrom, names, relation, relationWords, evidence, ground, groundWords } = answers;
  const needed: (readonly [string, string])[] = [['birthDateFrom', birthDateFrom]];
  for (const role of roles) needed.push([role, names[role]]);
  if (roles.includes('representative')) {
    // Another birth date or capacity offers others.
    const isOffered = relations.some(({ code }) => code === relation?.code);
    needed.push(['relation', relation && isOffered ? relation.code : '']);
    if (relation?.isWritten) needed.push(['relationWords', relationWords]);
    if (relation && needsGround(relation)) needed.push(['ground', ground], ['groundWords', groundWords]);
    needed.push(['evidence', evidence]);
  }
  return emptyOf(needed);
}

export function blanksOfHelp({ reading, names, isInterpreted, interpreterLanguage }: Answers): string[] {
  const needed: (readonly [string, string])[] = [['reading', reading]];
  if (reading === 'aloud') needed.push(['witness', names.witness]);
  if (isInterpreted)
    needed.push(['interpreter', names.interpreter], ['interpreterLanguage', interpreterLanguage]);
  return emptyOf(needed);
}

const emptyOf = (needed: readonly (readonly [string, string])[]): string[] =>
  needed.filter(([, value]) => !value.trim()).map(([name]) => name);

/** Who decides in this role, and who helped. */
export function decidersOf(answers: Answers, role: DecidingRole, language: 'vi' | 'en'): Decider[] {
  const { names, relation, relationWords, ground, groundWords, evidence, phone, capacity } = answers;
  const clean = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const decider: Decider = { role, name: clean(names[role]) };
  if (role === 'representative' && relation) {
    decider.relation = relation.code;
    decider.relationWords = clean(relation.isWritten ? relationWords : relation.words[language].title);
    const shown = needsGround(relation) && ground ? ground : undefined;
    if (shown) Object.assign(decider, { ground: shown, groundWords: clean(groundWords) });
    const type = representativeTypeOf(relation, shown);
    if (type) decider.representativeType = type;
    if (evidence) decider.evidence = evidence;
    if (phone.trim()) decider.phone = clean(phone);
  } else if (capacity !== 'full') decider.capacity = capacity;
  const helpers: Decider[] = [];
  if (answers.isInterpreted) helpers.push({ role: 'interpreter', name: clean(names.interpreter) });
  if (answers.reading === 'aloud') helpers.push({ role: 'witness', name: clean(names.witness) });
  return [decider, ...helpers];
}

/** Whether two people wrote the same name: small and capital letters and blanks aside. */
export const isSameName = (a: string, b: string): boolean => {
  const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(a) !== '' && plain(a) === plain(b);
};
