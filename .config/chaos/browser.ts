/** An ordinary browser with a profile that outlives it, in a process group that is killed as a whole. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../chromium.mjs';

const passphrase = 'trâu mưa ghế tím sông';

/** Opens an example page for work without a network, and the store of its profile. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const form = page.locator('hssk-vault-panel form.passphrase >> visible=true');
  await form.waitFor();
  const inputs = form.locator('input.secret');
  for (let at = 0; at < (await inputs.count()); at++) await inputs.nth(at).fill(passphrase);
  await form.locator('button.primary').click();
  await page.locator('hssk-sync-status #toggle').waitFor();
}

/** What draws is left out where nothing of it is used: the page has it already, and may not have it twice. */
const undrawn: Plugin = {
  name: 'undrawn',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(lit|@lit)\b/ }, async ({ path, pluginData, ...from }) =>
      pluginData
        ? undefined
        : {
            ...(await resolve(path, { ...from, pluginData: true })),
            sideEffects: false,
            pluginData: undefined,
          },
    );
  },
};

/** A module that is run inside a page; what it exports is `inPage` there. */
export async function scriptOf(file: string, made: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'inPage',
    target: 'es2022',
    plugins: [undrawn],
  });
  return `(() => { ${outputFiles[0]!.text}; return inPage.${made}((told) => globalThis.told(told)); })()`;
}

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
