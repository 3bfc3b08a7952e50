import { assert, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { createClient } from '../../src/client/index.ts';
import type { Client, Member } from '../../src/client/index.ts';
import { openOutbox } from '../../src/outbox/index.ts';
import type { Outbox } from '../../src/outbox/index.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import { getAt, setAt } from '../../src/schema/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import { ScreeningForm } from '../screening/index.ts';
import { SessionElement } from '../session/index.ts';
import { deep } from '../testing.ts';
import { Roster } from './roster.ts';

const lastYear = 'screenings.2025-2026.rounds.round1';
const weight = 'screenings.2026-2027.rounds.round1.weightKg';

const pupil = (n: number): HealthRecord => ({
  schemaVersion: 1,
  capturedOn: '2025-11-18',
  administrative: {
    fullName: `Nguyễn Văn Mẫu ${n}`,
    sex: 'male',
    birthDate: '2017-03-12',
    identifiers: { personal: { kind: 'citizenId', number: `01421799000${n}` } },
    currentAddress: { commune: { code: '04108', text: 'Xã Chiềng Sung' } },
  },
  screenings: {
    '2025-2026': { rounds: { round1: { measuredOn: '2025-11-18', weightKg: 24 + n, heightCm: 124 } } },
  },
});

const key = crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const opened: Outbox[] = [];
afterEach(async () => {
  fixtureCleanup();
  for (const outbox of opened.splice(0)) {
    await outbox.vault.wipe().catch(() => {});
    await outbox.close().catch(() => {});
  }
});

/** A server that expects a class of four, three of them with a record of the year before, and the network to it. */
async function server() {
  const sandbox = createSandbox({ store: createMemoryStore() });
  const net = { isDown: false, calls: 0 };
  const client = createClient({
    baseUrl: 'http://central.test',
    token: 'demo:nurse:TYT-01:nurse1',
    retry: false,
    fetch: async (request) => {
      net.calls++;
      if (net.isDown) throw new TypeError('down');
      return sandbox.fetch(request);
    },
  });
  const pids: string[] = [];
  for (const n of [1, 2, 3]) pids.push((await client.records.create(pupil(n))).pid);
  await sandbox.expect(
    'TYT-01',
    [1, 2, 3, 4].map((n) => ({
      fullName: `Nguyễn Văn Mẫu ${n}`,
      birthDate: '2017-03-12',
      identifier: { kind: 'citizenId', number: `01421799000${n}` },
      groups: { class: 'Lớp 3A' },
    })),
  );
  return { net, client, pids };
}

/** A page of the device of a user, as it is after each start. */
async function page(client: Client, user: string) {
  for (const element of [SessionElement, Roster, ScreeningForm]) element.define();
  const outbox = await openOutbox({ client, user, facility: 'TYT-01', answerMs: 200 });
  opened.push(outbox);
  if (outbox.vault.state === 'empty') await outbox.vault.setUpWithKey(await key);
  else await outbox.vault.unlockWithKey(await key);
  const session = await fixture<SessionElement>(
    html`<hssk-session .client=${client} .outbox=${outbox} user=${user} facility="TYT-01"
      ><hssk-roster now="2026-11-20" stations="measure"></hssk-roster
      ><hssk-screening-form now="2026-11-20" station="measure"></hssk-screening-form
    ></hssk-session>`,
  );
  const roster = session.querySelector('hssk-roster')!;
  const form = session.querySelector('hssk-screening-form')!;
  roster.addEventListener('hssk-select', ({ list, member }) => {
    [form.list, form.member] = [list, member];
  });
  const rowsOf = (): HTMLElement[] => [...(find('.body')?.querySelectorAll<HTMLElement>('[role=row]') ?? [])];
  const find = (selector: string): HTMLElement | undefined => deep(roster.shadowRoot!, selector);
  return {
    lists: outbox.lists,
    form,
    find,
    /** Presses what is on screen, as soon as it is. */
    async press(selector: string): Promise<void> {
      await waitUntil(() => find(selector), selector);
      find(selector)!.click();
    },
    rows: (): readonly string[] => rowsOf().map((row) => row.textContent.replace(/\s+/g, ' ').trim()),
    /** Opens the pupil of a row in the form; gives who it is. */
    async choose(at: number): Promise<{ readonly list: string; readonly member: string }> {
      rowsOf()[at]!.click();
      const name = `Nguyễn Văn Mẫu ${at + 1}`;
      await waitUntil(() => form.value.administrative?.fullName === name, name);
      return { list: form.list as string, member: (form.member as Member).id };
    },
    async leave(): Promise<void> {
      session.remove();
      await outbox.close();
    },
  };
}

it('a class of the server is taken along in the roster, and is there without a network: people, records, statuses, last values', async () => {
  const { net, client, pids } = await server();
  const user = `taken-${crypto.randomUUID()}`;
  const before = await page(client, user);
  await waitUntil(() => before.find('#by'));
  const by = before.find('#by') as HTMLSelectElement;
  by.value = 'class';
  by.dispatchEvent(new Event('change'));
  await before.press('.take');
  await before.press('.open');
  await waitUntil(() => before.rows().length === 4);
  // Somebody is measured while there is a network still, another one was not there.
  const { list, member } = await before.choose(1);
  assert.equal(getAt(before.form.value, `${lastYear}.weightKg`), 26);
  const { lists } = before;
  const given = await lists.member(list, member);
  await lists.submit(
    list,
    member,
    setAt(setAt(given.record!, weight, 27), weight.replace('weightKg', 'heightCm'), 129),
    { measure: 'all' },
    given,
  );
  await lists.mark(list, (await lists.open(list)).list.members[2]!.id, { kind: 'absent' });
  await before.leave();

  net.isDown = true;
  const after = await page(client, user);
  await after.press('.open');
  await waitUntil(() => after.rows().length === 4);
  const kept = await after.lists.open(list);
  assert.deepEqual(
    kept.list.members.map(({ fullName, birthDate, pid }) => [fullName, birthDate, pid]),
    [1, 2, 3, 4].map((n) => [`Nguyễn Văn Mẫu ${n}`, '2017-03-12', pids[n - 1]]),
  );
  assert.deepEqual(
    kept.list.members.map(({ id }) => [
      kept.states.get(id)!.stations['measure'],
      kept.states.get(id)!.mark?.kind,
    ]),
    [
      [undefined, undefined],
      ['all', undefined],
      [undefined, 'absent'],
      [undefined, undefined],
    ],
  );
  const rows = after.rows();
  assert.include(rows[1], 'Đã xong');
  assert.include(rows[2], 'Vắng');
  // The values of the year before and those of the day stand in the form.
  for (const [at, then, now] of [
    [0, 25, undefined],
    [1, 26, 27],
    [2, 27, undefined],
    [3, undefined, undefined],
  ] as const) {
    await after.choose(at);
    assert.equal(getAt(after.form.value, `${lastYear}.weightKg`), then, `pupil ${at + 1}, last year`);
    assert.equal(getAt(after.form.value, weight), now, `pupil ${at + 1}, today`);
  }
});
