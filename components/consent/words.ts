import { fill } from '../../src/i18n/index.ts';
import { viPrompt } from '../../src/i18n/consent.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';

/** The words of a language; Vietnamese where a language does not come with the package. */
export async function loadPromptWords(locale: string): Promise<PromptWords> {
  return locale === 'en' ? (await import('../../src/i18n/en/consent-prompt.ts')).enPrompt : viPrompt;
}

/** Words of the prompt with their values. */
export const say = (
  words: PromptWords,
  key: keyof PromptWords['ui'],
  values: { readonly [name: string]: string | number } = {},
): string => fill(words.ui[key], values);

/** Labels of blanks within a sentence: without their question mark and what stands in brackets. */
export const namesOf = (labels: readonly string[]): string =>
  labels.map((label) => label.replace(/\s*\([^)]*\)/g, '').replace(/[?:]$/, '')).join('; ');

/** Blanks whose label is not called as they are. */
const labelKeys: { readonly [blank: string]: keyof PromptWords['ui'] } = {
  self: 'selfName',
  representative: 'representativeName',
  child: 'childName',
  witness: 'witnessName',
  interpreter: 'interpreterName',
};

/** What is still missing on a page of the prompt, by the labels of its blanks. */
export function missingOf(words: PromptWords, blanks: Iterable<string>): string {
  const labels = [...blanks].map((name) => words.ui[labelKeys[name] ?? (name as keyof PromptWords['ui'])]);
  return say(words, 'missing', { what: namesOf(labels) });
}
