export { RecordForm } from './record-form.ts';
export type { SaveState } from './frame.ts';
