/**
 * A school day on three devices: each reads the list in from a file of its own kind, the slips of the parents are entered,
 * every pupil is called at four stations, the network comes and goes, browsers are killed, one device dies for good with
 * work in its queue and is found again after the others have finished. In the end every pupil has to be there once, with
 * every field as it was typed and every answer of the parents once.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createDevice } from './device.ts';
import type { Device } from './device.ts';
import type { Task, Told } from './in-school.ts';
import { judgeSchool } from './judge-school.ts';
import { fileOf, names, place, slipDay, stationCodes, today, writtenAt, year } from './pupils.ts';
import type { StationCode } from './pupils.ts';
import { randomFrom } from './people.ts';
import { openWorld } from './world.ts';

/** What is to be written of one pupil at one station, or the slip of the parents, and how far it has got. */
export interface Job {
  readonly n: number;
  readonly station: StationCode | 'consent';
  /** The same once more, as it was corrected. */
  readonly again: boolean;
  device: number;
  state: 'todo' | 'out' | 'safe';
  tries: number;
  /** Whether a device may hold it that was killed before it could say so. */
  isUnsure: boolean;
  /** Nobody is left who would write it. */
  isGone: boolean;
  /** Consent events that came of it, by their ids. */
  readonly events: string[];
}

const standstillMs = 60_000;
const homes: { readonly [station in StationCode]: number } = { measure: 0, eye: 1, dental: 1, doctor: 2 };
/** The device that dies for good. */
const mortal: number = 2;
const lasting = [0, 1];

const keyOf = ({ n, station, again }: Job): string => `${n} ${station} ${again ? 'again' : ''}`;

export async function runSchool({
  pupils,
  kills,
  seed,
}: {
  pupils: number;
  kills: number;
  seed: number;
}): Promise<number> {
  const began = performance.now();
  const random = randomFrom(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const faults: string[] = [];
  const jobs: Job[] = [];
  const add = (n: number, station: Job['station'], device: number, again = false): number =>
    jobs.push({
      ...{ n, station, again, device },
      ...{ state: 'todo', tries: 0, isUnsure: false, isGone: false, events: [] },
    });
  for (let n = 0; n < pupils; n++) {
    const at: number[] = stationCodes.map((station) => (random() < 0.85 ? homes[station] : upTo(3)));
    // Somebody is left who makes the record.
    if (at.every((device) => device === mortal)) at[0] = 0;
    for (const [s, station] of stationCodes.entries()) {
      add(n, station, at[s]!);
      if (random() < 0.06) add(n, station, at[s]!, true);
    }
    // Slips are entered anywhere, also where the pupil is never called.
    add(n, 'consent', lasting[upTo(lasting.length)]!);
  }
  // Pupils come in their order, more or less: stations meet at one pupil.
  const orders = new Map(jobs.map((job) => [job, job.n + random() * 12]));
  jobs.sort((a, b) => orders.get(a)! - orders.get(b)!);
  const byKey = new Map(jobs.map((job) => [keyOf(job), job]));
  const firstOf = (job: Job): Job => byKey.get(keyOf({ ...job, again: false }))!;

  const world = await openWorld(randomFrom(seed + 1));
  const hear = (_: string, { key, code, events = [] }: Told): void => {
    const job = byKey.get(key)!;
    job.events.push(...events);
    job.state = code === undefined ? 'safe' : 'todo';
    if (code !== undefined && !code.startsWith('vault.') && ++job.tries > 4)
      faults.push(`pupil ${job.n} at ${job.station}: ${code}`);
  };
  const facts = { name: 'Toàn trường', place, year };
  const devices = [0, 1, 2].map((at) =>
    createDevice({
      ...{ name: `device ${at}`, url: world.url, count: pupils, hear },
      given: { file: fileOf(pupils, at), facts, today, slipDay, names },
    }),
  );
  const dead = { waiting: 0, handedOver: 0 };
  /** Share of its work that the device gets to which is going to die. */
  let quota = 0.4;
  let killed = 0;
  let offline = 0;
  const isDone = (): boolean => jobs.every(({ state }) => state === 'safe') || faults.length > 0;

  function nextOf(at: number): Task | undefined {
    const its = jobs.filter(({ device }) => device === at);
    if (at === mortal && its.filter(({ state }) => state !== 'todo').length >= quota * its.length)
      return undefined;
    const job = jobs.find(
      (each) =>
        each.device === at && each.state === 'todo' && (!each.again || firstOf(each).state === 'safe'),
    );
    if (!job) return undefined;
    job.state = 'out';
    const { n, station, again } = job;
    const values = station === 'consent' ? [] : writtenAt(station, n, again);
    return { key: keyOf(job), n, station, values };
  }

  /** What was on its way into the store when the browser was killed may be there or not: it is written again. */
  async function kill(at: number): Promise<void> {
    await devices[at]!.kill();
    for (const job of jobs)
      if (job.device === at && job.state === 'out') [job.state, job.isUnsure] = ['todo', true];
  }

  async function toil(device: Device, at: number): Promise<void> {
    while (!isDone()) {
      if (device.isAlive) await device.work(() => (isDone() ? undefined : nextOf(at)));
      await pause(50);
    }
  }

  /** The device is heard of for the last time, goes on without a network, and breaks; others take over what is left. */
  async function die(): Promise<void> {
    const device = devices[mortal]!;
    const its = jobs.filter((job) => job.device === mortal);
    const untilSafe = async (share: number): Promise<void> => {
      while (its.filter(({ state }) => state === 'safe').length < share * its.length && !faults.length)
        await pause(10);
    };
    await untilSafe(0.3);
    await device.setOffline(false);
    const hurried = device.ask((station) => station.evaluate((s) => s.hurry()));
    await Promise.race([hurried, pause(5_000, undefined, { ref: false })]);
    await device.setOffline(true);
    quota = 0.7;
    await untilSafe(0.6);
    dead.waiting = (await device.ask((station) => station.evaluate((s) => s.status())))?.waiting ?? 0;
    quota = 1;
    await kill(mortal);
    const left = its.filter(({ state }) => state !== 'safe');
    for (const job of left.filter(({ again }) => !again)) {
      job.device = upTo(2);
      dead.handedOver++;
    }
    for (const job of left.filter(({ again }) => again)) {
      const first = firstOf(job);
      job.device = first.device;
      // Who corrects has seen what was written: where that is on the broken device, nobody does.
      if (first.device === mortal || first.isUnsure) [job.state, job.isGone] = ['safe', true];
    }
  }

  async function weather(): Promise<void> {
    const dying = die();
    while (!isDone()) {
      const at = upTo(3);
      const device = devices[at]!;
      const isFree = device.isAlive && at !== mortal;
      const what = random();
      if (what < 0.08) world.cut(300 + upTo(2_000));
      else if (!isFree) await pause(20);
      else if (what < 0.5) {
        if (!device.isOffline) offline++;
        await device.setOffline(!device.isOffline);
      } else if (what < 0.62)
        void device.ask((station) => station.evaluate((s) => s.hurry())).catch(() => {});
      else if (what < 0.7 && killed < kills) {
        killed++;
        await kill(at);
        await device.start();
      }
      await pause(80 + upTo(500));
    }
    await dying;
  }

  /** The network is good at last: everything is sent, and nobody has to decide anything. */
  async function finish(device: Device): Promise<void> {
    let [stands, since] = ['', performance.now()];
    for (;;) {
      await device.setOffline(false);
      const hurried = device.ask((station) => station.evaluate((s) => s.hurry()));
      await Promise.race([hurried, pause(20_000, undefined, { ref: false })]);
      const status = await device.ask((station) => station.evaluate((s) => s.status()));
      if (!status) throw new Error(`${device.name} is gone`);
      const { waiting, attention, damaged, vault, activity } = status;
      if (attention) {
        const what = await device.ask((station) => station.evaluate((s) => s.attention()));
        faults.push(`${device.name}: ${attention} need attention: ${[...new Set(what)].join(', ')}`);
      }
      if (damaged || vault !== 'open' || activity === 'restored')
        faults.push(`${device.name}: ${damaged} damaged rows, the store is ${vault}, ${activity}`);
      if (!waiting || faults.length) break;
      if (stands !== String(waiting)) [stands, since] = [String(waiting), performance.now()];
      if (performance.now() > since + standstillMs) {
        faults.push(`${device.name}: sending stands still with ${waiting} waiting`);
        break;
      }
      await pause(200);
    }
    const states = (await device.ask((station) => station.evaluate((s) => s.states()))) ?? [];
    const open = states.filter(({ queue }) => queue !== undefined).length;
    if (states.length !== pupils) faults.push(`${device.name}: the list has ${states.length} pupils`);
    if (open) faults.push(`${device.name}: ${open} pupils are shown as waiting, and nothing waits`);
    // What this device has written is shown as done.
    for (const { n, station, device: at, state, isGone } of jobs) {
      const { stations, consent } = states[n] ?? { stations: {} };
      const isMissing = station === 'consent' ? consent !== 'agreed' : stations[station] !== 'all';
      if (devices[at] === device && state === 'safe' && !isGone && isMissing)
        faults.push(`${device.name}: pupil ${n} is not shown as done at ${station}`);
    }
  }

  console.log(`seed ${seed}`);
  const stop = (): void =>
    void Promise.all(devices.map((each) => each.kill())).finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await Promise.all(devices.map((device) => device.start()));
    await Promise.all([weather(), ...devices.map(toil)]);
    world.calm();
    await Promise.all(devices.slice(0, mortal).map(finish));
    // Only now somebody finds the broken device and starts it once more.
    await devices[mortal]!.start();
    await finish(devices[mortal]!);
    const verdict = await judgeSchool(world.other, pupils, jobs);
    faults.push(...world.unexpected.map((kind) => `the server failed with ${kind}`));
    const struck = [...world.struck].sort().map(([kind, times]) => `${kind} ${times}`);
    console.log(`faults of the network: ${struck.join(', ')}`);
    console.log(
      `${world.cuts} times no network at all, ${offline} times none for one device; ${killed} kills; one device died with ` +
        `${dead.waiting} pupils in its queue, others took over ${dead.handedOver} of its measurements`,
    );
    for (const each of [...verdict.lost, ...verdict.doubled, ...verdict.wrong, ...faults])
      console.log(`  ${each}`);
    const seconds = Math.round((performance.now() - began) / 1000);
    const { measurements, fields, consents, reentered, versions, devicesPerPupil } = verdict;
    console.log(
      `${versions} versions, ${fields} fields, ${consents} consent events (${reentered} slips entered again after a kill), ` +
        `${devicesPerPupil.toFixed(2)} devices for each pupil`,
    );
    console.log(
      `${pupils} pupils, ${measurements} measurements, ${verdict.lost.length} lost, ${verdict.doubled.length} doubled, ` +
        `${verdict.wrong.length} wrong (seed ${seed}, ${seconds} s)`,
    );
    const failed = [verdict.lost, verdict.doubled, verdict.wrong, faults].filter(
      (each) => each.length,
    ).length;
    console.log(`${4 - failed} passed, ${failed} failed`);
    return failed ? 1 : 0;
  } finally {
    await Promise.all(devices.map((each) => each.kill()));
    for (const device of devices) device.forget();
    await world.stop();
  }
}
