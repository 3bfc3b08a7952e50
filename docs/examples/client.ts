/**
 * The central record API from Node: create, look up, a change with a conflict, history, a batch.
 *
 *   node --import tsx docs/examples/client.ts [address] [token]
 *
 * Without an address it starts the sandbox in this process. All people are invented. In a project of your own the
 * names come from `@hssk/sdk`, `@hssk/sdk/client` and `@hssk/sdk/sandbox`.
 */
import { pathToFileURL } from 'node:url';
import { ConflictError, createClient, diffPatch } from '../../src/client/index.ts';
import type { BatchLine, BatchResult, Client, LoadedRecord, MergePatch } from '../../src/client/index.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';

const number = '001190990017';
const commune = { code: '00004', text: 'Phường Ba Đình' };
const province = { code: '01', text: 'Thành phố Hà Nội' };
const person: HealthRecord = {
  schemaVersion: 1,
  capturedOn: '2026-11-02',
  administrative: {
    fullName: 'Nguyễn Thị Ví Dụ',
    sex: 'female',
    birthDate: '1990-03',
    currentAddress: { line: 'Tổ 5', commune, province },
    identifiers: { personal: { kind: 'citizenId', number } },
  },
};

/** What came of it, for whoever calls it. */
export interface Outcome {
  readonly pid: string;
  readonly conflicts: number;
  readonly record: HealthRecord;
  readonly versions: readonly number[];
  readonly results: readonly BatchResult[];
}

/** A client of a server, or of a sandbox in this process that forgets everything at the end. */
export function clientFor(address?: string, token = 'demo:nurse:TYT-01:nurse1'): Client {
  if (address) return createClient({ baseUrl: address, token });
  const sandbox = createSandbox({ store: createMemoryStore() });
  return createClient({ baseUrl: 'http://sandbox', token, fetch: (request) => sandbox.fetch(request) });
}

/** Creates the record; somebody who is known already keeps the one that stands. */
async function createOrFind(client: Client): Promise<string> {
  try {
    return (await client.records.create(person)).pid;
  } catch (error) {
    if (error instanceof ConflictError && error.code === 'person.exists' && error.pid) return error.pid;
    throw error;
  }
}

/** The places a merge patch touches, as dotted paths. */
function pathsOf(patch: unknown, path = ''): string[] {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return [path];
  return Object.entries(patch).flatMap(([key, value]) => pathsOf(value, path ? `${path}.${key}` : key));
}

/** Changes a record; where somebody was quicker, sends the change again unless both touched the same place. */
async function change(
  client: Client,
  base: LoadedRecord,
  patch: MergePatch,
  print: (line: string) => void,
): Promise<number> {
  try {
    await client.records.patch(base.pid, patch, { ifMatch: base.etag });
    return 0;
  } catch (error) {
    if (!(error instanceof ConflictError) || error.code !== 'record.changed') throw error;
    const newest = await client.records.load(base.pid);
    const theirs = pathsOf(diffPatch(base.record, newest.record) ?? {});
    print(`conflict: version ${newest.version} by ${newest.by} changed ${theirs.join(', ')}`);
    const both = pathsOf(patch).filter((path) => theirs.includes(path));
    if (both.length) throw new Error(`a person has to choose at ${both.join(', ')}`);
    return 1 + (await change(client, newest, patch, print));
  }
}

/** Everything in order; `print` gets a line for each step. */
export async function run(client: Client, print: (line: string) => void): Promise<Outcome> {
  const pid = await createOrFind(client);
  print(`record ${pid}`);

  const found = await client.persons.lookup({ identifier: { kind: 'citizenId', number } });
  for (const { name, birthYear, identifierEnding } of found)
    print(`found ${name}, ${birthYear}, number ends in ${identifierEnding}`);

  // Two people open the same version; each changes another place.
  const base = await client.records.load(pid);
  const stamp = String(Date.now()).slice(-4);
  const address = { administrative: { currentAddress: { line: `Số ${stamp}, tổ 7` } } };
  const phone = { administrative: { phoneMobile: `090000${stamp}` } };
  await change(client, base, address, print);
  const conflicts = await change(client, base, phone, print);
  const { version: newest, record } = await client.records.load(pid);
  print(`version ${newest} holds both changes`);

  const versions: number[] = [];
  for await (const { version, at, by, action } of client.records.versions(pid, { limit: 2 })) {
    versions.push(version);
    print(`version ${version}, ${at}, ${by}, ${action}`);
  }

  const day = '2026-11-03';
  const lines: BatchLine[] = [
    {
      key: client.newKey(),
      call: 'examination.append',
      pid,
      body: { capturedOn: day, examination: { examinedOn: day, vitals: { weightKg: 52, heightCm: 156 } } },
    },
    {
      key: client.newKey(),
      call: 'immunization.append',
      pid,
      body: { capturedOn: day, table: 'other', dose: { vaccine: { text: 'Cúm mùa' }, givenOn: day } },
    },
    // Refused on purpose: nobody can be filed without a name, sex, birth date, commune and number.
    { key: client.newKey(), call: 'record.create', body: { ...person, administrative: {} } },
  ];
  const results: BatchResult[] = [];
  for await (const result of client.batches.send(lines)) {
    results.push(result);
    const { status, receipt, problem } = result;
    const issues = problem?.issues?.filter(({ level }) => level === 'error') ?? [];
    if (receipt) print(`line ${results.length}: ${status}, version ${receipt.version}`);
    else print(`line ${results.length}: ${status} ${problem?.code}, ${issues.length} errors`);
  }
  return { pid, conflicts, record, versions, results };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [address, token] = process.argv.slice(2);
  await run(clientFor(address, token), console.log);
}
