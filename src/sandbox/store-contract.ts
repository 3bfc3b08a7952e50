import assert from 'node:assert/strict';
import { at, entry, key, number, record } from './contract-rows.ts';
import { rosterContract } from './roster-contract.ts';
import { consent, emergency } from './contract-rows.ts';
import type { PersonKey, Store, StoredRecord } from './store.ts';

const boom = new Error('boom');

/**
 * What every store must do, one sentence each. `id` makes ids that no other sentence uses, so that all of them can
 * run on one database.
 */
export const storeContract: Readonly<
  Record<string, (store: Store, id: (name: string) => string) => Promise<void>>
> = {
  'a record is read back as it was saved': async (store, id) => {
    const saved = record(id('a'));
    const text = 'a\\b "c" \'; drop table hssk_records; -- <script>alert(1)</script> Nguyễn 👩‍👩‍👧 \u200b$1 ${x}';
    const full = { ...saved, record: { ...saved.record, notes: { 'administrative.fullName': text } } };
    await store.transaction((tx) => tx.save(full, key()));
    assert.deepEqual(await store.transaction((tx) => tx.load(id('a'))), full);
    assert.equal(await store.transaction((tx) => tx.load(id('b'))), undefined);
  },

  'every version is kept and listed, newest first, page by page': async (store, id) => {
    for (const version of [1, 2, 3])
      await store.transaction((tx) => tx.save(record(id('a'), version), key()));
    await store.transaction(async (tx) => {
      assert.equal((await tx.load(id('a')))?.version, 3);
      assert.deepEqual(
        (await tx.versions(id('a'), undefined, 2)).map((v) => v.version),
        [3, 2],
      );
      assert.deepEqual(await tx.versions(id('a'), 2, 2), [
        { version: 1, at, by: 'u', facility: 'F', action: 'record.create' },
      ]);
      assert.deepEqual((await tx.version(id('a'), 2))?.record, record(id('a'), 2).record);
      assert.equal(await tx.version(id('a'), 4), undefined);
    });
  },

  'a transaction that fails leaves nothing': async (store, id) => {
    await store.transaction((tx) => tx.save(record(id('a')), key()));
    const failing = store.transaction(async (tx) => {
      await tx.claim(id('s'), 'key-0001', 'h');
      await tx.save(record(id('a'), 2), key({ identifiers: [number(id('1'))] }));
      await tx.save(record(id('b')), key());
      await tx.addConsent(id('a'), consent(1));
      await tx.log(id('a'), entry(1));
      throw boom;
    });
    await assert.rejects(failing, boom);
    await store.transaction(async (tx) => {
      assert.equal(await tx.claim(id('s'), 'key-0001', 'h'), undefined);
      assert.equal((await tx.load(id('a')))?.version, 1);
      assert.equal(await tx.load(id('b')), undefined);
      assert.deepEqual(await tx.findByIdentifier('citizenId', id('1')), []);
      assert.deepEqual(await tx.consents(id('a'), undefined, 9), []);
      assert.deepEqual(await tx.accessLog(id('a'), undefined, 9), []);
    });
  },

  'writers of one record wait for each other, and none overwrites another': async (store, id) => {
    await store.transaction((tx) => tx.save(record(id('a')), key()));
    const write = () =>
      store.transaction(async (tx) => {
        const before = await tx.load(id('a'), true);
        await tx.save(record(id('a'), before!.version + 1), key());
      });
    await Promise.all(Array.from({ length: 12 }, write));
    const versions = await store.transaction((tx) => tx.versions(id('a'), undefined, 50));
    assert.deepEqual(
      versions.map((v) => v.version),
      Array.from({ length: 13 }, (_, n) => 13 - n),
    );
  },

  'a unique number belongs to one record; others may share theirs': async (store, id) => {
    const save = (pid: string, ...identifiers: PersonKey['identifiers']) =>
      store.transaction(async (tx) => {
        const holder = await tx.save(record(id(pid)), key({ identifiers }));
        if (holder !== undefined) throw new Error(holder);
      });
    await save('a', number(id('1')), number(id('x'), false));
    await assert.rejects(save('b', number(id('1'))), { message: id('a') });
    await save('c', number(id('2')), number(id('x'), false));
    const found = await store.transaction((tx) => tx.findByIdentifier('citizenId', id('x')));
    assert.deepEqual(found.map((r) => r.pid).sort(), [id('a'), id('c')].sort());
    assert.deepEqual(await store.transaction((tx) => tx.findByIdentifier('passport', id('x'))), []);
    assert.equal(await store.transaction((tx) => tx.load(id('b'))), undefined);
  },

  'a record keeps its own number, which is free again when the record no longer has it': async (
    store,
    id,
  ) => {
    const identifiers = [number(id('1'))];
    const save = (saved: StoredRecord, person = key({ identifiers })) =>
      store.transaction(async (tx) => {
        const holder = await tx.save(saved, person);
        if (holder !== undefined) throw new Error(holder);
      });
    await save(record(id('a')));
    await save(record(id('a'), 2));
    await assert.rejects(save(record(id('b'))), { message: id('a') });
    await save(record(id('a'), 3), key());
    await save(record(id('b')));
  },

  'of many who create one person at once exactly one succeeds': async (store, id) => {
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        store.transaction(async (tx) => {
          const identifiers = n % 2 ? [number(id('1')), number(id('2'))] : [number(id('2')), number(id('1'))];
          if (await tx.save(record(id(`p${n}`)), key({ identifiers }))) throw boom;
        }),
      ),
    );
    assert.equal(results.filter((r) => r.status === 'fulfilled').length, 1);
    assert.deepEqual(
      results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : [])),
      Array.from({ length: 7 }, () => boom),
    );
  },

  'an idempotency key is taken once, also by many at once, and gives the first answer': async (store, id) => {
    const claim = (n: number) =>
      store.transaction(async (tx) => {
        const kept = await tx.claim(id('s'), 'key-0001', `h${n}`);
        if (!kept) await tx.keep(id('s'), 'key-0001', 201, { n });
        return kept ?? { hash: `h${n}`, status: 201, data: { n } };
      });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(claim));
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    assert.equal(await store.transaction((tx) => tx.claim(id('t'), 'key-0001', 'h')), undefined);
  },

  'people are found by name, birth date as far as known, and commune': async (store, id) => {
    const person = key({
      foldedName: id('nguyen thi dao'),
      birthDate: '1990-03',
      communes: ['00004', '00008'],
    });
    await store.transaction((tx) => tx.save(record(id('a')), person));
    await store.transaction((tx) => tx.save(record(id('b')), { ...person, birthDate: '' }));
    const rows: [name: string, date: string, commune: string | undefined, found: boolean][] = [
      ['nguyen thi dao', '1990-03-19', '00004', true],
      ['nguyen thi dao', '1990', '00008', true],
      ['nguyen thi dao', '1990-03', undefined, true],
      ['nguyen thi dao', '1990-04', '00004', false],
      ['nguyen thi dao', '', '00004', false],
      ['nguyen thi dao', '1990-03', '00009', false],
      ['nguyen thi', '1990-03', '00004', false],
    ];
    for (const [name, date, commune, found] of rows) {
      const people = await store.transaction((tx) => tx.findByPerson(id(name), date, commune));
      assert.deepEqual(
        people.map((p) => p.pid),
        found ? [id('a')] : [],
        `${name} ${date} ${commune}`,
      );
    }
  },

  'consents are kept to the byte, listed in their order and found by their id': async (store, id) => {
    for (const pid of ['a', 'b']) await store.transaction((tx) => tx.save(record(id(pid)), key()));
    const [first, second, third] = [1, 2, 3].map((seq) => consent(seq));
    for (const stored of [first!, second!, third!])
      await store.transaction((tx) => tx.addConsent(id('a'), stored));
    const listed = await store.transaction((tx) => tx.consents(id('a'), undefined, 2));
    assert.equal(
      JSON.stringify(listed.map(({ event }) => event)),
      JSON.stringify([first!.event, second!.event]),
    );
    assert.deepEqual(listed, [first, second]);
    assert.deepEqual(await store.transaction((tx) => tx.consents(id('a'), 2, 2)), [third]);
    await store.transaction(async (tx) => {
      assert.deepEqual(await tx.lastConsent(id('a')), third);
      assert.deepEqual(await tx.findConsent(id('a'), second!.event.id), second);
      assert.equal(await tx.findConsent(id('b'), second!.event.id), undefined);
      assert.equal(await tx.lastConsent(id('b')), undefined);
    });
  },

  'an event stands once in a record, and in no other place of its order': async (store, id) => {
    await store.transaction((tx) => tx.save(record(id('a')), key()));
    await store.transaction((tx) => tx.addConsent(id('a'), consent(1)));
    await assert.rejects(store.transaction((tx) => tx.addConsent(id('a'), consent(1))));
    assert.equal((await store.transaction((tx) => tx.consents(id('a'), undefined, 9))).length, 1);
  },

  'of many who add an event at once each comes behind the one before': async (store, id) => {
    await store.transaction((tx) => tx.save(record(id('a')), key()));
    const add = () =>
      store.transaction(async (tx) => {
        await tx.load(id('a'), true);
        const seq = ((await tx.lastConsent(id('a')))?.seq ?? 0) + 1;
        await tx.addConsent(id('a'), consent(seq));
      });
    await Promise.all(Array.from({ length: 8 }, add));
    const all = await store.transaction((tx) => tx.consents(id('a'), undefined, 20));
    assert.deepEqual(
      all.map(({ seq }) => seq),
      [1, 2, 3, 4, 5, 6, 7, 8],
    );
  },

  'a public key stays known, whatever is said of it later': async (store, id) => {
    const one = { key: id('k'), algorithm: 'Ed25519' as const, publicKey: 'a'.repeat(64) };
    await store.transaction((tx) => tx.keepKey(one));
    await store.transaction((tx) => tx.keepKey({ ...one, publicKey: 'b'.repeat(64) }));
    const known = await store.transaction((tx) => tx.keys());
    assert.deepEqual(
      known.filter((each) => each.key === one.key),
      [one],
    );
  },

  'an emergency opens one record to one user for its time': async (store, id) => {
    await store.transaction((tx) => tx.save(record(id('a')), key()));
    const access = emergency(id('emergency'), id('a'));
    const { openedAt, until } = access;
    await store.transaction((tx) => tx.openEmergency(access));
    const rows: [pid: string, facility: string, user: string, now: string, open: boolean][] = [
      ['a', 'F', 'u', openedAt, true],
      ['a', 'F', 'u', '2026-11-20T08:59:59.999Z', true],
      ['a', 'F', 'u', until, false],
      ['a', 'F', 'u', '2026-11-20T07:59:59.999Z', false],
      ['a', 'G', 'u', openedAt, false],
      ['a', 'F', 'v', openedAt, false],
      ['b', 'F', 'u', openedAt, false],
    ];
    for (const [pid, facility, user, now, open] of rows)
      assert.equal(await store.transaction((tx) => tx.emergencyOpen(id(pid), facility, user, now)), open);
  },

  'an emergency is closed and reviewed, and listed among those that are and are not': async (store, id) => {
    for (const pid of ['a', 'b']) await store.transaction((tx) => tx.save(record(id(pid)), key()));
    const [one, two] = [emergency(id('emergency1'), id('a')), emergency(id('emergency2'), id('b'))];
    for (const access of [one, two]) await store.transaction((tx) => tx.openEmergency(access));
    const closed = { ...one, until: '2026-11-20T08:10:00.000Z' };
    await store.transaction((tx) => tx.changeEmergency(closed));
    assert.deepEqual(await store.transaction((tx) => tx.emergency(one.pid, one.id)), closed);
    assert.equal(await store.transaction((tx) => tx.emergency(two.pid, one.id)), undefined);
    const now = '2026-11-20T08:10:00.000Z';
    assert.equal(await store.transaction((tx) => tx.emergencyOpen(one.pid, 'F', 'u', now)), false);
    const found = { reviewer: 'r', reviewedAt: at, outcome: 'misuse' as const, words: 'Không có lý do' };
    const reviewed = { ...closed, ...found };
    await store.transaction((tx) => tx.changeEmergency(reviewed));
    const mine = async (isReviewed: boolean) =>
      (await store.transaction((tx) => tx.emergencies(isReviewed, undefined, 1_000)))
        .filter(({ pid }) => pid === one.pid || pid === two.pid)
        .map(({ n: _, ...access }) => access);
    assert.deepEqual([await mine(false), await mine(true)], [[two], [reviewed]]);
    const [first] = await store.transaction((tx) => tx.emergencies(true, undefined, 1));
    const next = await store.transaction((tx) => tx.emergencies(true, first!.n, 1_000));
    assert.equal(
      next.some(({ n }) => n <= first!.n),
      false,
    );
  },

  'the access log is kept and listed, newest first, page by page': async (store, id) => {
    await store.transaction((tx) => tx.save(record(id('a')), key()));
    for (const n of [1, 2, 3]) await store.transaction((tx) => tx.log(id('a'), entry(n)));
    const first = await store.transaction((tx) => tx.accessLog(id('a'), undefined, 2));
    const second = await store.transaction((tx) => tx.accessLog(id('a'), first[1]!.n, 2));
    assert.deepEqual(
      [...first, ...second].map(({ n: _, ...rest }) => rest),
      [entry(3), entry(2), entry(1)],
    );
  },

  'of an offline store the highest revision is kept, for each scope its own': async (store, id) => {
    const seen = (scope: string, storeId: string, revision: number) =>
      store.transaction((tx) => tx.checkpoint(id(scope), storeId, revision));
    const largest = Number.MAX_SAFE_INTEGER;
    const rows: [scope: string, storeId: string, revision: number, highest: number | undefined][] = [
      ['s', 'a', 0, undefined],
      ['s', 'a', 7, 0],
      ['s', 'a', 3, 7],
      ['s', 'a', 7, 7],
      ['s', 'a', largest, 7],
      ['s', 'a', 8, largest],
      ['s', 'b', 1, undefined],
      ['t', 'a', 2, undefined],
      ['s', 'b', 2, 1],
      ['t', 'a', 2, 2],
    ];
    for (const [scope, storeId, revision, highest] of rows)
      assert.equal(await seen(scope, storeId, revision), highest, `${scope} ${storeId} ${revision}`);
  },

  'of many checkpoints at once each learns of those before it, and the highest stays': async (store, id) => {
    const revisions = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 11, 10];
    const seen = (revision: number) => store.transaction((tx) => tx.checkpoint(id('s'), 'store', revision));
    const answers = await Promise.all(revisions.map(seen));
    assert.equal(answers.filter((answer) => answer === undefined).length, 1);
    // Each highest revision is surpassed by one call only: two that saw the same one did not see each other.
    const surpassed = answers.filter((answer, n) => revisions[n]! > (answer ?? -1));
    assert.equal(new Set(surpassed).size, surpassed.length, answers.join());
    assert.equal(await seen(0), 12);
  },

  'a checkpoint of a transaction that fails is not kept': async (store, id) => {
    const failing = store.transaction(async (tx) => {
      await tx.checkpoint(id('s'), 'store', 9);
      throw boom;
    });
    await assert.rejects(failing, boom);
    assert.equal(await store.transaction((tx) => tx.checkpoint(id('s'), 'store', 1)), undefined);
  },

  ...rosterContract,
};
