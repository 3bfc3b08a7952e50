import { formatNumber } from './format.ts';
import type { SomeWords, Words } from './vi.ts';

/** Languages that come with the package. */
export type Locale = 'vi' | 'en';

/**
 * The words of a second language, loaded on first use; `undefined` for Vietnamese (`vi` is there without loading) and
 * for a language that does not come with the package.
 */
export async function loadWords(locale: string): Promise<Words | undefined> {
  return locale === 'en' ? (await import('./en.ts')).en : undefined;
}

const at = (tree: unknown, key: string): unknown =>
  typeof tree === 'object' && tree !== null && Object.hasOwn(tree, key)
    ? (tree as Record<string, unknown>)[key]
    : undefined;

/**
 * The printed label of a place of the form by its pattern (`*` for rows: `immunizations.basic.*.givenOn`);
 * for a group its heading. `undefined` where the form has no such place.
 */
export function labelOf(words: Words, pattern: string): string | undefined {
  let node: unknown = words.labels;
  for (const key of pattern.split('.')) if (key !== '*') node = at(node, key);
  const label = typeof node === 'string' ? node : at(node, '_');
  return typeof label === 'string' ? label : undefined;
}

/** Help for a field by its pattern, where staff would ask. */
export const helpOf = (words: Words, pattern: string): string | undefined =>
  at(words.help, pattern.replaceAll('.*', '')) as string | undefined;

/** The words of an option by the name of its field. */
export const optionOf = (words: Words, field: string, code: string): string =>
  (at(at(words.options, field), code) as string | undefined) ?? code;

/** Puts values into `{name}` places. */
export const fill = (text: string, values: { readonly [name: string]: string | number }): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );

/**
 * The sentence for an issue. A code that is not known here (a host's own, a newer server's) gets the general sentence
 * of its level, never a bare code.
 */
export function messageOf(
  words: Words,
  issue: {
    readonly code: string;
    readonly level: 'error' | 'warning';
    readonly params?: { readonly [name: string]: string | number } | undefined;
  },
): string {
  const known = at(words.messages, issue.code) as string | undefined;
  const params = Object.fromEntries(
    Object.entries(issue.params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatNumber(value) : value,
    ]),
  );
  return fill(known ?? words.messages[issue.level === 'error' ? 'value.invalid' : 'value.unread'], params);
}

/** Words with more of them; what is missing stays missing and shows as nothing. */
export function addWords(words: SomeWords, more: SomeWords): SomeWords {
  const all: Record<string, unknown> = { ...words };
  for (const [key, value] of Object.entries(more)) {
    all[key] = typeof value === 'object' ? { ...(all[key] as object | undefined), ...value } : value;
  }
  return all as SomeWords;
}
