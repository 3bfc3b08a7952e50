/** A day on one device: it is captured, changed and typed until the browser is killed, again and again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { JSHandle, Page } from 'playwright-core';
import { getAt, setAt } from '../../src/schema/index.ts';
import { openPage, scriptOf, startBrowser } from './browser.ts';
import type { Running } from './browser.ts';
import type { Actor, Told } from './in-page.ts';
import { pidsOf } from './judge.ts';
import { changing, covers, firstRecord, newDeed, wrote } from './people.ts';
import type { Deed } from './people.ts';
import { createTypist } from './typist.ts';
import type { World } from './world.ts';

export interface DayOptions {
  readonly world: World;
  readonly profile: string;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly records: number;
  readonly kills: number;
  readonly typed: number;
}

const lifeLimitMs = 30_000;
const standstillMs = 30_000;

const script = await scriptOf('in-page.ts', 'createActor');

/** A page with its store open. */
interface Life {
  readonly running: Running;
  readonly page: Page;
  readonly actor: JSHandle<Actor>;
}

export function createDay({ world, profile, random, records, kills: wanted, typed }: DayOptions) {
  const deeds: Deed[] = [];
  const byNumber = new Map<number, Deed>();
  const typist = createTypist(deeds, typed);
  const faults = typist.faults;
  let running: Running | undefined;
  let [kills, batchKills, otherWrites, decisions, writes, events] = [0, 0, 0, 0, 0, 0];
  let made = 0;

  const captured = (): number =>
    [...byNumber.values()].filter(({ attempts }) => attempts.some(({ isCaptured }) => isCaptured)).length;
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length)]!;

  function hear(told: Told): void {
    if (told.what === 'deciding') {
      decisions++;
      const deed = deeds.find(({ fullName }) => fullName === told.fullName)!;
      for (const [unit, side] of Object.entries(told.choices)) {
        deed.given[side === 'theirs' ? 'add' : 'delete'](unit);
        for (const path of changing.filter((each) => covers(unit, each)))
          deed.seen.set(path, (deed.seen.get(path) ?? new Set()).add(getAt(told.theirs, path)));
      }
      return;
    }
    const deed = byNumber.get(told.n)!;
    if (told.what === 'writing') wrote(deed, told.record, told.path, told.seen);
    else if (told.what === 'decided') deed.decided.push(told.id);
    else if (told.what === 'safe') deed.attempts.at(-1)!.isCaptured = true;
    else if (!told.code.startsWith('vault.')) faults.push(`record ${told.n}: it failed with ${told.code}`);
  }

  /** Opens the page and its store. */
  async function begin(): Promise<Life> {
    running = await startBrowser(profile);
    const { page } = running;
    await page.exposeFunction('told', hear);
    await openPage(page, `${world.url}/offline.html`);
    const actor = (await page.evaluateHandle(script)) as JSHandle<Actor>;
    return { running, page, actor };
  }

  /** What is found amiss whenever the store is opened again. */
  async function inspect({ actor }: Life): Promise<void> {
    const { vault, problem, damaged, activity } = await actor.evaluate((a) => a.status());
    if (vault !== 'open' || problem) faults.push(`the store was ${vault} (${problem})`);
    if (damaged) faults.push(`${damaged} damaged rows`);
    if (activity === 'restored') faults.push('a store that was never restored was taken for one');
  }

  async function capture({ actor }: Life, count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const deed = newDeed(made++);
      deeds.push(deed);
      byNumber.set(deed.n, deed);
      await actor.evaluate((a, [n, id, record]) => a.capture(n, id, record), [
        deed.n,
        `capture-${deed.n}`,
        firstRecord(deed),
      ] as const);
    }
  }

  function some(): Deed {
    const recent = random() < 0.5 ? Math.max(0, made - 30) : 0;
    return byNumber.get(recent + upTo(made - recent))!;
  }

  async function changeHere({ actor }: Life, deed: Deed, path: string, thinkMs: number): Promise<void> {
    const [pid] = await pidsOf(world.other, deed);
    const text = `viết ${++writes}`;
    await actor.evaluate((a, given) => a.edit(...given), [
      ...([deed.n, `edit-${String(writes).padStart(6, '0')}`, pid, path, text, thinkMs] as const),
    ] as const);
  }

  /** Somebody who was captured decides: an event of who never was would wait for good. */
  async function consentHere({ actor }: Life): Promise<void> {
    const deed = some();
    if (!deed.attempts.some(({ isCaptured }) => isCaptured)) return;
    const id = `event-${String(++events).padStart(6, '0')}`;
    await actor.evaluate((a, given) => a.consent(...given), [deed.n, id, random() < 0.5] as const);
  }

  /** Someone else changes a record on the server. */
  async function changeThere(deed: Deed, path: string): Promise<void> {
    const [pid] = await pidsOf(world.other, deed);
    if (!pid) return;
    const { etag } = await world.other.records.load(pid);
    const patch = setAt({}, path, `khác ${otherWrites + 1}`);
    // Where the device was faster nothing is written.
    await world.other.records.patch(pid, patch, { ifMatch: etag }).then(
      () => otherWrites++,
      () => {},
    );
  }

  /** Two people write in one record at the same time, often at the same place. */
  async function clash(life: Life): Promise<void> {
    const deed = some();
    const path = oneOf(changing);
    await changeHere(life, deed, path, 150 + upTo(300));
    await pause(upTo(150));
    await changeThere(deed, random() < 0.6 ? path : oneOf(changing));
  }

  /** What is done by script while the page lives. */
  async function toil(life: Life, isOver: () => boolean): Promise<void> {
    const left = Math.max(1, wanted - kills);
    await capture(life, Math.max(6, Math.ceil((records - typed - captured()) / left)));
    while (!isOver()) {
      const what = random();
      if (!byNumber.size) await capture(life, 1);
      else if (what < 0.3) await changeHere(life, some(), oneOf(changing), 0);
      else if (what < 0.45) await changeThere(some(), oneOf(changing));
      else if (what < 0.65) await clash(life);
      else if (what < 0.8) await consentHere(life);
      else if (what < 0.9) await life.actor.evaluate((a, c) => a.decide(c), [random(), random(), random()]);
      else await life.actor.evaluate((a) => void a.hurry());
      await pause(50 + upTo(250));
    }
  }

  /** Waits for the moment to kill: some lines into a batch, or any moment. */
  async function moment(inBatch: boolean): Promise<void> {
    const limit = inBatch ? 8_000 : 100 + random() * 4_000;
    if (!inBatch) return pause(limit).then(() => {});
    let left = 1 + upTo(4);
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, limit);
      world.batches.onLine = () => {
        if (--left > 0) return;
        clearTimeout(late);
        resolve();
      };
    });
    world.batches.onLine = () => {};
  }

  async function kill(): Promise<void> {
    if (world.batches.open > 0) batchKills++;
    kills++;
    await running!.kill();
  }

  /** Errors of a page that was killed under its user's hands are no news. */
  const unlessDead = (work: Promise<unknown>): Promise<void> => {
    const mine = running!;
    return work.then(
      () => {},
      (error: unknown) => {
        if (!mine.isDead) throw error;
      },
    );
  };

  /** From the start of the browser to its end. */
  async function live(): Promise<void> {
    if (random() < 0.06) {
      // It dies while it starts, or while the store is opened.
      const start = begin().catch(() => {});
      while (!running || running.isDead) await pause(5);
      await pause(random() * 1_500);
      await kill();
      await start;
      return;
    }
    const life = await begin();
    await inspect(life);
    if (random() < 0.2) world.cut(500 + random() * 2_500);
    const { isDead } = { isDead: () => life.running.isDead };
    const work = [unlessDead(toil(life, isDead)), unlessDead(typist.work(life.page, actorOf(life), isDead))];
    const strike = (async () => {
      await moment(random() < 0.5);
      await kill();
    })();
    await Promise.race([Promise.all([strike, ...work]), pause(lifeLimitMs, undefined, { ref: false })]);
    if (!life.running.isDead) throw new Error('A life did not end');
  }

  const actorOf = ({ actor }: Life): Pick<Actor, 'drafts' | 'entry'> => ({
    drafts: () => actor.evaluate((a) => a.drafts()),
    entry: (id) => actor.evaluate((a, i) => a.entry(i), id),
  });

  return {
    deeds,
    faults,
    get kills() {
      return kills;
    },
    get batchKills() {
      return batchKills;
    },
    get otherWrites() {
      return otherWrites;
    },
    get decisions() {
      return decisions;
    },
    get typed() {
      return typist.done;
    },
    get resumed() {
      return typist.resumed;
    },

    async work(): Promise<void> {
      while (kills < wanted) {
        await live();
        if (kills % 10 === 0)
          console.log(`${kills} kills, ${batchKills} in a batch, ${made} records, ${typist.done} typed`);
      }
    },

    /** The rest is captured, the network is good at last, and everything is sent and decided. */
    async end(): Promise<void> {
      const life = await begin();
      await inspect(life);
      while (captured() < records - typed) {
        await capture(life, records - typed - captured());
        while ((await life.actor.evaluate((a) => a.status())).busy) await pause(200);
      }
      await typist.work(life.page, actorOf(life), () => typist.isDone);
      world.calm();
      let [stands, since] = ['', 0];
      for (;;) {
        const hurried = life.actor.evaluate((a) => a.hurry());
        const isStuck = await Promise.race([hurried, pause(20_000, 'stuck', { ref: false })]);
        if (isStuck) {
          faults.push(`sending stands still: ${await life.actor.evaluate((a) => a.stand())}`);
          break;
        }
        const chances = Array.from({ length: 7 }, random);
        for (const odd of await life.actor.evaluate((a, c) => a.decide(c), chances))
          faults.push(`needs attention: ${odd}`);
        const { waiting, attention, drafts, busy } = await life.actor.evaluate((a) => a.status());
        if (!waiting && !attention && !drafts && !busy) break;
        const now = `${waiting} ${attention} ${drafts} ${busy}`;
        if (now !== stands) [stands, since] = [now, performance.now()];
        if (
          performance.now() > since + standstillMs ||
          faults.some((each) => each.startsWith('needs attention'))
        ) {
          faults.push(`in the end ${waiting} wait, ${attention} need attention, ${drafts} drafts are left`);
          break;
        }
        await pause(200);
      }
      await inspect(life);
    },

    async abort(): Promise<void> {
      if (running && !running.isDead) await running.kill();
    },
  };
}
