/** Work without a network: a sealed store on this device, drafts, a queue that sends itself, three-way merges, copies. */
export { openOutbox } from './outbox.ts';
export type { Outbox, OutboxOptions } from './outbox-parts.ts';
export { createRecordStore } from './record-store.ts';
export type { Ports } from './record-store.ts';
export type { Carry, CarryRequest } from './copies.ts';
export { OutboxError } from './errors.ts';
export type { OutboxErrorCode } from './errors.ts';
export { mergeRecords, settleMerge } from './merge.ts';
