export { SessionElement } from './session.ts';
