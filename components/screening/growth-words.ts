import { viGrowth } from '../../src/i18n/screening.ts';
import type { GrowthWords } from '../../src/i18n/screening.ts';

/** The words of a language about growth; Vietnamese is there at once, and where a language does not come with the package. */
export async function loadGrowthWords(locale: string): Promise<GrowthWords> {
  return locale === 'en' ? (await import('../../src/i18n/en/growth.ts')).enGrowth : viGrowth;
}
