import type { Client } from './client.ts';
import { diffPatch } from './merge-patch.ts';
import type { Consents, PeopleSearch, RecordStore, Rosters } from './ports.ts';

/** What a session offers to components, over a client alone: nothing is kept on the device, and nothing waits. */
export interface ClientPorts {
  readonly records: RecordStore;
  readonly people: PeopleSearch;
  readonly rosters: Rosters;
  readonly consents: Consents;
}

/** Makes the ports of a session from a client. */
export function createRecordStore({ client }: { readonly client: Client }): ClientPorts {
  return {
    records: {
      load: (pid) => client.records.load(pid),
      async submit(record, base) {
        if (!base) return { state: 'stored', receipt: await client.records.create(record) };
        const patch = diffPatch(base.record, record);
        const receipt = patch
          ? await client.records.patch(base.pid, patch, { ifMatch: base.etag })
          : { pid: base.pid, version: base.version, at: base.at };
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
