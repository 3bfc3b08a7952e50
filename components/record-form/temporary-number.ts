import { newTemporaryId } from '../../src/identity/index.ts';
import type { RecordDraft } from '../../src/schema/index.ts';
import type { FormState } from '../form-state.ts';

export const temporaryPath = 'administrative.identifiers.temporary';

/**
 * Someone without a readable number gets a temporary one: unique without a network, visibly temporary. Tells whether one
 * was given. `sent` = the record as the server has it; `isAsked` = whether the form asks for numbers.
 */
export function giveTemporary(state: FormState, sent: RecordDraft | undefined, isAsked: boolean): boolean {
  const { personal, temporary } = state.draft.administrative?.identifiers ?? {};
  // Once the real number is known, a temporary one that nobody has seen yet goes again.
  if (personal?.number && temporary && !sent?.administrative?.identifiers?.['temporary'])
    state.give(temporaryPath, undefined);
  if (personal?.number || temporary?.number || !isAsked) return false;
  const number = newTemporaryId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  state.give(temporaryPath, { kind: 'temporary', number });
  return true;
}
