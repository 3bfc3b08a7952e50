import { assert } from '@open-wc/testing';
import type { RowStore } from './rows.ts';
import { clean, codeOf, newPlace, passphrase, until } from './test-vault.ts';
import { openVault } from './vault.ts';

afterEach(clean);

const put = (rows: RowStore, value: unknown = 1) =>
  rows.change(async (view) => view.put('draft', 'a', value));
const get = async (rows: RowStore) => (await rows.read((view) => view.get('draft', 'a')))?.value;

const newKey = (extractable = false, usages: KeyUsage[] = ['encrypt', 'decrypt']) =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, extractable, usages);

it('a store is set up, locked, unlocked by its passphrase and by no other', async () => {
  const place = await newPlace();
  const vault = await place.open();
  const states: string[] = [];
  vault.watch(() => states.push(vault.state));
  await vault.setUp(passphrase);
  await put(vault.rows);
  const { storeId } = vault;
  assert.match(storeId!, /^[0-9a-f]{32}$/);
  await vault.lock();
  assert.equal(vault.storeId, undefined);
  assert.equal(await codeOf(get(vault.rows)), 'vault.locked');
  assert.equal(await codeOf(vault.unlock('mật khẩu rất dàj')), 'vault.wrongPassphrase');
  assert.equal(await codeOf(vault.unlock('')), 'vault.wrongPassphrase');
  assert.equal(vault.state, 'locked');
  await vault.unlock(passphrase);
  assert.deepEqual([vault.storeId, await get(vault.rows)], [storeId, 1]);
  assert.deepEqual(states, ['open', 'locked', 'open']);
  assert.equal(await codeOf(vault.unlock('mật khẩu rất dàj')), 'vault.wrongPassphrase');
  assert.equal(vault.state, 'open');
});

it('a passphrase is long enough in letters as people count them', async () => {
  const vault = await (await newPlace()).open();
  assert.equal(vault.minPassphrase, 12);
  for (const short of ['', 'mười một chữ'.slice(1), 'mật khẩu 😀'.normalize('NFD')]) {
    assert.equal(await codeOf(vault.setUp(short)), 'vault.shortPassphrase');
  }
  assert.equal(vault.state, 'empty');
  await vault.setUp('mười hai chữ'.normalize('NFD'));
  assert.equal(await codeOf(vault.changePassphrase('mười hai chữ', 'ngắn')), 'vault.shortPassphrase');
});

it('a passphrase is the same with composed and with decomposed letters', async () => {
  const place = await newPlace();
  const vault = await place.open();
  const [composed, decomposed] = [passphrase.normalize('NFC'), passphrase.normalize('NFD')];
  assert.notEqual(composed, decomposed);
  await vault.setUp(composed);
  await vault.lock();
  await vault.unlock(decomposed);
  await vault.changePassphrase(decomposed, `${decomposed} ﬁ`);
  await vault.lock();
  await vault.unlock(`${composed} fi`);
});

it('600,000 rounds are the default, and stand in the header with a salt of its own', async () => {
  const headers = [];
  for (let turn = 0; turn < 2; turn++) {
    const place = await newPlace();
    const vault = await place.open({ rounds: undefined });
    await vault.setUp(passphrase);
    headers.push((await place.look()).header as { kdf: { rounds: number; salt: Uint8Array } });
  }
  assert.deepEqual(
    headers.map(({ kdf }) => [kdf.rounds, kdf.salt.length]),
    [
      [600_000, 16],
      [600_000, 16],
    ],
  );
  assert.notDeepEqual(headers[0]!.kdf.salt, headers[1]!.kdf.salt);
  assert.equal(
    await codeOf((await newPlace()).open({ rounds: 10_000_001 })),
    'RangeError: At most 10,000,000 rounds',
  );
});

it('a change of passphrase leaves every row as it is, byte for byte', async () => {
  const place = await newPlace();
  const vault = await place.unlocked();
  const other = await place.unlocked();
  await put(vault.rows);
  const before = await place.look();
  assert.equal(
    await codeOf(vault.changePassphrase('not the passphrase', 'một mật khẩu khác')),
    'vault.wrongPassphrase',
  );
  assert.deepEqual(await place.look(), before);
  await vault.changePassphrase(passphrase, 'một mật khẩu khác');
  const after = await place.look();
  assert.deepEqual([after.rows, after.buckets, after.top], [before.rows, before.buckets, before.top]);
  const salts = [before, after].map(({ header }) =>
    String((header as { kdf: { salt: Uint8Array } }).kdf.salt),
  );
  assert.notEqual(salts[0], salts[1]);
  await put(vault.rows, 2);
  assert.equal(await get(other.rows), 2);
  await vault.lock();
  assert.equal(await codeOf(vault.unlock(passphrase)), 'vault.wrongPassphrase');
  await vault.unlock('một mật khẩu khác');
  assert.equal(await get(vault.rows), 2);
});

it('of two windows that change the passphrase at the same time one is right', async () => {
  const place = await newPlace();
  const windows = [await place.unlocked(), await place.unlocked()];
  const wanted = ['một mật khẩu khác', 'mật khẩu khác nữa'];
  const codes = await Promise.all(
    windows.map((vault, index) => codeOf(vault.changePassphrase(passphrase, wanted[index]!))),
  );
  assert.deepEqual([...codes].sort(), ['done', 'vault.wrongPassphrase']);
  await (await place.open()).unlock(wanted[codes.indexOf('done')]!);
});

it('a key of the host opens a store instead of a passphrase, and can be changed', async () => {
  const place = await newPlace();
  const [key, next] = [await newKey(), await newKey()];
  const vault = await place.open();
  await vault.setUpWithKey(key);
  await put(vault.rows);
  await vault.lock();
  assert.equal(await codeOf(vault.unlockWithKey(next)), 'vault.wrongPassphrase');
  assert.equal(await codeOf(vault.unlock(passphrase)), 'vault.wrongPassphrase');
  await vault.unlockWithKey(key);
  await vault.changeKey(key, next);
  await vault.lock();
  assert.equal(await codeOf(vault.unlockWithKey(key)), 'vault.wrongPassphrase');
  await vault.unlockWithKey(next);
  assert.equal(await get(vault.rows), 1);
});

it('a key that can be read out, or is of another kind, is refused', async () => {
  const vault = await (await newPlace()).open();
  const short = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 128 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const other = await crypto.subtle.generateKey({ name: 'AES-CBC', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  for (const key of [await newKey(true), await newKey(false, ['encrypt']), short, other]) {
    assert.include(await codeOf(vault.setUpWithKey(key)), 'TypeError');
  }
  assert.equal(vault.state, 'empty');
});

it('keys of an open store cannot be read out, and the raw data key is overwritten', async () => {
  const { importKey, deriveKey } = SubtleCrypto.prototype;
  const raw: Uint8Array[] = [];
  const extractable: unknown[] = [];
  SubtleCrypto.prototype.importKey = function (this: SubtleCrypto, ...parts: unknown[]) {
    raw.push(parts[1] as Uint8Array);
    extractable.push(parts[3]);
    return (importKey as (...all: unknown[]) => Promise<CryptoKey>).apply(this, parts);
  } as never;
  SubtleCrypto.prototype.deriveKey = function (...parts) {
    extractable.push(parts[3]);
    return deriveKey.apply(this, parts);
  };
  try {
    const vault = await (await newPlace()).unlocked();
    await vault.lock();
    await vault.unlock(passphrase);
    await vault.changePassphrase(passphrase, `${passphrase} mới`);
  } finally {
    Object.assign(SubtleCrypto.prototype, { importKey, deriveKey });
  }
  assert.isAtLeast(raw.length, 6);
  assert.ok(raw.every((bytes) => bytes.every((byte) => byte === 0)));
  assert.deepEqual([...new Set(extractable)], [false]);
});

it('two users, two facilities and two scopes see nothing of each other', async () => {
  const user = `lan-${crypto.randomUUID()}`;
  const owners = [
    { user, facility: 'TYT-01' },
    { user: `${user}-2`, facility: 'TYT-01' },
    { user, facility: 'TYT-02' },
    { user, facility: 'TYT-01', scope: 'test' },
  ];
  const vaults = [];
  for (const owner of owners) {
    const vault = await openVault({ ...owner, rounds: 1_000 });
    assert.equal(vault.state, 'empty');
    await vault.setUp(passphrase);
    assert.equal(await get(vault.rows), undefined);
    await put(vault.rows, owner);
    vaults.push(vault);
  }
  for (const [index, vault] of vaults.entries()) assert.deepEqual(await get(vault.rows), owners[index]);
  const names = (await indexedDB.databases()).map(({ name }) => name).join();
  assert.notInclude(names, 'lan');
  assert.notInclude(names, 'TYT');
  await vaults[0]!.wipe();
  assert.deepEqual(await get(vaults[1]!.rows), owners[1]);
  for (const vault of vaults) {
    await vault.wipe();
    await vault.close();
  }
});

it('a store that exists is not set up again, by no window', async () => {
  const place = await newPlace();
  const windows = [await place.open(), await place.open()];
  const codes = await Promise.all(windows.map((vault) => codeOf(vault.setUp(passphrase))));
  assert.deepEqual([...codes].sort(), ['done', 'vault.exists']);
  await until(() => windows.every(({ state }) => state !== 'empty'));
  assert.deepEqual(windows.map(({ state }) => state).sort(), ['locked', 'open']);
  assert.equal(await codeOf((await place.open()).setUp(passphrase)), 'vault.exists');
});
