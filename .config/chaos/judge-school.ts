/** Compares the records of a school with what was written at its stations. */
import type { Client } from '../../src/client/index.ts';
import { getAt } from '../../src/schema/index.ts';
import { numberOf, writtenAt } from './pupils.ts';
import type { Job } from './school.ts';

export interface SchoolVerdict {
  readonly measurements: number;
  readonly versions: number;
  readonly devicesPerPupil: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
}

const word = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

/** Judges every pupil: there once, and each measurement there once, as it was written last. */
export async function judgeSchool(
  server: Client,
  pupils: number,
  jobs: readonly Job[],
): Promise<SchoolVerdict> {
  const [lost, doubled, wrong]: [string[], string[], string[]] = [[], [], []];
  let [measurements, versions, hands] = [0, 0, 0];
  const owners = new Map<string, number>();
  for (let n = 0; n < pupils; n++) {
    const mine = jobs.filter((job) => job.n === n);
    hands += new Set(mine.map(({ device }) => device)).size;
    const found = await server.persons.lookup({ identifier: { kind: 'temporary', number: numberOf(n) } });
    if (!found.length) lost.push(`pupil ${n} is not there`);
    if (found.length > 1) doubled.push(`pupil ${n} is there ${found.length} times`);
    const [first] = found;
    if (!first) continue;
    if (owners.has(first.pid)) doubled.push(`pupils ${n} and ${owners.get(first.pid)} are one`);
    owners.set(first.pid, n);
    const { version } = await server.records.load(first.pid);
    const history = [];
    for (let v = 1; v <= version; v++) history.push(await server.records.version(first.pid, v));
    versions += version;
    if (history.filter(({ action }) => action === 'record.create').length !== 1)
      doubled.push(`pupil ${n} was made more than once`);
    for (const job of mine.filter(({ again }) => !again)) {
      const correction = mine.find(({ again, station }) => again && station === job.station);
      for (const [at, [path, value]] of writtenAt(job.station, n, false).entries()) {
        measurements++;
        const later = writtenAt(job.station, n, true)[at]![1];
        const wanted = [...new Set([word(value), ...(correction ? [word(later)] : [])])];
        const stood = history.map(({ record }) => word(getAt(record, path)));
        const changes = stood.filter((each, v) => each !== (stood[v - 1] ?? 'nothing'));
        const last = changes.at(-1);
        const ends = !correction ? wanted : correction.isGone ? wanted : wanted.slice(-1);
        if (last === undefined) lost.push(`pupil ${n}: ${path} never stood`);
        else if (!ends.includes(last))
          wrong.push(`pupil ${n}: ${path} is ${last} and not ${ends.join(' or ')}`);
        // As it was written and in its order: nothing stands that nobody wrote, goes, or comes a second time.
        const order = changes.map((each) => wanted.indexOf(each));
        if (order.includes(-1) || order.some((each, step) => step > 0 && each <= order[step - 1]!))
          doubled.push(`pupil ${n}: ${path} was ${changes.join(', then ')}`);
      }
    }
  }
  return { measurements, versions, devicesPerPupil: hands / Math.max(1, pupils), lost, doubled, wrong };
}
