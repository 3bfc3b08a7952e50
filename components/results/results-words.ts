import { loadResultsWords, viResults } from '../../src/i18n/results.ts';
import { loadSchoolWords, viSchool } from '../../src/i18n/school.ts';
import { viGrowth } from '../../src/i18n/screening.ts';
import { viSync } from '../../src/i18n/sync.ts';
import { loadSyncWords } from '../failure-words.ts';
import type { AllWords } from './lines.ts';

/** The Vietnamese words, which are there at once. */
export const viAll: AllWords = {
  results: viResults,
  school: viSchool,
  growth: viGrowth,
  absent: viSync.absent,
};

/** All that results are said with, in a language. */
export async function loadAllWords(locale: string): Promise<AllWords> {
  const [results, school, growth, { absent }] = await Promise.all([
    loadResultsWords(locale),
    loadSchoolWords(locale),
    locale === 'en' ? import('../../src/i18n/en/growth.ts').then(({ enGrowth }) => enGrowth) : viGrowth,
    loadSyncWords(locale),
  ]);
  return { results, school, growth, absent };
}
