import { assert, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import type { MemberDraft } from '../../src/client/index.ts';
import { closeAll, makeWorld, passphrase } from '../../src/outbox/test-outbox.ts';
import type { Device, World } from '../../src/outbox/test-outbox.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import { getAt, setAt } from '../../src/schema/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import { recordOf, statusOf } from '../../src/school/index.ts';
import type { Session } from '../context.ts';
import { SessionElement } from '../session/index.ts';
import { ScreeningForm } from './index.ts';
import { classList, pupils } from './testing.ts';
import { focused, now, one, openId, press, row, shown, words } from './station-testing.ts';

afterEach(async () => {
  fixtureCleanup();
  await closeAll();
});

const weight = `${row}.weightKg`;
const right = `${row}.vision.uncorrectedRight`;
const user = 'nurse-990';

async function worldWithClass(): Promise<{ world: World; device: Device }> {
  const world = makeWorld((clock) => createSandbox({ store: createMemoryStore(), now: clock }));
  const device = await world.device();
  await device.lists.put(classList);
  return { world, device };
}

/** A station of a device, its pupil open. */
async function stationOn(
  { client, outbox }: Device,
  more: Partial<ScreeningForm> = {},
  { by = user, session: given }: { by?: string; session?: Session } = {},
): Promise<ScreeningForm> {
  SessionElement.define();
  ScreeningForm.define();
  const session = await fixture<SessionElement>(
    html`<hssk-session
      .client=${client}
      .outbox=${outbox}
      .session=${given}
      user=${by}
      facility="TYT-01"
    ></hssk-session>`,
  );
  const form = document.createElement('hssk-screening-form');
  const list = classList.id;
  Object.assign(form, { station: 'measure', pad: 'off', now, list, member: pupils[0]!.id, ...more });
  session.append(form);
  await opened(form);
  return form;
}

/** Somebody is on screen, and can be written. */
const opened = (form: ScreeningForm) =>
  waitUntil(() => form.shadowRoot?.querySelector('.frame[aria-busy=false] h2'), 'somebody is open', {
    timeout: 5_000,
  });
const show = async (form: ScreeningForm, n: number): Promise<void> => {
  form.member = pupils[n]!.id;
  await waitUntil(() => words(one(form, 'h2')).includes(pupils[n]!.fullName));
};

/** What is typed and on disk, whoever has it open. */
const kept = async ({ outbox }: Device): Promise<readonly MemberDraft[]> =>
  (await outbox.vault.rows.read((view) => view.list<MemberDraft>('typed'))).map(({ value }) => value);
const isKept = (device: Device, path: string, value: unknown) =>
  waitUntil(
    async () => (await kept(device)).some(({ draft }) => getAt(draft, path) === value),
    `${path} on disk`,
  );
const valueOf = (form: ScreeningForm, path: string): unknown => getAt(form.value, path);
const both = (form: ScreeningForm): readonly string[] => [shown(form, 'weightKg'), shown(form, 'heightCm')];
const recordNow = async ({ lists }: Device, n = 0): Promise<HealthRecord | undefined> =>
  (await lists.member(classList.id, pupils[n]!.id)).record;

/** Somebody else at the same device's list, as another station or window. */
async function elsewhere({ lists }: Device, path: string, value: unknown, n = 0): Promise<void> {
  const given = await lists.member(classList.id, pupils[n]!.id);
  const record = given.record ?? (recordOf(pupils[n]!, classList, { capturedOn: now }) as HealthRecord);
  await lists.submit(classList.id, pupils[n]!.id, setAt(record, path, value), {}, given);
}

it('what is typed is on screen again after a reload, as not saved, and is gone once it is saved', async () => {
  const { world, device } = await worldWithClass();
  const form = await stationOn(device);
  await press('27,5 Enter 131');
  await isKept(device, `${row}.heightCm`, 131);
  const state = async () => (await device.lists.open(classList.id)).states.get('m1')!;
  const rules = { stations: ['measure'], needsConsent: false };
  assert.equal(statusOf(await state(), rules), 'begun');
  assert.equal(statusOf(await state(), { ...rules, stations: ['eye'] }), 'todo');
  form.closest('hssk-session')!.remove();
  const again = await stationOn(await world.device());
  assert.deepEqual(both(again), ['27,5', '131']);
  assert.equal(again.saveState, 'unsaved');
  assert.include(words(one(again, '.restored')), 'Đã mở lại số liệu chưa lưu, nhập lúc');
  await waitUntil(() => focused(again) === `${row}.bloodPressureMmHg`);
  assert.equal((await device.outbox.sync.status()).waiting, 0);
  await again.save();
  assert.lengthOf(await kept(device), 0);
  assert.equal(getAt(await recordNow(device), weight), 27.5);
  assert.isFalse(one(again, '.restored') !== null);
  again.closest('hssk-session')!.remove();
  const third = await stationOn(device);
  assert.equal(third.saveState, 'none');
});

it('a window that dies between two keys has lost nothing that was typed before the pause', async () => {
  const { world, device } = await worldWithClass();
  // Nobody tells the form that the store closes.
  const form = await stationOn(device, {}, { session: { lists: device.lists, user } });
  await press('27,5');
  await isKept(device, weight, 27.5);
  await press('Enter 1');
  await device.kill();
  const again = await stationOn(await world.device());
  assert.equal(shown(again, 'weightKg'), '27,5');
  assert.equal(again.saveState, 'unsaved');
  form.remove();
});

it('a store that is locked keeps first what is typed; nothing of it stays in the page until it is opened again', async () => {
  const { device } = await worldWithClass();
  const form = await stationOn(device);
  await press('27,5');
  await show(form, 1);
  await press('28');
  // Nobody has waited for anything: what is not on disk yet is put there before the store closes.
  await device.outbox.vault.lock();
  await waitUntil(() => !one(form, 'h2'));
  assert.deepEqual(form.value, {});
  assert.notInclude(form.shadowRoot!.textContent, 'Lò Thị');
  await waitUntil(() => dispatchEvent(new Event('beforeunload', { cancelable: true })), 'nothing is held');
  await device.outbox.vault.unlock(passphrase);
  await opened(form);
  assert.equal(openId({ member: { id: form.member } } as never), 'm2');
  assert.equal(shown(form, 'weightKg'), '28');
  assert.equal(form.saveState, 'unsaved');
  await show(form, 0);
  assert.equal(shown(form, 'weightKg'), '27,5');
});

it('two stations of one pupil in two windows keep each their own', async () => {
  const { world, device } = await worldWithClass();
  const [measure, eye] = [await stationOn(device), await stationOn(await world.device(), { station: 'eye' })];
  const type = async (form: ScreeningForm, path: string, text: string): Promise<void> => {
    const control = form.shadowRoot!.querySelector<HTMLInputElement>(`[data-path="${path}"] input`)!;
    control.focus();
    await press(text);
  };
  await type(measure, weight, '27,5');
  await type(eye, right, '9');
  await isKept(device, weight, 27.5);
  await isKept(device, right, '9/10');
  const places = (await kept(device)).map(({ draft }) => [getAt(draft, weight), getAt(draft, right)]);
  assert.sameDeepMembers(places, [
    [27.5, undefined],
    [undefined, '9/10'],
  ]);
  await measure.save();
  assert.lengthOf(await kept(device), 1);
  eye.closest('hssk-session')!.remove();
  const again = await stationOn(device, { station: 'eye' });
  assert.equal(valueOf(again, right), '9/10');
  assert.equal(valueOf(again, weight), 27.5);
  await again.save();
  assert.deepEqual(
    [weight, right].map((path) => valueOf(again, path)),
    [27.5, '9/10'],
  );
  assert.lengthOf(await kept(device), 0);
});

it('two windows at one station do not show what the other one is typing, and lose none of it', async () => {
  const { world, device } = await worldWithClass();
  const one = await stationOn(device);
  await press('27,5');
  await isKept(device, weight, 27.5);
  const two = await stationOn(await world.device());
  assert.equal(shown(two, 'weightKg'), '');
  world.clock.now += 1_000;
  await press('28');
  await isKept(device, weight, 28);
  assert.lengthOf(await kept(device), 2);
  for (const form of [one, two]) form.closest('hssk-session')!.remove();
  const again = await stationOn(device);
  // The newer one first; the other one is offered when this one is settled.
  assert.equal(shown(again, 'weightKg'), '28');
  await again.save();
  assert.lengthOf(await kept(device), 1);
});

it('another person who works here is not shown what somebody else has typed', async () => {
  const { device } = await worldWithClass();
  const form = await stationOn(device);
  await press('27,5');
  await isKept(device, weight, 27.5);
  form.closest('hssk-session')!.remove();
  const other = await stationOn(device, {}, { by: 'nurse-991' });
  assert.equal(shown(other, 'weightKg'), '');
  assert.lengthOf(await kept(device), 1);
});

it('nothing that was typed is shown or sent where the parents have refused since', async () => {
  const { device } = await worldWithClass();
  const form = await stationOn(device);
  await press('27,5');
  await isKept(device, weight, 27.5);
  form.closest('hssk-session')!.remove();
  await device.lists.consented!(classList.id, 'm1', 'refused');
  const again = await stationOn(device);
  assert.isUndefined(valueOf(again, weight));
  await again.save();
  assert.equal((await device.outbox.sync.status()).waiting, 0);
});

/** [what a person decides about 27,5 typed and 28 saved elsewhere, what is saved then] */
const decisions: readonly (readonly [string, (form: ScreeningForm) => unknown, number])[] = [
  ['the saved one', (form) => one(form, '.late button').click(), 28],
  ['the typed one', (form) => one(form, '.late button:last-of-type').click(), 27.5],
];
for (const [what, decide, expected] of decisions)
  it(`a value that was typed before another one was saved elsewhere is asked about, also after one more reload: ${what}`, async () => {
    const { device } = await worldWithClass();
    const form = await stationOn(device);
    await press('27,5 Enter 131');
    await isKept(device, `${row}.heightCm`, 131);
    form.closest('hssk-session')!.remove();
    await elsewhere(device, weight, 28);
    await elsewhere(device, `${row}.pulsePerMinute`, 88);
    const first = await stationOn(device);
    assert.deepEqual([...both(first), shown(first, 'pulsePerMinute')], ['27,5', '131', '88']);
    assert.include(words(one(first, '.late')), 'Cân nặng: đã lưu 28 kg, đang ghi 27,5 kg.');
    // Something more is typed, on the record as it stands now.
    first
      .shadowRoot!.querySelector<HTMLInputElement>(`[data-path="${row}.bloodPressureMmHg"] input`)!
      .focus();
    await press('105/65');
    await waitUntil(async () =>
      (await kept(device)).some(({ draft }) => getAt(draft, `${row}.bloodPressureMmHg`)),
    );
    first.closest('hssk-session')!.remove();
    const again = await stationOn(device);
    await again.save(true);
    assert.equal(getAt(await recordNow(device), weight), 28);
    assert.equal(words(again.shadowRoot!.activeElement), 'Lấy 28 kg');
    decide(again);
    await again.updateComplete;
    assert.isFalse(one(again, '.late') !== null);
    await again.save();
    const record = await recordNow(device);
    const values = ['weightKg', 'heightCm', 'pulsePerMinute'].map((name) => getAt(record, `${row}.${name}`));
    assert.deepEqual(values, [expected, 131, 88]);
    assert.lengthOf(await kept(device), 0);
  });

it('what somebody else has saved just so needs no question and is not unsaved', async () => {
  const { device } = await worldWithClass();
  const form = await stationOn(device);
  await press('27,5');
  await isKept(device, weight, 27.5);
  form.closest('hssk-session')!.remove();
  await elsewhere(device, weight, 27.5);
  const again = await stationOn(device);
  assert.equal(shown(again, 'weightKg'), '27,5');
  assert.notEqual(again.saveState, 'unsaved');
  await waitUntil(async () => (await kept(device)).length === 0);
});

it('what is typed while the record before it is on its way asks nothing about itself', async () => {
  const { world, device } = await worldWithClass();
  const form = await stationOn(device);
  let release = (): void => {};
  const held = new Promise<void>((done) => (release = done));
  world.net = async (next) => held.then(next);
  await press('27,5');
  const saving = form.save();
  await waitUntil(async () => (await device.outbox.sync.status()).waiting === 1);
  await press('Backspace 8');
  await isKept(device, weight, 27.8);
  assert.isFalse(one(form, '.late') !== null);
  release();
  await saving;
  assert.equal(form.saveState, 'unsaved');
  await form.save();
  assert.equal(getAt(await recordNow(device), weight), 27.8);
  assert.lengthOf(await kept(device), 0);
});

it('what is typed can be thrown away, and what is saved is shown then', async () => {
  const { device } = await worldWithClass();
  await elsewhere(device, `${row}.pulsePerMinute`, 88);
  const form = await stationOn(device);
  await press('27,5');
  await isKept(device, weight, 27.5);
  form.closest('hssk-session')!.remove();
  const again = await stationOn(device);
  one(again, '.discard summary').click();
  one(again, '.discard button').click();
  await waitUntil(() => shown(again, 'weightKg') === '' && shown(again, 'pulsePerMinute') === '88');
  assert.notEqual(again.saveState, 'unsaved');
  assert.lengthOf(await kept(device), 0);
});

it('what is typed and taken back again is nothing to go on with', async () => {
  const { device } = await worldWithClass();
  const form = await stationOn(device);
  await press('2');
  await isKept(device, weight, 2);
  await press('Backspace');
  await waitUntil(async () => (await kept(device)).length === 0);
  form.closest('hssk-session')!.remove();
  assert.equal((await stationOn(device)).saveState, 'none');
});

/** [moment at which nobody waits for the pause] */
const moments: readonly (readonly [string, (form: ScreeningForm) => unknown])[] = [
  ['the field is left', (form) => (form.shadowRoot!.activeElement as HTMLElement).blur()],
  ['the page goes', () => dispatchEvent(new PageTransitionEvent('pagehide'))],
  ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['another pupil is opened', (form) => (form.member = 'm2')],
  ['the form is taken away', (form) => form.remove()],
];
for (const [moment, happens] of moments)
  it(`what is typed goes to the disk at once when ${moment}`, async () => {
    const { device } = await worldWithClass();
    const form = await stationOn(device);
    const timers = globalThis.setTimeout;
    // No pause ends any more.
    globalThis.setTimeout = ((run: () => void, ms = 0) => (ms >= 300 ? 0 : timers(run, ms))) as never;
    try {
      await press('2');
      assert.lengthOf(await kept(device), 0);
      happens(form);
      for (let look = 0; look < 200 && !(await kept(device)).length; look++) await form.updateComplete;
      assert.equal(getAt((await kept(device))[0]?.draft ?? {}, weight), 2);
    } finally {
      globalThis.setTimeout = timers;
    }
  });

it('says when what is typed cannot be kept, and that it is there still', async () => {
  const { device } = await worldWithClass();
  const form = await stationOn(device);
  const { change } = device.outbox.vault.rows;
  const full = Object.assign(new Error('full'), { code: 'vault.full' });
  Object.assign(device.outbox.vault.rows, { change: () => Promise.reject(full) });
  await press('27,5');
  await waitUntil(() => form.notice.startsWith('Chưa lưu được nháp. Máy đã hết chỗ lưu.'));
  assert.equal(shown(form, 'weightKg'), '27,5');
  Object.assign(device.outbox.vault.rows, { change });
  await press('5');
  await isKept(device, weight, 27.55);
  await waitUntil(() => form.notice === '');
});
