import { HealthRecordError } from '../client/index.ts';

/** Codes of what can go wrong with the store of this device. */
export type OutboxErrorCode =
  | 'vault.insecureOrigin'
  | 'vault.unavailable'
  | 'vault.locked'
  | 'vault.exists'
  | 'vault.empty'
  | 'vault.wrongPassphrase'
  | 'vault.shortPassphrase'
  | 'vault.damaged'
  | 'vault.rowDamaged'
  | 'vault.lost'
  | 'vault.full'
  | 'vault.newer'
  | 'draft.elsewhere'
  | 'copy.missing'
  | 'copy.tooOld'
  | 'entry.gone'
  | 'entry.sending'
  | 'file.unreadable'
  | 'file.wrongPassphrase';

const texts: { readonly [code in OutboxErrorCode]: string } = {
  'vault.insecureOrigin': 'Storing records on this device needs https',
  'vault.unavailable': 'This browser gives no storage (private window, or blocked)',
  'vault.locked': 'The store of this device is locked',
  'vault.exists': 'A store of this user exists on this device already',
  'vault.empty': 'No store has been set up for this user on this device',
  'vault.wrongPassphrase': 'The passphrase is not right',
  'vault.shortPassphrase': 'The passphrase is too short',
  'vault.damaged': 'The store of this device was altered or damaged',
  'vault.rowDamaged': 'An item of the store was altered or damaged',
  'vault.lost': 'The browser has thrown the store of this device away',
  'vault.full': 'There is no room left on this device',
  'vault.newer': 'The store was made by a newer version of this program',
  'draft.elsewhere': 'The draft was changed in another window',
  'copy.missing': 'The record was not taken along and the server does not answer',
  'copy.tooOld': 'The copy that was taken along is too old',
  'entry.gone': 'The item is no longer in the queue',
  'entry.sending': 'The item is on its way to the server',
  'file.unreadable': 'The file is not an export of records, or it is damaged',
  'file.wrongPassphrase': 'The passphrase of the file is not right',
};

/** Something is wrong with the store of this device. `code` is stable; the message holds nothing of anyone. */
export class OutboxError extends HealthRecordError {
  override name = 'OutboxError';
  declare readonly code: OutboxErrorCode;

  constructor(code: OutboxErrorCode, cause?: unknown) {
    super(code, texts[code], cause);
  }
}
