import { GroupKind } from '../client/index.ts';
import type { Carrier, Client, CoverageGroup } from '../client/index.ts';
import type { Copies } from './copies.ts';
import { OutboxError } from './errors.ts';

/** What is taken along, as a screen meets it. `aside` = the copies read without keeping the store open. */
export function createCarrier({
  copies,
  aside,
  client,
  watch,
}: {
  copies: Copies;
  aside: Copies;
  client: Client;
  watch: (listener: () => void) => () => void;
}): Carrier {
  /** The group of an id: as it was taken along before, or as the server names it. */
  async function named(id: string, signal: AbortSignal | undefined): Promise<CoverageGroup> {
    const known = (await copies.carried()).groups.find(({ group }) => group.group === id);
    if (known) return known.group;
    for (const by of GroupKind.options)
      for await (const group of client.coverage.list({ by, signal })) if (group.group === id) return group;
    throw new OutboxError('copy.missing');
  }

  return {
    carried: () => aside.carried(),
    available: (by) => client.coverage.list({ by }),
    async take(wanted, { signal, onProgress } = {}) {
      const group = typeof wanted === 'string' ? await named(wanted, signal) : wanted;
      await copies.carry({ groups: [group], signal, onProgress });
      const { groups } = await copies.carried();
      const taken = groups.find((each) => each.group.group === group.group);
      // Another window has let go of it meanwhile.
      if (!taken) throw new OutboxError('copy.missing');
      return taken;
    },
    letGo: (group) => (group === undefined ? copies.clear() : copies.letGo(group)),
    watch,
  };
}
