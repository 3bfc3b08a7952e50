/** Compares what the server has in the end with what was captured on the device. */
import type { Client } from '../../src/client/index.ts';
import { verifyEvents } from '../../src/consent/index.ts';
import { getAt } from '../../src/schema/index.ts';
import type { HealthRecord, StoredConsent } from '../../src/schema/index.ts';
import { birthDate, changing, commune, covers, leavesOf } from './people.ts';
import type { Deed } from './people.ts';

export interface Verdict {
  readonly captured: number;
  /** Records that nobody had said were safe, and that are there all the same. */
  readonly others: number;
  readonly versions: number;
  /** Consent events that the device had said were safe. */
  readonly events: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly overwritten: readonly string[];
}

const word = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

/** The ids of a person's records on the server. */
export async function pidsOf(server: Client, { fullName, number }: Deed): Promise<readonly string[]> {
  const query = number
    ? { identifier: { kind: 'citizenId' as const, number } }
    : { fullName, birthDate, commune: commune.code };
  return (await server.persons.lookup(query)).map(({ pid }) => pid);
}

/** The history of a record, oldest version first. */
async function historyOf(server: Client, pid: string) {
  const { version } = await server.records.load(pid);
  const history = [];
  for (let v = 1; v <= version; v++) history.push(await server.records.version(pid, v));
  return history;
}

type History = Awaited<ReturnType<typeof historyOf>>;

/** Values last captured that never stood on the server, though nobody wrote or decided otherwise later. */
function lostIn({ n, attempts, given }: Deed, history: History): string[] {
  const last = attempts.findLastIndex(({ isCaptured }) => isCaptured);
  if (last < 0) return [];
  const found: string[] = [];
  for (const [path] of leavesOf(attempts[last]!.record)) {
    if (path === 'capturedOn' || [...given].some((unit) => covers(unit, path))) continue;
    const wanted = attempts.slice(last).map(({ record }) => word(getAt(record, path)));
    if (!history.some(({ record }) => wanted.includes(word(getAt(record, path)))))
      found.push(`record ${n}: ${wanted[0]} at ${path} never stood`);
  }
  return found;
}

/** Values that the device replaced without ever having shown them. */
function overwrittenIn({ n, seen }: Deed, history: History, user: string): string[] {
  const found: string[] = [];
  let before: HealthRecord | undefined;
  for (const { by, record, version } of history) {
    for (const path of before && by === user ? changing : []) {
      const [from, to] = [getAt(before, path), getAt(record, path)];
      if (word(from) !== word(to) && !seen.get(path)?.has(from))
        found.push(`record ${n}, version ${version}: ${word(from)} at ${path} became ${word(to)} unseen`);
    }
    before = record;
  }
  return found;
}

/** Versions that do not name who first captured the record. Only what was typed into the form was signed there. */
function unsignedIn({ n, isTyped }: Deed, history: History, [user, facility]: Writer): string[] {
  if (!isTyped) return [];
  return history
    .filter(({ record }) => record.capturedBy !== user || record.facility !== facility)
    .map(({ version }) => `record ${n}, version ${version}: it does not say who captured it`);
}

/** Consent events that are not there once, in their order, in an unbroken chain. */
async function eventsAmiss(server: Client, pid: string, { n, decided }: Deed) {
  const stored: StoredConsent[] = [];
  for await (const each of server.consents.list(pid)) stored.push(each);
  const there = stored.map(({ event }) => event.id);
  const lost = decided.filter((id) => !there.includes(id)).map((id) => `record ${n}: ${id} is not there`);
  const doubled = there.filter((id, at) => there.indexOf(id) !== at).map((id) => `record ${n}: ${id} twice`);
  const order = there.filter((id) => decided.includes(id));
  const isOther = !lost.length && order.join() !== decided.join();
  return {
    lost: [
      ...lost,
      ...(isOther ? [`record ${n}: its consent events stand in another order`] : []),
      ...verifyEvents(stored).map(({ code }) => `record ${n}: a consent event is ${code}`),
    ],
    doubled,
  };
}

/** Who writes on the device, and where. */
type Writer = readonly [user: string, facility: string];

/** Judges every person's record. */
export async function judge(server: Client, deeds: readonly Deed[], writer: Writer): Promise<Verdict> {
  const [user] = writer;
  const [lost, doubled, overwritten]: [string[], string[], string[]] = [[], [], []];
  let [captured, others, versions, events] = [0, 0, 0, 0];
  const owners = new Map<string, number>();
  for (const deed of deeds) {
    const isCaptured = deed.attempts.some((attempt) => attempt.isCaptured);
    const pids = await pidsOf(server, deed);
    events += deed.decided.length;
    if (isCaptured) captured++;
    else others += pids.length ? 1 : 0;
    if (isCaptured && !pids.length) lost.push(`record ${deed.n} (${deed.fullName}) is not there`);
    if (pids.length > 1) doubled.push(`record ${deed.n} is there ${pids.length} times`);
    for (const pid of pids) {
      if (owners.has(pid)) doubled.push(`record ${deed.n} and ${owners.get(pid)} are one`);
      owners.set(pid, deed.n);
      const history = await historyOf(server, pid);
      const amiss = await eventsAmiss(server, pid, deed);
      lost.push(...amiss.lost);
      doubled.push(...amiss.doubled);
      versions += history.length;
      lost.push(...lostIn(deed, history));
      overwritten.push(...overwrittenIn(deed, history, user), ...unsignedIn(deed, history, writer));
      const created = history.filter(({ action }) => action === 'record.create').length;
      if (created > 1) doubled.push(`record ${deed.n} was made ${created} times`);
    }
  }
  return { captured, others, versions, events, lost, doubled, overwritten };
}
