export { CarryPanel } from './carry-panel.ts';
export { ConflictReview } from './conflict-review.ts';
export type { ListName } from './queue-view.ts';
export { SealedFile } from './sealed-file.ts';
export { SyncLists } from './sync-lists.ts';
export { SyncStatusElement } from './sync-status.ts';
export { VaultPanel } from './vault-panel.ts';
