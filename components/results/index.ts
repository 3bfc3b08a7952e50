export { Coverage } from './coverage.ts';
