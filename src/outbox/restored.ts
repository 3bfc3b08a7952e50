import type { Client } from '../client/index.ts';
import { undamaged } from './entry-rows.ts';
import { OutboxError } from './errors.ts';
import type { DeviceVault } from './device-vault.ts';
import type { ReadView } from './rows.ts';

const askedOf = async (view: ReadView): Promise<number> =>
  (await undamaged(view.get<number>('link', 'checkpoint')))?.value ?? 0;

/** Finds out from the server whether an old copy of this store was put back. */
export function createRestoredCheck({ vault, client }: { vault: DeviceVault; client: Client }) {
  const { backgroundRows: rows } = vault;
  /** The newest state of this store that the server knows of, where that is newer than what is here. */
  let known = 0;
  let checked: string | undefined;

  async function highest(revision: number, signal: AbortSignal): Promise<number> {
    const { storeId } = vault;
    if (storeId === undefined) throw new OutboxError('vault.locked');
    return (await client.stores.checkpoint(storeId, revision, { signal })).highest ?? 0;
  }

  return {
    /** Tells the server the present state, on disk before it is told. `true` = it knows a newer one. */
    async isRestored(signal: AbortSignal): Promise<boolean> {
      // First by what this store has told before: work on an old copy may have brought it beyond the newer one.
      if (checked !== vault.storeId) {
        const asked = await rows.read(askedOf);
        known = await highest(asked, signal);
        if (known > asked) return true;
        checked = vault.storeId;
      }
      const revision = await rows.change(async (view) => {
        const next = view.revision + 1;
        view.put('link', 'checkpoint', next);
        return next;
      });
      known = await highest(revision, signal);
      return known > revision;
    },
    /** A person has looked: from here on it is newer than all that the server knows. */
    async acknowledge(): Promise<void> {
      await vault.raiseRevision(known);
      await rows.change(async (view) => view.put('link', 'checkpoint', Math.max(known, await askedOf(view))));
    },
    /** The store was closed: whatever may be there when it is opened again. */
    forget(): void {
      checked = undefined;
    },
  };
}
