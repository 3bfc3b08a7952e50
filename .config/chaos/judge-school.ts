/** Compares the records of a school, every field of them, with what was typed: on the list, at its stations, of the slips. */
import type { Client } from '../../src/client/index.ts';
import type { StoredConsent } from '../../src/schema/index.ts';
import { allPlacesOf, answersOf, fixedOf, leavesOf, numberOf, numbersOf, placesOf } from './expected.ts';
import { stationCodes } from './pupils.ts';
import type { Job } from './school.ts';

export interface SchoolVerdict {
  readonly measurements: number;
  readonly fields: number;
  readonly consents: number;
  /** Slips that were entered a second time, because the device was killed at the first. */
  readonly reentered: number;
  readonly versions: number;
  readonly devicesPerPupil: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
}

const saidBy = ({ event }: StoredConsent): string => {
  const { purpose, decision, decidedAt, method, decidedBy, collector } = event;
  const [who] = decidedBy;
  return [
    ...[purpose, decision, decidedAt, method, who?.role, who?.name, who?.relation ?? ''],
    ...[collector?.user, collector?.facility],
  ].join(' ');
};

/** Judges every pupil: there once, each field as it was typed last and at no time otherwise, each answer once. */
export async function judgeSchool(
  server: Client,
  pupils: number,
  jobs: readonly Job[],
): Promise<SchoolVerdict> {
  const [lost, doubled, wrong]: [string[], string[], string[]] = [[], [], []];
  let [measurements, fields, consents, reentered, versions, hands] = [0, 0, 0, 0, 0, 0];
  const owners = new Map<string, number>();

  /** Whose record it is; every number of the pupil leads to it and to no other. */
  async function pidOf(n: number): Promise<string | undefined> {
    const pids = new Set<string>();
    for (const identifier of numbersOf(n)) {
      const found = await server.persons.lookup({ identifier });
      if (!found.length) lost.push(`pupil ${n} is not found by ${identifier.kind}`);
      for (const { pid } of found) pids.add(pid);
    }
    if (pids.size > 1) doubled.push(`pupil ${n} is there ${pids.size} times`);
    const [pid] = pids;
    if (pid !== undefined && owners.has(pid)) doubled.push(`pupils ${n} and ${owners.get(pid)} are one`);
    if (pid !== undefined) owners.set(pid, n);
    return pid;
  }

  async function judgeSlips(n: number, pid: string, slip: Job): Promise<void> {
    const stored: StoredConsent[] = [];
    for await (const each of server.consents.list(pid, { limit: 200 })) stored.push(each);
    consents += stored.length;
    const ids = stored.map(({ event }) => event.id);
    if (new Set(ids).size < ids.length) doubled.push(`pupil ${n}: a consent event stands twice`);
    for (const id of slip.events)
      if (!ids.includes(id)) lost.push(`pupil ${n}: a consent event is not there`);
    const said = stored.map(saidBy);
    const wanted = answersOf(n);
    for (const each of wanted) {
      const times = said.filter((words) => words === each).length;
      if (!times) lost.push(`pupil ${n}: an answer is not there: ${each}`);
      if (times > 1 && !slip.isUnsure) doubled.push(`pupil ${n}: an answer stands ${times} times`);
    }
    if (said.length > wanted.length) reentered++;
    for (const each of said) if (!wanted.includes(each)) wrong.push(`pupil ${n}: nobody answered: ${each}`);
  }

  for (let n = 0; n < pupils; n++) {
    const mine = jobs.filter((job) => job.n === n);
    hands += new Set(mine.map(({ device }) => device)).size;
    const pid = await pidOf(n);
    if (pid === undefined) continue;
    const { version } = await server.records.load(pid);
    const history = [];
    for (let v = 1; v <= version; v++) history.push(await server.records.version(pid, v));
    versions += version;
    if (history.filter(({ action }) => action === 'record.create').length !== 1)
      doubled.push(`pupil ${n} was made more than once`);
    const stood = history.map(({ record }) => new Map(leavesOf(record)));
    const fixed = fixedOf(n);
    const places = allPlacesOf(n);
    for (const [v, leaves] of stood.entries()) {
      for (const [path, word] of fixed)
        if (leaves.get(path) !== word)
          wrong.push(`pupil ${n}, version ${v + 1}: ${path} is ${leaves.get(path)} and not ${word}`);
      for (const path of leaves.keys())
        if (!fixed.has(path) && !places.has(path))
          wrong.push(`pupil ${n}, version ${v + 1}: nobody wrote ${path}`);
    }
    fields += stood.at(-1)!.size;
    for (const station of stationCodes) {
      const correction = mine.find((job) => job.again && job.station === station);
      for (const [path, words] of placesOf(station, n)) {
        measurements++;
        const wanted = [...new Set(correction ? words : words.slice(0, 1))];
        const all = stood.map((leaves) => leaves.get(path) ?? 'nothing');
        const changes = all.filter((each, v) => each !== (all[v - 1] ?? 'nothing'));
        const last = changes.at(-1);
        const ends = !correction || correction.isGone ? wanted : wanted.slice(-1);
        if (last === undefined) lost.push(`pupil ${n}: ${path} never stood`);
        else if (!ends.includes(last))
          wrong.push(`pupil ${n}: ${path} is ${last} and not ${ends.join(' or ')}`);
        // As it was written and in its order: nothing stands that nobody wrote, goes, or comes a second time.
        const order = changes.map((each) => wanted.indexOf(each));
        if (order.includes(-1) || order.some((each, step) => step > 0 && each <= order[step - 1]!))
          doubled.push(`pupil ${n}: ${path} was ${changes.join(', then ')}`);
      }
    }
    await judgeSlips(
      n,
      pid,
      mine.find(({ station }) => station === 'consent')!,
    );
  }
  const numbers = new Set(Array.from({ length: pupils }, (_, n) => numberOf(n)));
  if (numbers.size < pupils) wrong.push(`${pupils - numbers.size} numbers of the list are the same`);
  const devicesPerPupil = hands / Math.max(1, pupils);
  return { measurements, fields, consents, reentered, versions, devicesPerPupil, lost, doubled, wrong };
}
