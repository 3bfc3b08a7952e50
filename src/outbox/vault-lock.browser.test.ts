import { assert } from '@open-wc/testing';
import type { RowStore } from './rows.ts';
import { clean, codeOf, fakeTime, newPlace, passphrase, until } from './test-vault.ts';
import { openVault } from './vault.ts';

afterEach(clean);

const minute = 60_000;
const put = (rows: RowStore, value: unknown = 1) =>
  rows.change(async (view) => view.put('draft', 'a', value));
const get = async (rows: RowStore) => (await rows.read((view) => view.get('draft', 'a')))?.value;

it('a store locks itself after a time without anyone at work', async () => {
  const time = fakeTime();
  const vault = await (await newPlace()).unlocked(time);
  await put(vault.rows);
  time.pass(14 * minute);
  vault.touch();
  time.pass(14 * minute);
  assert.equal(await get(vault.rows), 1);
  time.pass(14 * minute);
  await put(vault.rows, 2);
  time.pass(14 * minute);
  assert.equal(vault.state, 'open');
  time.pass(minute);
  await until(() => vault.state === 'locked');
  assert.equal(await codeOf(get(vault.rows)), 'vault.locked');
});

it('work that runs by itself does not keep a store open', async () => {
  const time = fakeTime();
  const vault = await (await newPlace()).unlocked({ ...time, idleMs: minute });
  for (let second = 0; second < 60; second += 10) {
    await put(vault.backgroundRows);
    time.pass(10_000);
  }
  await until(() => vault.state === 'locked');
});

it('a clock that has gone on while the device slept locks at the next use, a clock set back does not keep it open', async () => {
  const time = fakeTime();
  const vault = await (await newPlace()).unlocked(time);
  await put(vault.rows);
  time.sleep(15 * minute);
  assert.equal(await codeOf(get(vault.rows)), 'vault.locked');
  await until(() => vault.state === 'locked');
  await vault.unlock(passphrase);
  time.sleep(16 * minute);
  vault.touch();
  await until(() => vault.state === 'locked');
  await vault.unlock(passphrase);
  time.sleep(20 * minute);
  document.dispatchEvent(new Event('visibilitychange'));
  await until(() => vault.state === 'locked');
  await vault.unlock(passphrase);
  time.sleep(-1_000 * minute);
  document.dispatchEvent(new Event('visibilitychange'));
  time.pass(15 * minute);
  await until(() => vault.state === 'locked');
});

it('a lock waits for what is typed and for a running change, and nothing begins meanwhile', async () => {
  const vault = await (await newPlace()).unlocked();
  const log: string[] = [];
  vault.beforeLock(async () => {
    await put(vault.rows, 'flushed');
    log.push('flushed');
  });
  const stop = vault.beforeLock(async () => void log.push('never'));
  stop();
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  const running = vault.rows.change(async (view) => {
    view.put('draft', 'b', 1);
    await held;
    log.push('changed');
  });
  const locking = vault.lock().then(() => log.push('locked'));
  go();
  await Promise.all([running, locking]);
  assert.deepEqual(log, ['changed', 'flushed', 'locked']);
  assert.equal(await codeOf(put(vault.rows)), 'vault.locked');
  await vault.unlock(passphrase);
  assert.equal(await get(vault.rows), 'flushed');
  assert.equal((await vault.rows.read((view) => view.get('draft', 'b')))?.value, 1);
});

it('work that does not end does not keep a store open, and is not written afterwards', async () => {
  const time = fakeTime();
  const place = await newPlace();
  const vault = await place.unlocked(time);
  vault.beforeLock(() => Promise.reject(new Error('no network')));
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  const running = vault.rows.change(async (view) => {
    view.put('draft', 'late', 1);
    await held;
  });
  const locking = vault.lock();
  await until(async () => (await codeOf(get(vault.rows))) === 'vault.locked');
  assert.equal(vault.state, 'open');
  while (vault.state === 'open') {
    time.pass(10_000);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await locking;
  const before = await place.look();
  go();
  assert.equal(await codeOf(running), 'vault.locked');
  assert.deepEqual(await place.look(), before);
});

it('a lock holds for one window, unless it is for all', async () => {
  const place = await newPlace();
  const [one, two] = [await place.unlocked(), await place.unlocked()];
  await one.lock();
  assert.equal(two.state, 'open');
  await one.unlock(passphrase);
  await one.lock({ everywhere: true });
  await until(() => two.state === 'locked');
});

it('a store that is wiped is gone in every window, and is made anew only after someone has heard of it', async () => {
  const place = await newPlace();
  const [one, two, locked] = [await place.unlocked(), await place.unlocked(), await place.open()];
  await put(one.rows);
  await one.wipe();
  assert.deepEqual([one.state, one.problem], ['empty', undefined]);
  assert.notInclude(
    (await indexedDB.databases()).map(({ name }) => name),
    place.name,
  );
  assert.equal(await codeOf(get(two.rows)), 'vault.lost');
  assert.deepEqual([two.state, two.problem], ['unusable', 'vault.lost']);
  for (const vault of [two, locked]) {
    assert.equal(await codeOf(vault.setUp(passphrase)), 'vault.lost');
    assert.equal(await codeOf(vault.unlock(passphrase)), 'vault.lost');
  }
  await one.setUp('một mật khẩu khác');
  await put(one.rows, 'new');
  assert.equal(await codeOf(get(two.rows)), 'vault.lost');
  assert.equal(await get(one.rows), 'new');
});

it('an open window does not take a store that was set up anew for its own', async () => {
  const place = await newPlace();
  const [one, two] = [await place.unlocked(), await place.unlocked()];
  await put(two.rows);
  const before = await place.look();
  await one.wipe();
  await one.setUp(passphrase);
  assert.equal(await codeOf(put(two.rows, 'old')), 'vault.lost');
  assert.equal((await place.look()).rows.size, 0);
  assert.equal(before.rows.size, 1);
});

it('a store that the browser threw away is lost, never silently a new one', async () => {
  const place = await newPlace();
  const [open, locked] = [await place.unlocked(), await place.open()];
  await put(open.rows);
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(place.name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  assert.equal(await codeOf(get(open.rows)), 'vault.lost');
  assert.equal(await codeOf(put(open.rows)), 'vault.lost');
  assert.equal(await codeOf(locked.unlock(passphrase)), 'vault.lost');
  assert.equal(await codeOf(locked.setUp(passphrase)), 'vault.lost');
  assert.notInclude(
    (await indexedDB.databases()).map(({ name }) => name),
    place.name,
  );
  await locked.wipe();
  await locked.setUp(passphrase);
  assert.equal(locked.state, 'open');
});

it('a page without https gets no store', async () => {
  const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle')!;
  Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined, configurable: true });
  try {
    const vault = await await openVault({ user: 'lan', facility: 'TYT-01' });
    assert.deepEqual([vault.state, vault.problem], ['unusable', 'vault.insecureOrigin']);
    assert.equal(await codeOf(vault.setUp(passphrase)), 'vault.insecureOrigin');
    assert.equal(await codeOf(vault.unlock(passphrase)), 'vault.insecureOrigin');
    assert.equal(await codeOf(vault.rows.read(async () => 1)), 'vault.insecureOrigin');
    await vault.close();
  } finally {
    Object.defineProperty(Crypto.prototype, 'subtle', subtle);
  }
});

it('setting up asks the browser to keep the store, and storage tells whether it does', async () => {
  const { persist } = StorageManager.prototype;
  let asked = 0;
  StorageManager.prototype.persist = async () => {
    asked += 1;
    throw new TypeError('not here');
  };
  try {
    const vault = await (await newPlace()).unlocked();
    const { usedBytes, quotaBytes, isPersistent } = await vault.storage();
    assert.deepEqual([asked, isPersistent], [1, false]);
    assert.ok(usedBytes! >= 0 && quotaBytes! > usedBytes!);
  } finally {
    StorageManager.prototype.persist = persist;
  }
});

it('a damaged store that another window recovered works again here', async () => {
  const place = await newPlace();
  const [one, two] = [await place.unlocked(), await place.unlocked()];
  await put(one.rows);
  await place.alter((tx) => tx.objectStore('manifest').clear());
  for (const vault of [one, two]) assert.equal(await codeOf(get(vault.rows)), 'vault.damaged');
  await one.recover();
  await until(() => two.state === 'open');
  assert.equal(await get(two.rows), 1);
});
