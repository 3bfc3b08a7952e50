import { RecordForm } from '../../components/record-form/index.ts';
import { SessionElement } from '../../components/session/index.ts';
import type { Outbox } from '../../src/outbox/index.ts';
import { captureOf, entryOf, newKey, openStore } from './captures.ts';

SessionElement.define();
RecordForm.define();

let outbox: Outbox;

/** A filled form in a session whose store keeps what is typed, and records that wait. Nothing is sent yet. */
export async function draw(count: number): Promise<void> {
  outbox = await openStore('sending', true);
  outbox.sync.pause();
  await outbox.vault.setUpWithKey(await newKey());
  for (let from = 0; from < count; from += 250)
    await outbox.queue.adopt(
      Array.from({ length: Math.min(250, count - from) }, (_, at) => entryOf(from + at)),
    );
  const session = document.createElement('hssk-session');
  session.client = {} as never;
  session.outbox = outbox;
  const form = document.createElement('hssk-record-form');
  form.now = '2026-11-18';
  form.value = captureOf(99_999);
  session.append(form);
  document.body.append(session);
}

let sending: Promise<number> | undefined;

/** Sends what waits; `sent` gives how long it took. */
export function send(): void {
  const start = performance.now();
  sending = new Promise((done) => {
    const stop = outbox.sync.watch(({ waiting }) => {
      if (waiting) return;
      stop();
      done(performance.now() - start);
    });
  });
  outbox.sync.resume();
}

export const sent = (): Promise<number> => sending!;
export const left = async (): Promise<number> => (await outbox.sync.status()).waiting;

/** Keys and words typed are on the disk; the store is gone afterwards. */
export async function end(): Promise<void> {
  document.querySelector('hssk-session')!.remove();
  await outbox.vault.wipe();
  await outbox.vault.close();
}
