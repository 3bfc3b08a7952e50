import type { Decider, DeciderRole, ShownNotice } from '../../src/schema/index.ts';
import type { Capacity, DecidingRole } from '../../src/consent/index.ts';

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

/** What a representative is to the person, and the kind of representative that makes (art. 8.2 of law 15/2023). */
export const relations = {
  mother: 'c',
  father: 'c',
  guardian: 'c',
  chosen: 'a',
  family: 'b',
  carer: 'd',
  volunteer: 'dd',
} as const;
export type Relation = keyof typeof relations;
/** Relations offered for a child, and for a grown-up who cannot decide alone. */
export const relationsOf = (isChild: boolean): readonly Relation[] =>
  isChild
    ? ['mother', 'father', 'guardian', 'carer', 'volunteer']
    : ['chosen', 'family', 'guardian', 'carer', 'volunteer'];

/** What a relation is known by. */
export const evidences = ['birthCertificate', 'identity', 'decision', 'known', 'stated'] as const;
export type Evidence = (typeof evidences)[number];

/** What was filled in about who decides and how they are helped. Nothing of it is a decision. */
export interface Answers {
  readonly birthDateFrom: BirthDateFrom | '';
  readonly capacity: Capacity;
  readonly names: { readonly [role in DeciderRole]: string };
  readonly relation: Relation | '';
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
    relation: '',
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
export function blanksOfWho(answers: Answers, roles: readonly DecidingRole[]): string[] {
  const { birthDateFrom, names, relation, evidence } = answers;
  const needed: (readonly [string, string])[] = [['birthDateFrom', birthDateFrom]];
  for (const role of roles) needed.push([role, names[role]]);
  if (roles.includes('representative')) needed.push(['relation', relation], ['evidence', evidence]);
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
export function decidersOf(answers: Answers, role: DecidingRole): Decider[] {
  const { names, relation, evidence, phone, capacity } = answers;
  const clean = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const decider: Decider = { role, name: clean(names[role]) };
  if (role === 'representative' && relation) {
    decider.relation = relation;
    decider.representativeType = relations[relation];
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
