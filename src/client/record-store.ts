import type { HealthRecord } from '../schema/index.ts';
import type { Client, LoadedRecord } from './client.ts';
import { HttpError } from './errors.ts';
import { diffPatch } from './merge-patch.ts';
import type { Consents, PeopleSearch, RecordStore, Rosters } from './ports.ts';
import type { Receipt } from './wire.ts';

/** What a session offers to components, over a client alone: nothing is kept on the device, and nothing waits. */
export interface ClientPorts {
  readonly records: RecordStore;
  readonly people: PeopleSearch;
  readonly rosters: Rosters;
  readonly consents: Consents;
}

/** A server that answers by a problem document has decided; everything else leaves open whether the request was done. */
const isDecided = (error: unknown): boolean => error instanceof HttpError && error.problem !== undefined;

/** Makes the ports of a session from a client. */
export function createRecordStore({ client }: { readonly client: Client }): ClientPorts {
  /** What was sent under an id and not answered, byte for byte, and what stands since. */
  const unanswered = new Map<string, HealthRecord>();
  const stored = new Map<string, string>();

  async function change(base: LoadedRecord, record: HealthRecord): Promise<Receipt> {
    const patch = diffPatch(base.record, record);
    return patch
      ? client.records.patch(base.pid, patch, { ifMatch: base.etag })
      : { pid: base.pid, version: base.version, at: base.at };
  }

  /** Creates once: an attempt whose answer was lost is repeated as it was, and what was written since is a change. */
  async function create(record: HealthRecord, id: string): Promise<Receipt> {
    if (!stored.has(id)) {
      const first = unanswered.get(id) ?? record;
      unanswered.set(id, first);
      try {
        const receipt = await client.records.create(first, { idempotencyKey: id });
        stored.set(id, receipt.pid);
        if (first === record) return receipt;
      } catch (error) {
        if (isDecided(error)) unanswered.delete(id);
        throw error;
      }
    }
    return change(await client.records.load(stored.get(id)!), record);
  }

  return {
    records: {
      load: (pid) => client.records.load(pid),
      async submit(record, base, id = client.newKey()) {
        const receipt = base ? await change(base, record) : await create(structuredClone(record), id);
        return { state: 'stored', receipt };
      },
    },
    people: { lookup: (query) => client.persons.lookup(query) },
    rosters: {
      groups: (by, within) => client.coverage.list({ by, within }),
      people: (group, state) => client.rosters.list({ group, state }),
    },
    consents: {
      list: (pid) => client.consents.list(pid),
      append: (pid, event) => client.consents.append(pid, event),
    },
  };
}
