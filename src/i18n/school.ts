/** Words of school health: a door of their own, so that a form without it does not load them. */
export { viSchool } from './vi/school.ts';
export type { SchoolWords } from './vi/school.ts';

import type { SchoolWords } from './vi/school.ts';

/** The words of school health in a language, loaded on first use; Vietnamese where the package has no other. */
export async function loadSchoolWords(locale: string): Promise<SchoolWords> {
  if (locale === 'en') return (await import('./en/school.ts')).enSchool;
  return (await import('./vi/school.ts')).viSchool;
}
