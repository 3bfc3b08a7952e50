import type { CodeList } from '../codes/index.ts';
import { isBefore, isDay, isPartialDate } from '../measures/index.ts';
import { getAt } from '../schema/index.ts';
import type { Issue } from '../schema/index.ts';
import { issueCodes } from './issue-codes.ts';
import type { IssueCode } from './issue-codes.ts';

export type Bag = { readonly [key: string]: unknown };
export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** An own property of whatever it is asked of; drafts are anybody's JSON. */
export const own = (value: unknown, key: string): unknown =>
  isBag(value) && Object.hasOwn(value, key) ? value[key] : undefined;
/** Words of a free or coded value, else an empty text. */
export const wordsOf = (value: unknown): string => {
  const words = isBag(value) ? own(value, 'text') : value;
  return typeof words === 'string' ? words : '';
};

/** Whether something stands in a field: blanks, empty lists and values without words or code are nothing. */
export function hasValue(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return isBag(value) ? Object.values(value).some(hasValue) : typeof value === 'number' || value === true;
}

/** What the rules know of the person, and where they put what they find. */
export interface Context {
  readonly draft: unknown;
  readonly today: string | undefined;
  /** Birth date, unless it is no date or lies in the future: then it judges nothing else. */
  readonly birth: string | undefined;
  readonly sex: unknown;
  readonly icd10: CodeList | undefined;
  readonly issues: Issue[];
  at(path: string): unknown;
  add(path: string, code: IssueCode, params?: Record<string, string | number>): void;
}

/** `captured` counts as today if it is a day, else `now` is. */
export function createContext(draft: unknown, now: string, icd10: CodeList | undefined): Context {
  const captured = own(draft, 'capturedOn');
  const today = [captured, now].find(isDay);
  const born = getAt(draft, 'administrative.birthDate');
  const issues: Issue[] = [];
  return {
    draft,
    today,
    birth: isPartialDate(born) && !(today && isBefore(today, born)) ? born : undefined,
    sex: getAt(draft, 'administrative.sex'),
    icd10,
    issues,
    at: (path) => getAt(draft, path),
    add(path, code, params) {
      issues.push({ path, code, level: issueCodes[code], ...(params && { params }) });
    },
  };
}
