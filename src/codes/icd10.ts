import type { CodeItem, CodeList } from './code-list.ts';
import { icd10Codes } from './data/icd10-codes.ts';

/** A disease of ICD-10: `text` the Vietnamese name, `english` where there is one. */
export interface Disease extends CodeItem {
  readonly english?: string;
  /** Whether the Vietnamese name is the wording of TT 06/2026/TT-BYT. Lists of the host leave it out. */
  readonly official?: boolean;
}

let builtIn: Set<string> | undefined;

function decode(): Set<string> {
  const codes = new Set<string>();
  for (const [, category = '', absent, subs = ''] of icd10Codes.matchAll(/([A-Z]\d\d)(-?)(\d*)/g)) {
    if (!absent) codes.add(category);
    for (const sub of subs) codes.add(`${category}.${sub}`);
  }
  return codes;
}

/**
 * Whether a code (capital letter, with its point) is in `list`, or without one among the common codes that come
 * with this package. Those are 152 of some 15,800: an unknown code is a reason to ask, never to refuse.
 */
export const isKnownIcd10 = (code: string, list?: CodeList): boolean =>
  (list ?? (builtIn ??= decode())).has(code);
