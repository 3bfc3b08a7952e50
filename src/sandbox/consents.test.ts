import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { RefusedError } from '../client/index.ts';
import type { Client, HttpError } from '../client/index.ts';
import { defaultPurposes, eventHash, overridePurpose, verifyEvents } from '../consent/index.ts';
import type { ConsentEvent } from '../schema/index.ts';
import { decided, deed, disclosed } from './test-consents.ts';
import { stores } from './test-stores.ts';
import { all, makeWorld, person, rejection, start } from './test-world.ts';
import type { World } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const elsewhere = 'doctor:BV-02:minh';
const day = 86_400_000;
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: HttpError) => error.code,
  );

async function setup(options: Parameters<typeof makeWorld>[0] = {}) {
  const world = makeWorld(options);
  const { pid } = await world.client(nurse).records.create(person(1));
  return { ...world, pid, citizen: world.client(`citizen:VNeID:${pid}`) };
}

/** Every way to read a record. */
const readings = ({ records, consents }: Client, pid: string) => [
  () => records.load(pid),
  () => records.version(pid, 1),
  () => all(records.versions(pid)),
  () => all(consents.list(pid)),
];

for (const { name, open } of stores) {
  let opened: ReturnType<typeof open> | undefined;
  after(async () => (await opened)?.close());
  let n = 0;
  const over = (sentence: string, run: (world: World, pid: string) => Promise<void>) =>
    test(`${name}: ${sentence}`, async () => {
      const { store } = await (opened ??= open());
      const world = makeWorld({ store });
      const { pid } = await world.client(nurse).records.create(person(++n));
      await run(world, pid);
    });

  over(
    'a disclosure request opens the record to whom it names, and its withdrawal closes it',
    async (world, pid) => {
      const { client, clock } = world;
      const citizen = client(`citizen:VNeID:${pid}`);
      const asked = disclosed('BV-02');
      await citizen.consents.append(pid, asked);
      for (const read of readings(client(elsewhere), pid)) await read();
      assert.equal(await codeOf(client('nurse:BV-03:an').records.load(pid)), 'access.needed');
      clock.now += 1_000;
      const taken = deed(
        {
          kind: 'withdrawal',
          purpose: 'disclosure',
          recipient: 'BV-02',
          decidedAt: new Date(clock.now).toISOString(),
        },
        asked,
      );
      await citizen.consents.append(pid, taken);
      for (const read of readings(client(elsewhere), pid)) {
        const error = await rejection<HttpError>(read());
        assert.ok(error instanceof RefusedError);
        assert.deepEqual([error.code, error.status], ['access.needed', 403]);
      }
    },
  );

  over('events come back in their order, whole and countersigned', async (world, pid) => {
    const { consents } = world.client(nurse);
    let last: ConsentEvent | undefined;
    for (const purpose of ['research', 'reminders', 'marketing'])
      last = (await consents.append(pid, decided(purpose, 'denied', {}, last))).event;
    const events = await all(consents.list(pid, { limit: 2 }));
    const { keys = [] } = await world.client(nurse).metadata();
    const known = Object.fromEntries(keys.map(({ key, publicKey }) => [key, publicKey]));
    assert.deepEqual(verifyEvents(events, { keys: known }), []);
    assert.deepEqual(
      events.map(({ seq, recordedBy, facility }) => [seq, recordedBy, facility]),
      [1, 2, 3].map((seq) => [seq, 'lan', 'TYT-01']),
    );
    assert.deepEqual(
      verifyEvents(events, { keys: { [keys[0]!.key]: 'a'.repeat(64) } }).map(({ code }) => code),
      ['countersignatureWrong', 'countersignatureWrong', 'countersignatureWrong'],
    );
  });

  over('the same event is answered the same, another one under its id is refused', async (world, pid) => {
    const { consents } = world.client(nurse);
    const event = decided('research', 'granted');
    const first = await consents.append(pid, event);
    world.clock.now += 60_000;
    assert.deepEqual(await consents.append(pid, event), first);
    assert.deepEqual(await world.client(elsewhere).consents.append(pid, event), first);
    const other = decided('research', 'denied', { id: event.id });
    const error = await rejection<HttpError>(consents.append(pid, other));
    assert.ok(error instanceof RefusedError);
    assert.equal(error.code, 'consent.reused');
    // The hash of the first one over another content is no better.
    const forged = { ...other, chain: event.chain };
    assert.equal(await codeOf(consents.append(pid, forged)), 'consent.reused');
    assert.equal((await all(consents.list(pid))).length, 1);
  });

  over('of many who append at once each event stands once, in one unbroken ledger', async (world, pid) => {
    const { consents } = world.client(nurse);
    const events = Array.from({ length: 6 }, () => decided('research', 'denied'));
    await Promise.all([...events, ...events].map((event) => consents.append(pid, event)));
    const stored = await all(consents.list(pid));
    assert.equal(new Set(stored.map(({ event }) => event.id)).size, 6);
    assert.deepEqual(verifyEvents(stored), []);
  });

  over('a key of an earlier run stays known', async (world, pid) => {
    const { store } = await opened!;
    const before = makeWorld({ store, countersignKey: { id: `old-${pid}`, secretKey: '7'.repeat(64) } });
    await before.client(nurse).consents.append(pid, decided('research', 'denied'));
    const { keys = [] } = await world.client(nurse).metadata();
    const known = Object.fromEntries(keys.map(({ key, publicKey }) => [key, publicKey]));
    assert.deepEqual(verifyEvents(await all(world.client(nurse).consents.list(pid)), { keys: known }), []);
  });
}

test('a disclosure request is over at its end, and another one opens the record again', async () => {
  const { client, clock, pid, citizen } = await setup();
  const event = disclosed('BV-02', { validTo: '2026-11-21' });
  await citizen.consents.append(pid, event);
  assert.equal(await codeOf(client(elsewhere).records.load(pid)), 'ok');
  clock.now += day;
  assert.equal(await codeOf(client(elsewhere).records.load(pid)), 'access.needed');
  const decidedAt = new Date(clock.now).toISOString();
  await citizen.consents.append(pid, disclosed('BV-02', { validTo: '2026-11-30', decidedAt }, event));
  assert.equal(await codeOf(client(elsewhere).records.load(pid)), 'ok');
});

test('nothing but a request of the person for this facility opens a record to it', async () => {
  const rows: [event: ConsentEvent, opens: boolean][] = [
    [disclosed('BV-02'), true],
    [disclosed('BV-03'), false],
    [disclosed('BV-02', { decision: 'denied' }), false],
    [disclosed('BV-02', { decision: 'deferred' }), false],
    [disclosed('BV-02', { purpose: 'insurer' }), false],
    [disclosed('BV-02', { validTo: '2026-11-20' }), false],
    [disclosed('BV-02', { validFrom: '2026-12-01' }), false],
    [decided('research', 'granted', { recipient: 'BV-02' }), false],
    [deed({ kind: 'notice', purpose: 'disclosure', decision: 'informed', recipient: 'BV-02' }), false],
  ];
  for (const [event, opens] of rows) {
    const { client, pid, citizen } = await setup();
    assert.equal(await codeOf(citizen.consents.append(pid, event)), 'ok');
    const expected = opens ? 'ok' : 'access.needed';
    assert.equal(await codeOf(client(elsewhere).records.load(pid)), expected, JSON.stringify(event));
    const [found] = await client(elsewhere).persons.lookup({
      identifier: { kind: 'citizenId', number: '001190990001' },
    });
    assert.equal(found?.mayLoad, opens);
  }
});

const past = '2026-11-20T08:00:00+07:00';
const request = {
  type: 'erase' as const,
  receivedAt: past,
  answerBy: '2026-11-24',
  doneBy: '2026-12-10',
};

test('an event that is not right is refused with its code, and changes nothing', async () => {
  const tampered = (event: ConsentEvent, more: object): ConsentEvent => ({ ...event, ...more });
  const resealed = (event: ConsentEvent, more: object): ConsentEvent => {
    const next = tampered(event, more);
    return { ...next, chain: { ...next.chain, hash: eventHash(next) } };
  };
  const good = disclosed('BV-02');
  const { recipient: _, ...nobody } = good;
  const { validTo: __, ...endless } = good;
  const { decision: ___, ...silent } = decided('research', 'granted');
  const late = new Date(start + 2 * day).toISOString();
  const override = { basis: 'other' as const, startedAt: past, until: late };
  const rows: [what: string, code: string, event: ConsentEvent][] = [
    ['altered after sealing', 'consent.altered', tampered(good, { recipient: 'BV-03' })],
    ['altered in what the schema does not know', 'consent.altered', tampered(good, { more: 1 })],
    ['follows an event nobody knows', 'consent.chain', disclosed('BV-02', {}, decided('research', 'denied'))],
    [
      'takes an unknown event out of account',
      'consent.chain',
      deed({ kind: 'invalidation', supersedes: ['none-0001'] }),
    ],
    ['takes nothing out of account', 'consent.kind', deed({ kind: 'invalidation' })],
    ['a consent without a decision', 'consent.kind', resealed(silent as ConsentEvent, {})],
    ['a consent that is informed', 'consent.kind', decided('research', 'informed')],
    [
      'a notice that is granted',
      'consent.kind',
      deed({ kind: 'notice', purpose: 'record', decision: 'granted' }),
    ],
    ['a withdrawal that is granted', 'consent.kind', deed({ kind: 'withdrawal', decision: 'granted' })],
    ['a consent to everything', 'consent.kind', decided('*', 'granted')],
    [
      'a tick where the person has to ask',
      'consent.kind',
      decided('disclosure', 'granted', { recipient: 'BV-02' }),
    ],
    ['a request for what needs a consent', 'consent.kind', disclosed('BV-02', { purpose: 'research' })],
    ['a request about data without its dates', 'consent.kind', deed({ kind: 'request', purpose: '*' })],
    ['dates of a request in a withdrawal', 'consent.kind', deed({ kind: 'withdrawal', request })],
    ['nobody decides', 'consent.deciders', decided('research', 'granted', { decidedBy: [] })],
    [
      'a witness decides',
      'consent.deciders',
      disclosed('BV-02', { decidedBy: [{ role: 'witness', name: 'Mẫu' }] }),
    ],
    [
      'who decides has no name',
      'consent.deciders',
      disclosed('BV-02', { decidedBy: [{ role: 'self', name: ' ' }] }),
    ],
    ['no recipient', 'consent.recipient', resealed(nobody as ConsentEvent, {})],
    [
      'two recipients',
      'consent.recipient',
      disclosed('BV-02', { recipients: [{ name: 'A' }, { name: 'B' }] }),
    ],
    ['no end', 'consent.term', resealed(endless as ConsentEvent, {})],
    ['over before it began', 'consent.term', disclosed('BV-02', { validTo: '2026-11-19' })],
    ['from the day after tomorrow', 'consent.future', decided('research', 'granted', { decidedAt: late })],
    [
      'taken down elsewhere',
      'consent.collector',
      decided('research', 'granted', { collector: { facility: 'BV-02' } }),
    ],
    [
      'an emergency by the back door',
      'consent.serverField',
      deed({ kind: 'emergencyOverride', purpose: '*', override, reason: 'x' }),
    ],
    ['an override in a notice', 'consent.serverField', deed({ kind: 'notice', override })],
    ...['seq', 'recordedAt', 'recordedBy', 'head', 'countersignature'].map(
      (field): [string, string, ConsentEvent] => [
        `says ${field} itself`,
        'consent.serverField',
        decided('research', 'granted', { [field]: 1 } as object),
      ],
    ),
    ['no event at all', 'body.invalid', { purpose: 'research' } as ConsentEvent],
    ['a hash that is none', 'body.invalid', tampered(good, { chain: { previous: null, hash: 'abc' } })],
  ];
  const { client, pid } = await setup();
  const { consents } = client(nurse);
  for (const [what, code, event] of rows) {
    const error = await rejection<HttpError>(consents.append(pid, event));
    assert.ok(error instanceof RefusedError, what);
    assert.equal(error.code, code, what);
  }
  assert.deepEqual(await all(consents.list(pid)), []);
  assert.equal(await codeOf(client(elsewhere).records.load(pid)), 'access.needed');
});

test('who may put an event to a record, and who may take one out of account', async () => {
  const { client, pid } = await setup();
  const event = disclosed('BV-02');
  const rows: [who: string, code: string][] = [
    ['school:TH-03:hoa', 'record.notFound'],
    ['citizen:VNeID:someone', 'record.notFound'],
    ['reviewer:SYT:ban', 'access.denied'],
    [nurse, 'ok'],
    ['school:TYT-01:thu', 'ok'],
    [elsewhere, 'ok'],
    [`citizen:VNeID:${pid}`, 'ok'],
  ];
  for (const [who, code] of rows)
    assert.equal(await codeOf(client(who).consents.append(pid, event)), code, who);
  const invalid = deed({ kind: 'invalidation', purpose: 'disclosure', supersedes: [event.id] }, event);
  for (const who of [elsewhere, 'school:TYT-01:thu', `citizen:VNeID:${pid}`])
    assert.equal(await codeOf(client(who).consents.append(pid, invalid)), 'access.denied', who);
  assert.equal(await codeOf(client(elsewhere).records.load(pid)), 'ok');
  await client(nurse).consents.append(pid, invalid);
  assert.equal(await codeOf(client(elsewhere).records.load(pid)), 'access.needed');
});

test('another person’s event, sent again to a record of someone else, opens nothing there', async () => {
  const { client, pid } = await setup();
  const { records, consents } = client(nurse);
  const first = disclosed('BV-02');
  const second = disclosed('BV-02', {}, first);
  for (const event of [first, second]) await consents.append(pid, event);
  const other = await records.create(person(2, { administrative: { birthDate: '2016-09-05' } }));
  // A child: what an adult decided for herself is no decision of those who decide here.
  for (const [event, code] of [
    [first, 'consent.deciders'],
    [second, 'consent.deciders'],
  ] as const)
    assert.equal(await codeOf(consents.append(other.pid, event)), code);
  assert.equal(await codeOf(client(elsewhere).records.load(other.pid)), 'access.needed');
});

test('what an event says of the person makes no child an adult', async () => {
  const { client } = makeWorld();
  const { records, consents } = client(nurse);
  const { pid } = await records.create(person(1, { administrative: { birthDate: '2016-09-05' } }));
  const child = { birthDate: '2016-09-05', birthDateFrom: 'record' as const };
  const both = [
    { role: 'representative' as const, name: 'Trần Thị Mẫu' },
    { role: 'child' as const, name: 'Lê Mẫu An' },
  ];
  const adult = { birthDate: '1990-03-19', birthDateFrom: 'stated' as const };
  const claims: [event: ConsentEvent, code: string, opens: string][] = [
    [disclosed('BV-02', { subject: adult }), 'consent.deciders', 'access.needed'],
    [disclosed('BV-02', { subject: child, decidedBy: [both[0]!] }), 'ok', 'access.needed'],
    [disclosed('BV-02', { subject: child, decidedBy: [both[1]!] }), 'ok', 'ok'],
  ];
  for (const [event, code, opens] of claims) {
    assert.equal(await codeOf(consents.append(pid, event)), code);
    assert.equal(await codeOf(client(elsewhere).records.load(pid)), opens);
  }
});

test('a birth date that is corrected says anew who had to decide', async () => {
  const { client, pid, citizen } = await setup();
  await citizen.consents.append(pid, disclosed('BV-02'));
  assert.equal(await codeOf(client(elsewhere).records.load(pid)), 'ok');
  const change = { administrative: { birthDate: '2016-09-05' } };
  await client(nurse).records.patch(pid, change, { ifMatch: '"1"' });
  assert.equal(await codeOf(client(elsewhere).records.load(pid)), 'access.needed');
});

test('an event of a device that did not know the newest one is put behind it', async () => {
  const { client, pid, citizen } = await setup();
  const { consents } = client(nurse);
  const first = decided('research', 'denied');
  await consents.append(pid, first);
  await citizen.consents.append(pid, decided('reminders', 'granted', {}, first));
  // Two that were made without a network: one knew the first event, one knew none.
  await consents.append(pid, decided('marketing', 'denied', {}, first));
  await consents.append(pid, decided('automated', 'denied'));
  const stored = await all(consents.list(pid));
  assert.deepEqual(
    stored.map(({ seq, event }) => [seq, event.purpose]),
    [
      [1, 'research'],
      [2, 'reminders'],
      [3, 'marketing'],
      [4, 'automated'],
    ],
  );
  assert.deepEqual(verifyEvents(stored), []);
});

test('a record that is only to be kept is read by nobody but the person', async () => {
  const { client, clock, pid, citizen } = await setup();
  const asked = disclosed('BV-02');
  await citizen.consents.append(pid, asked);
  clock.now += 1_000;
  const decidedAt = new Date(clock.now).toISOString();
  const restricted = deed({ kind: 'restriction', purpose: '*', decidedAt }, asked);
  await citizen.consents.append(pid, restricted);
  const patch = (who: string) =>
    client(who).records.patch(pid, { administrative: { email: 'a@example.com' } }, { ifMatch: '"1"' });
  const rows: [who: string, load: string, change: string][] = [
    [nurse, 'access.restricted', 'access.restricted'],
    [elsewhere, 'access.needed', 'access.needed'],
    ['reviewer:SYT:ban', 'access.restricted', 'access.denied'],
    [`citizen:VNeID:${pid}`, 'ok', 'access.denied'],
  ];
  for (const [who, load, change] of rows) {
    assert.equal(await codeOf(client(who).records.load(pid)), load, who);
    assert.equal(await codeOf(patch(who)), change, who);
  }
  // Its consents and its log stay open to those who answer for it, and a visit can still be written down.
  assert.equal((await all(client(nurse).consents.list(pid))).length, 2);
  assert.ok((await all(client('reviewer:SYT:ban').records.accessLog(pid))).length);
  const visit = { capturedOn: '2026-11-20', examination: { examinedOn: '2026-11-20' } };
  assert.equal(await codeOf(client(nurse).examinations.append(pid, visit)), 'ok');
  // A withdrawal on top of it, which is told before it, takes nothing of it away.
  await citizen.consents.append(pid, deed({ kind: 'withdrawal', purpose: '*', decidedAt }, restricted));
  assert.equal(await codeOf(client(nurse).records.load(pid)), 'access.restricted');
});

test('a request to erase is kept with its dates', async () => {
  const { pid, citizen } = await setup();
  const { event } = await citizen.consents.append(pid, deed({ kind: 'request', purpose: '*', request }));
  assert.deepEqual(event.request, request);
});

test('by default people are told of the record and its sending, and nothing is asked', async () => {
  const { client, pid } = await setup();
  const change = { administrative: { email: 'a@example.com' } };
  assert.equal(await codeOf(client(nurse).records.patch(pid, change, { ifMatch: '"1"' })), 'ok');
});

const asking = overridePurpose(defaultPurposes, 'sending', { mode: 'consent', basis: { code: 'consent_9' } });
const yes = () => decided('sending', 'granted');

test('a host that asks consent to sending gets no record without it', async () => {
  const { client } = makeWorld({ purposes: asking });
  const { records } = client(nurse);
  const error = await rejection<RefusedError>(records.create(person(1)));
  assert.ok(error instanceof RefusedError);
  assert.deepEqual(
    [error.code, error.status, error.problem?.purpose, error.issues],
    [
      'consent.needed',
      403,
      'sending',
      [{ path: 'consents.sending', code: 'consent.needed', params: { purpose: 'sending' }, level: 'error' }],
    ],
  );
  const no = decided('sending', 'denied');
  const altered = { ...yes(), decidedAt: '2026-11-20T09:00:00+07:00' };
  for (const consents of [[no], [altered], [yes(), no], [decided('research', 'granted')]])
    assert.equal(await codeOf(records.create(person(1), { consents })), 'consent.needed');
  assert.deepEqual(
    await client(nurse).persons.lookup({ identifier: { kind: 'citizenId', number: '001190990001' } }),
    [],
  );
  const { pid } = await records.create(person(1), { consents: [yes()] });
  assert.equal((await all(client(nurse).consents.list(pid))).length, 1);
});

test('once consent to sending is withdrawn nothing more is taken, an emergency excepted', async () => {
  const { client, clock } = makeWorld({ purposes: asking });
  const { records, consents, examinations } = client(nurse);
  const given = yes();
  const { pid } = await records.create(person(1), { consents: [given] });
  const change = { administrative: { email: 'a@example.com' } };
  await records.patch(pid, change, { ifMatch: '"1"' });
  clock.now += 1_000;
  const decidedAt = new Date(clock.now).toISOString();
  await consents.append(pid, deed({ kind: 'withdrawal', purpose: 'sending', decidedAt }, given));
  const visit = { capturedOn: '2026-11-20', examination: { examinedOn: '2026-11-20' } };
  assert.equal(
    await codeOf(records.patch(pid, { administrative: { email: null } }, { ifMatch: '"2"' })),
    'consent.needed',
  );
  assert.equal(await codeOf(examinations.append(pid, visit)), 'consent.needed');
  assert.equal((await records.load(pid)).version, 2);
  await client(elsewhere).emergency.open(pid, { basis: 'lifeThreat', reason: 'Sốc phản vệ' });
  assert.equal(await codeOf(client(elsewhere).examinations.append(pid, visit)), 'ok');
});

test('what was decided before there was a record stands with it, once, and what is wrong with it is told later', async () => {
  const { client } = makeWorld();
  const { records, consents } = client(nurse);
  const first = decided('research', 'denied');
  const second = decided('reminders', 'granted', {}, first);
  const broken = { ...decided('marketing', 'granted', {}, second), indication: 'khác' };
  const { pid } = await records.create(person(1), { consents: [first, broken, second, second] });
  const stored = await all(consents.list(pid));
  assert.deepEqual(
    stored.map(({ event }) => event.id),
    [first.id, second.id],
  );
  assert.deepEqual(await consents.append(pid, second), stored[1]);
  assert.equal(await codeOf(consents.append(pid, broken)), 'consent.altered');
});

test('the person sees who was refused what, and nothing of a record that is not there', async () => {
  const { client, pid, citizen } = await setup();
  await codeOf(client(elsewhere).records.load(pid));
  await codeOf(client('school:TH-03:hoa').records.load(pid));
  await codeOf(client(elsewhere).records.load('none'));
  await codeOf(client(elsewhere).consents.append(pid, { ...disclosed('BV-02'), purpose: 'insurer' }));
  const log = await all(citizen.records.accessLog(pid));
  assert.deepEqual(
    log.map(({ user, action, ground, reason }) => [user, action, ground, reason]),
    [
      ['minh', 'consent.append', 'refused', 'consent.altered'],
      ['hoa', 'record.load', 'refused', 'record.notFound'],
      ['minh', 'record.load', 'refused', 'access.needed'],
      ['lan', 'record.create', 'facility', undefined],
    ],
  );
});
