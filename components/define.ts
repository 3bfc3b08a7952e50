import { RecordForm } from './record-form/index.ts';
import { SessionElement } from './session/index.ts';

for (const element of [RecordForm, SessionElement]) element.define();

export * from './index.ts';
