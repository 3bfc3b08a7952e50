import { fold } from '../codes/core.ts';
import type { CodeList } from '../codes/index.ts';
import { isDay } from '../measures/index.ts';
import { isLeaf, isRows, leafAt, nodeAt, pathPattern, wholeForm } from '../schema/index.ts';
import type { Group, Issue, Leaf, RecordDraft, Rows } from '../schema/index.ts';
import { createContext, hasValue, isBag, own, wordsOf } from './context.ts';
import type { Bag, Context } from './context.ts';
import { judgeField } from './fields.ts';
import { checkShape } from './shape.ts';

/** What a host asks for beyond the form: `required` = patterns of paths; a list of numbers means any of them. */
export interface Profile {
  readonly required: readonly string[];
}

/** The paper form marks nothing as required; these are what a record cannot be found or filed without. */
export const defaultProfile: Profile = {
  required: [
    'administrative.fullName',
    'administrative.sex',
    'administrative.birthDate',
    'administrative.currentAddress.commune',
    'administrative.identifiers',
    'examinations.*.examinedOn',
  ],
};

/** What a record with nothing but school health needs: a class list knows no commune. */
export const screeningProfile: Profile = {
  required: [
    'administrative.fullName',
    'administrative.sex',
    'administrative.birthDate',
    'administrative.identifiers',
  ],
};

/** Which profile counts where a host names none: a draft of school health alone is judged by `screeningProfile`. */
function profileOf({ at, draft }: Context): Profile {
  const beside = ['unread', 'absent'].flatMap((name) => Object.keys(bagAt(draft, name)));
  const has = (part: string): boolean => hasValue(at(part)) || beside.some((path) => under(path, part));
  const isSchool = ['screenings', 'periodicExaminations'].some(has);
  return isSchool && !['history', 'immunizations', 'examinations'].some(has)
    ? screeningProfile
    : defaultProfile;
}

/** `now` = day of capture (`YYYY-MM-DD`) of drafts that hold none; `icd10` = list of diagnoses a host has loaded. */
export interface CheckOptions {
  readonly now: string;
  readonly profile?: Profile;
  readonly icd10?: CodeList;
}

const bagAt = (root: unknown, key: string): Bag => {
  const bag = own(root, key);
  return isBag(bag) ? bag : {};
};
const under = (path: string, part: string): boolean => path === part || path.startsWith(`${part}.`);

/** Judges every value of the form; what the form does not know belongs to a newer version and is left alone. */
function walk(context: Context, node: Leaf | Rows | Group, value: Bag, path: string): void {
  for (const [name, child] of Object.entries(value)) {
    const at = path ? `${path}.${name}` : name;
    const next = isRows(node) ? node.rows : own(node, name);
    if (!next || child === undefined || child === null) continue;
    if (!isLeaf(next as Leaf)) {
      if (isBag(child)) walk(context, next as Group, child, at);
    } else judgeField(context, { path: at, name, value: child, row: value, leaf: next as Leaf });
  }
}

/** The places a required pattern stands for: `*` = every row that holds anything. */
function placesOf({ at }: Context, pattern: string): string[] {
  const [list, field] = pattern.split('.*.');
  if (!list || !field) return [pattern];
  const rows = at(list);
  return Object.entries(isBag(rows) ? rows : {})
    .filter(([, row]) => hasValue(row))
    .map(([id]) => `${list}.${id}.${field}`);
}

function judgeRequired(context: Context, profile: Profile): void {
  const { at, add, draft } = context;
  const unread = Object.entries(bagAt(draft, 'unread')).filter(([, text]) => wordsOf(text).trim());
  // Places whose unread text leaves something required without a value.
  const missing = new Set<string>();
  for (const pattern of profile.required) {
    const node = nodeAt(pattern, wholeForm);
    if (node && isRows(node)) {
      const rows = at(pattern);
      if (isBag(rows) && Object.values(rows).some((row) => hasValue(own(row, 'number')))) continue;
      const tried = unread.filter(([path]) => under(path, pattern) && path.endsWith('.number'));
      for (const [path] of tried) missing.add(path);
      if (!tried.length) add(`${pattern}.${node.printed?.[0]}.number`, 'required.missing');
      continue;
    }
    for (const [path] of unread)
      if (pathPattern(path, wholeForm) === pattern && !hasValue(at(path))) missing.add(path);
    for (const path of placesOf(context, pattern))
      if (!hasValue(at(path)) && !missing.has(path)) add(path, 'required.missing');
  }
  for (const [path] of unread)
    add(path, missing.has(path) ? 'required.unread' : 'value.unread', {
      kind: leafAt(path, wholeForm)?.kind ?? 'text',
    });
}

/** Whether a value says something: no counts of 0, no "không", no unticked box. */
function saysSomething(value: unknown): boolean {
  if (typeof value === 'string') return !/^(khong( co)?)?$/.test(fold(value));
  return isBag(value) ? Object.values(value).some(saysSomething) : value !== 0 && hasValue(value);
}

/** B7 and C3 of a man: kept, flagged. That a dose was not given is true of a man. */
function judgeParts({ at, add, sex, draft }: Context): void {
  if (sex !== 'male') return;
  const unread = Object.keys(bagAt(draft, 'unread'));
  const doses = at('immunizations.tetanus');
  const rows = Object.values(isBag(doses) ? doses : {}).map((row) =>
    isBag(row) ? { ...row, notGiven: false } : row,
  );
  for (const [part, value] of [
    ['history.reproductive', at('history.reproductive')],
    ['immunizations.tetanus', { ...rows }],
  ] as const)
    if (saysSomething(value) || unread.some((path) => under(path, part))) add(part, 'part.notForMen');
}

/** Values that were read with an assumption, and are to be looked at. */
function judgeSources({ at, draft, issues }: Context): void {
  for (const [path, source] of Object.entries(bagAt(draft, 'sources'))) {
    const code = own(source, 'code');
    if (typeof code === 'string' && /^[a-zA-Z]+(\.[a-zA-Z]+)+$/.test(code) && hasValue(at(path)))
      issues.push({ path, code, level: 'warning' });
  }
}

function isConfirmed(draft: unknown, { path, code, level }: Issue): boolean {
  return level === 'warning' && isBag(own(own(own(draft, 'confirmed'), path), code));
}

/**
 * Judges a draft: its shape, what is required, every value by itself and against the others. Errors block sending,
 * warnings are asked about and silenced by `confirmed[path][code]`. One issue per place and code, in the order of
 * the parts. Never throws, whatever JSON it gets.
 */
export function check(draft: RecordDraft, options: CheckOptions): Issue[] {
  const context = createContext(draft, options.now, options.icd10);
  if (own(draft, 'capturedOn') === undefined) {
    if (!context.today) context.add('capturedOn', 'required.missing');
  } else if (!isDay(own(draft, 'capturedOn'))) context.add('capturedOn', 'date.invalid');
  for (const part of Object.keys(wholeForm))
    walk(
      context,
      { [part]: wholeForm[part as keyof typeof wholeForm] } as Group,
      { [part]: own(draft, part) },
      '',
    );
  judgeRequired(context, options.profile ?? profileOf(context));
  judgeSources(context);
  judgeParts(context);
  const all = new Map(
    [...checkShape(draft), ...context.issues].map((issue) => [`${issue.path} ${issue.code}`, issue]),
  );
  const parts = ['capturedOn', ...Object.keys(wholeForm)];
  const rank = ({ path }: Issue): number => parts.indexOf(path.split('.')[0]!) + 1 || parts.length + 1;
  return [...all.values()].filter((issue) => !isConfirmed(draft, issue)).sort((a, b) => rank(a) - rank(b));
}

/** Whether nothing blocks sending. */
export const canSend = (issues: readonly Issue[]): boolean => issues.every(({ level }) => level !== 'error');

/** The issues at a place or below it. */
export const issuesAt = (issues: readonly Issue[], path: string): Issue[] =>
  issues.filter((issue) => under(issue.path, path));
