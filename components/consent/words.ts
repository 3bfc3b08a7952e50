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
