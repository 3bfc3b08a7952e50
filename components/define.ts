import { RecordForm } from './record-form/index.ts';
import { SessionElement } from './session/index.ts';
import { ConflictReview, SyncStatusElement, VaultPanel } from './sync/index.ts';

// The session first: what stands inside it asks for it when it is connected.
const elements = [SessionElement, RecordForm, SyncStatusElement, ConflictReview, VaultPanel];
for (const element of elements) element.define();

export * from './index.ts';
