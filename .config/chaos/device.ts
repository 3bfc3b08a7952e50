/** One device of a school day: a browser with a profile of its own, killed and started again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JSHandle } from 'playwright-core';
import { openPage, scriptOf, startBrowser } from './browser.ts';
import type { Running } from './browser.ts';
import type { Given, Station, Task, Told } from './in-school.ts';

export type Device = ReturnType<typeof createDevice>;

const script = await scriptOf('in-school.ts', 'createStation');
const atOnce = 3;

export function createDevice({
  name,
  url,
  given,
  count,
  hear,
}: {
  readonly name: string;
  readonly url: string;
  /** The list that it reads in, and how many pupils are on it. */
  readonly given: Given;
  readonly count: number;
  readonly hear: (device: string, told: Told) => void;
}) {
  const profile = mkdtempSync(join(tmpdir(), 'hssk-school-'));
  let life: { readonly running: Running; readonly station: JSHandle<Station> } | undefined;
  let isOffline = false;

  /** What a page that was killed under its user's hands does not answer is no news. */
  async function ask<T>(work: (station: JSHandle<Station>) => Promise<T>): Promise<T | undefined> {
    const now = life;
    if (!now) return undefined;
    try {
      return await work(now.station);
    } catch (error) {
      if (now.running.isDead) return undefined;
      throw error;
    }
  }

  return {
    name,
    get isAlive() {
      return life !== undefined;
    },
    get isOffline() {
      return isOffline;
    },
    ask,

    async start(): Promise<void> {
      const running = await startBrowser(profile);
      const { page } = running;
      await page.exposeFunction('told', (told: Told) => hear(name, told));
      await openPage(page, `${url}/school-day.html`);
      const station = (await page.evaluateHandle(script)) as JSHandle<Station>;
      life = { running, station };
      const read = await station.evaluate((s, how) => s.put(how), given);
      if (read !== count) throw new Error(`${name} read ${read} pupils of ${count}`);
    },

    async kill(): Promise<void> {
      const now = life;
      life = undefined;
      isOffline = false;
      await now?.running.kill();
    },

    /** Takes the network from this device, or gives it back. */
    async setOffline(offline: boolean): Promise<void> {
      if (!life) return;
      isOffline = offline;
      const { running } = life;
      await running.page
        .context()
        .setOffline(offline)
        .catch((error: unknown) => {
          if (!running.isDead) throw error;
        });
    },

    /** Works through tasks until there are none or the device is dead. */
    async work(next: () => Task | undefined): Promise<void> {
      const one = async (): Promise<void> => {
        for (let task = next(); task && life; task = next()) {
          const now = task;
          await ask((station) => station.evaluate((s, task) => s.write(task), now));
        }
      };
      await Promise.all(Array.from({ length: atOnce }, one));
    },

    forget: () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }),
  };
}
