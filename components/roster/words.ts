import { viRoster } from '../../src/i18n/roster.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import { fill } from '../../src/i18n/index.ts';

/** The words of a language about lists; Vietnamese is there at once, and where a language does not come with the package. */
export async function loadRosterWords(locale: string): Promise<RosterWords> {
  return locale === 'en' ? (await import('../../src/i18n/en/roster.ts')).enRoster : viRoster;
}

/** Words of the list with their values. */
export const say = (
  words: RosterWords,
  key: keyof RosterWords['ui'],
  values: { readonly [name: string]: string | number } = {},
): string => fill(words.ui[key], values);
