export { Coverage } from './coverage.ts';
export type { ResultsValue } from './results-model.ts';
export { SchoolResults } from './school-results.ts';
export type { ResultsView } from './school-results.ts';
