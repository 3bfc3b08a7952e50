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

/** Sends what waits; gives the milliseconds until nothing waits any more. */
export function send(): Promise<number> {
  const start = performance.now();
  return new Promise((done) => {
    const stop = outbox.sync.watch(({ waiting }) => {
      if (waiting) return;
      stop();
      done(performance.now() - start);
    });
    outbox.sync.resume();
  });
}

/** Takes everything away; gives how many records were still in the queue. */
export async function end(): Promise<number> {
  const { waiting } = await outbox.sync.status();
  document.querySelector('hssk-session')!.remove();
  await outbox.vault.wipe();
  await outbox.vault.close();
  return waiting;
}
