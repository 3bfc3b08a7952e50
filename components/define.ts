import { RecordForm } from './record-form/index.ts';
import { SessionElement } from './session/index.ts';

// The session first: what stands inside it asks for it when it is connected.
for (const element of [SessionElement, RecordForm]) element.define();

export * from './index.ts';
