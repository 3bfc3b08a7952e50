/** An ordinary browser with a profile that outlives it, in a process group that is killed as a whole. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../chromium.mjs';

export interface Running {
  readonly page: Page;
  readonly isDead: boolean;
  /** SIGKILL to everything that belongs to the browser; resolves when it has ended. */
  kill(): Promise<void>;
}

async function addressOf(browser: ChildProcess): Promise<string> {
  let said = '';
  for await (const text of browser.stderr!.setEncoding('utf8')) {
    said += text;
    const address = /DevTools listening on (\S+)/.exec(said)?.[1];
    if (address) return address;
  }
  throw new Error(`The browser did not start: ${said}`);
}

/** Starts it on a profile. */
export async function startBrowser(profile: string): Promise<Running> {
  const browser = spawn(
    await findChromium(),
    [
      ...chromiumFlags,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const connection = await chromium.connectOverCDP(await addressOf(browser));
  // What it says from here on is of no use, and must not fill its pipe.
  browser.stderr!.resume();
  let isDead = false;
  return {
    page: connection.contexts()[0]!.pages()[0]!,
    get isDead() {
      return isDead;
    },
    async kill() {
      isDead = true;
      try {
        process.kill(-browser.pid!, 'SIGKILL');
      } catch {
        // It has ended.
      }
      await ended;
      await connection.close().catch(() => {});
    },
  };
}
