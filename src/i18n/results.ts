/** Words of what comes out of a school day: a door of their own, so that a form does not load them. */
export { viCoverage } from './vi/coverage.ts';
export type { CoverageWords } from './vi/coverage.ts';
export { viResults } from './vi/results.ts';
export type { ResultsWords } from './vi/results.ts';

import { viCoverage } from './vi/coverage.ts';
import type { CoverageWords } from './vi/coverage.ts';
import { viResults } from './vi/results.ts';
import type { ResultsWords } from './vi/results.ts';

/** The words of the coverage view in a language; Vietnamese is there at once, and where the package has no other. */
export async function loadCoverageWords(locale: string): Promise<CoverageWords> {
  return locale === 'en' ? (await import('./en/coverage.ts')).enCoverage : viCoverage;
}

/** The words of results in a language; Vietnamese is there at once, and where the package has no other. */
export async function loadResultsWords(locale: string): Promise<ResultsWords> {
  return locale === 'en' ? (await import('./en/results.ts')).enResults : viResults;
}
