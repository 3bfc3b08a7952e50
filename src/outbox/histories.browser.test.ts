import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { createClient } from '../client/index.ts';
import type { Client, Consents, LoadedRecord, RecordStore } from '../client/index.ts';
import { verifyEvents } from '../consent/index.ts';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { decided } from '../sandbox/test-consents.ts';
import { getAt, setAt } from '../schema/index.ts';
import type { ConsentEvent, HealthRecord, StoredConsent } from '../schema/index.ts';
import { createRecordStore, openOutbox } from './index.ts';
import type { Outbox } from './index.ts';

/** What the network does to a request. */
type Weather =
  | 'fair'
  | 'twice'
  | '409'
  | '412'
  | 'dropBefore'
  | 'dropAfter'
  | 'hang'
  | '401'
  | '429'
  | '500'
  | '500after'
  | '503'
  | 'portal'
  | 'malformed'
  | 'cut';

const weathers: readonly Weather[] = [
  ...([
    'fair',
    'twice',
    '409',
    '412',
    'dropBefore',
    'dropAfter',
    'hang',
    '401',
    '429',
    '500',
    '500after',
    '503',
  ] as const),
  ...(['portal', 'malformed', 'cut'] as const),
];

/** One thing that happens in the life of a device. `who` and `field` are taken modulo what there is. */
type Step =
  | { readonly do: 'capture'; readonly isAsked: boolean }
  | { readonly do: 'edit' | 'again' | 'other'; readonly who: number; readonly field: number }
  /** Something is decided: by a person on this device, or of the same person at another facility. */
  | { readonly do: 'consent' | 'otherConsent'; readonly who: number; readonly isYes: boolean }
  | { readonly do: 'weather'; readonly weather: readonly Weather[] }
  | { readonly do: 'kill' | 'send' | 'pause' | 'lock' | 'settle' }
  | { readonly do: 'clock'; readonly hours: number };

const fields = [
  'history.allergies.drug',
  'history.allergies.food',
  'history.diseases.other',
  'history.surgeries',
  'history.otherIssues',
] as const;

const who = fc.nat(5);
const field = fc.nat(fields.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('capture' as const), isAsked: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'again' as const), who, field }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('other' as const), who, field }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('consent' as const, 'consent' as const, 'otherConsent' as const),
      who,
      isYes: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('weather' as const),
      weather: fc.array(fc.constantFrom(...weathers), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('kill', 'send', 'pause', 'lock', 'settle'),
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('clock' as const), hours: fc.integer({ min: -30, max: 30 }) }),
  },
);

const person = (n: number, tag: string): HealthRecord => ({
  schemaVersion: 1,
  capturedOn: '2026-11-20',
  administrative: {
    fullName: `Nguyễn Thị Mẫu ${n}`,
    sex: 'female',
    birthDate: '1990-03-19',
    identifiers: { personal: { kind: 'citizenId', number: `001190990${String(n).padStart(3, '0')}` } },
    currentAddress: {
      line: tag,
      commune: { code: '00004', text: 'Phường Ba Đình' },
      province: { code: '01', text: 'Thành phố Hà Nội' },
    },
  },
});

/** What a person did on this device: for each field the values they had seen there when they wrote it, and what they wrote. */
interface Deed {
  readonly number: string;
  readonly seen: Map<string, Set<unknown>>;
  /** The last thing written at each field. */
  readonly last: Map<string, string>;
  /** Fields where a person chose what the other side wrote. */
  readonly given: Set<string>;
  /** Events that were safe on this device, in the order they were decided. */
  readonly decided: string[];
}

const passphrase = 'bốn từ dễ nhớ nhé';
let stores = 0;

/** One history: a device, its network and the server. Ends with everything sent, and says what is wrong. */
async function live(
  steps: readonly Step[],
  facility = 'TYT-01',
): Promise<{ records: number; events: number; faults: string[] }> {
  const clock = { now: Date.parse('2026-11-21T01:00:00Z') };
  const central = createMemoryStore();
  // The clock of the server is right, whatever that of the device does.
  const served = clock.now;
  const sandbox = createSandbox({ store: central, now: () => served });
  let weather: Weather[] = [];
  const user = `user-${++stores}-${Math.floor(performance.timeOrigin)}`;

  /** The network between the device and the server. */
  async function through(request: Request): Promise<Response> {
    const kind = weather.shift() ?? 'fair';
    const after = async (): Promise<Response> => sandbox.fetch(request);
    switch (kind) {
      case 'fair':
        return after();
      case 'twice':
        // A proxy that repeats what it thinks was lost.
        await (await sandbox.fetch(request.clone())).text();
        return after();
      case '409':
      case '412':
        return new Response('<h1>Conflict</h1>', { status: Number(kind) });
      case 'dropBefore':
        throw new TypeError('dropped');
      case 'dropAfter':
        await (await after()).text();
        throw new TypeError('dropped');
      case 'hang':
        return new Promise((_, reject) =>
          request.signal.addEventListener('abort', () => reject(new TypeError('late')), { once: true }),
        );
      case '401':
        return problem(401, 'token.invalid');
      case '429':
        return problem(429, 'server.busy', { 'retry-after': '1' });
      case '500':
        return problem(500, 'server.failed');
      case '500after':
        await (await after()).text();
        return new Response('<h1>Internal Server Error</h1>', { status: 500 });
      case '503':
        return new Response('', { status: 503 });
      case 'portal':
        return new Response('<html>Đăng nhập Wi-Fi</html>', { headers: { 'content-type': 'text/html' } });
      case 'malformed':
        await (await after()).text();
        return new Response('{"pid":', { headers: { 'content-type': 'application/json' } });
      case 'cut': {
        const text = await (await after()).text();
        const half = text.slice(0, Math.floor(text.length / 2));
        return new Response(half, { status: 200, headers: { 'content-type': 'application/x-ndjson' } });
      }
    }
  }

  const other = createClient({
    baseUrl: 'http://central.test',
    token: `demo:nurse:${facility}:other`,
    fetch: (request) => sandbox.fetch(request),
    retry: false,
  });

  let outbox!: Outbox;
  let records!: RecordStore;
  let consents!: Consents;
  async function open(): Promise<void> {
    const alive = { yes: true };
    const client: Client = createClient({
      baseUrl: 'http://central.test',
      token: `demo:nurse:${facility}:${user}`,
      // Nothing reaches or leaves a device that is dead; what had been sent is done.
      fetch: async (request) => {
        if (!alive.yes) return new Promise(() => {});
        const response = await through(request);
        return alive.yes ? response : new Promise(() => {});
      },
      retry: false,
      timeoutMs: 30,
      now: () => clock.now,
      batch: { lines: 6 },
    });
    outbox = await openOutbox({
      client,
      user,
      facility,
      rounds: 1,
      now: () => clock.now,
      answerMs: 5,
      idleMs: 1e9,
    });
    if (outbox.vault.state === 'empty') await outbox.vault.setUp(passphrase);
    else await outbox.vault.unlock(passphrase);
    ({ records, consents } = createRecordStore({ client, outbox }));
    kill = () => (alive.yes = false);
  }
  let kill: () => void = () => {};

  const people: Deed[] = [];
  const screens: ({ id: string; record: HealthRecord; base: LoadedRecord | undefined } | undefined)[] = [];
  let writes = 0;
  let events = 0;
  const faults: string[] = [];

  async function put(
    n: number,
    record: HealthRecord,
    base: LoadedRecord | undefined,
    id: string,
  ): Promise<void> {
    screens[n] = { id, record, base };
    try {
      const sent = await records.submit(record, base, id);
      const now =
        sent.state === 'queued' ? sent.base : await records.load(sent.receipt.pid).catch(() => undefined);
      screens[n] = now ? { id, record: now.record, base: now } : undefined;
    } catch (error) {
      const { code = String(error) } = error as { code?: string };
      if (!/^(record\.changed|person\.exists|vault\.locked)$/.test(code)) faults.push(`submit: ${code}`);
      screens[n] = undefined;
    }
  }

  /** Changes a field on a screen, noting what stood there. */
  function write(n: number, record: HealthRecord, path: string): HealthRecord {
    const seen = people[n]!.seen;
    const before = getAt(record, path);
    if (!seen.has(path)) seen.set(path, new Set());
    seen.get(path)!.add(before);
    const text = `viết ${++writes}`;
    people[n]!.last.set(path, text);
    people[n]!.given.delete(path);
    return setAt(record, path, text);
  }

  /** Somebody decides about a purpose, knowing what was decided on this device before. */
  async function consent(n: number, isYes: boolean): Promise<void> {
    const target = { capture: `capture-${n}-${user}` };
    const known = (await outbox.queue.consents(target).catch(() => undefined))?.entries.at(-1);
    const event = decided(
      'research',
      isYes ? 'granted' : 'denied',
      {},
      known?.body as ConsentEvent | undefined,
    );
    try {
      await consents.append(target, event);
      people[n]!.decided.push(event.id);
    } catch (error) {
      const { code = String(error) } = error as { code?: string };
      if (code !== 'vault.locked') faults.push(`consent: ${code}`);
    }
  }

  const pidOf = async (n: number): Promise<string | undefined> => {
    const [found] = await other.persons.lookup({
      identifier: { kind: 'citizenId', number: people[n]!.number },
    } as never);
    return found?.pid;
  };

  async function act(step: Step): Promise<void> {
    const at = 'who' in step && people.length ? step.who % people.length : 0;
    switch (step.do) {
      case 'capture': {
        const n = people.length;
        const record = person(n, user);
        people.push({
          number: `001190990${String(n).padStart(3, '0')}`,
          seen: new Map(),
          last: new Map(),
          given: new Set(),
          decided: [],
        });
        // Before there is a record, as a form does that asks first.
        if (step.isAsked) await consent(n, true);
        await put(n, record, undefined, `capture-${n}-${user}`);
        break;
      }
      case 'edit': {
        if (!people.length) break;
        const pid = await pidOf(at);
        const base = pid && (await records.load(pid).catch(() => undefined));
        if (base)
          await put(at, write(at, base.record, fields[step.field]!), base, `edit-${++writes}-${user}`);
        break;
      }
      case 'again': {
        const screen = screens[at];
        if (screen) await put(at, write(at, screen.record, fields[step.field]!), screen.base, screen.id);
        break;
      }
      case 'other': {
        const pid = people.length ? await pidOf(at) : undefined;
        if (!pid) break;
        const { etag } = await other.records.load(pid);
        const path = fields[step.field]!;
        await other.records.patch(pid, setAt({}, path, `khác ${++writes}`), { ifMatch: etag });
        break;
      }
      case 'consent':
        if (people.length) await consent(at, step.isYes);
        break;
      case 'otherConsent': {
        const pid = people.length ? await pidOf(at) : undefined;
        if (pid) await other.consents.append(pid, decided('research', step.isYes ? 'granted' : 'denied'));
        break;
      }
      case 'weather':
        weather = [...step.weather];
        break;
      case 'clock':
        clock.now += step.hours * 3_600_000;
        break;
      case 'kill':
        kill();
        void outbox.close().catch(() => {});
        await open();
        break;
      case 'lock':
        await outbox.vault.lock();
        await outbox.vault.unlock(passphrase);
        break;
      case 'pause':
        outbox.sync.pause();
        outbox.sync.resume();
        break;
      case 'send':
        await outbox.sync.send();
        break;
      case 'settle':
        for (const { id } of await outbox.sync.items('attention'))
          await decide(id, writes % 2 ? 'mine' : 'theirs');
        break;
    }
  }

  /** A person decides; what they chose over is seen by them. */
  async function decide(id: string, side: 'mine' | 'theirs'): Promise<void> {
    const conflict = await outbox.sync.conflict(id).catch(() => undefined);
    if (conflict?.kind !== 'record') return;
    const number = conflict.mine.administrative.identifiers?.['personal']?.number;
    const deed = people.find((each) => each.number === number);
    const choices: Record<string, 'mine' | 'theirs'> = {};
    for (const { path } of conflict.conflicts) {
      choices[path] = side;
      if (side === 'theirs') deed?.given.add(path);
      deed?.seen.get(path)?.add(getAt(conflict.theirs.record, path));
    }
    await outbox.sync.decide(id, { kind: 'record', etag: conflict.theirs.etag, choices });
  }

  await open();
  for (const step of steps) await act(step);
  // At last the network is there, and a person decides what waits for one.
  weather = [];
  for (let round = 0; round < 60; round++) {
    weather = [];
    clock.now += 600_000;
    const { activity } = await outbox.sync.status();
    if (activity === 'restored') faults.push('a store that was never restored was taken for one');
    outbox.sync.resume();
    await outbox.sync.send();
    for (const { id, problem } of await outbox.sync.items('attention')) {
      if (problem?.code === 'record.changed') await decide(id, 'mine');
      else faults.push(`needs attention: ${problem?.code}`);
    }
    const { waiting, attention } = await outbox.sync.status();
    if (!waiting && !attention) break;
  }
  const { waiting, attention } = await outbox.sync.status();
  if (waiting || attention) faults.push(`${waiting} still wait, ${attention} need attention`);

  // What the server has in the end.
  const found = new Map<string, string>();
  for (let n = 0; n < people.length; n++) {
    const pid = await pidOf(n);
    if (!pid) faults.push(`lost: person ${n}`);
    else if ([...found.values()].includes(pid)) faults.push(`doubled: person ${n}`);
    else found.set(people[n]!.number, pid);
    if (pid) await overwritten(n, pid);
    if (pid) await ordered(n, pid);
  }
  async function ordered(n: number, pid: string): Promise<void> {
    const stored: StoredConsent[] = [];
    for await (const each of other.consents.list(pid)) stored.push(each);
    const there = stored.map(({ event }) => event.id);
    const mine = people[n]!.decided;
    for (const id of mine) if (!there.includes(id)) faults.push(`lost: an event of person ${n}`);
    if (new Set(there).size !== there.length) faults.push(`doubled: an event of person ${n}`);
    if (there.filter((id) => mine.includes(id)).join() !== mine.join())
      faults.push(`events of person ${n} stand in another order`);
    for (const { code } of verifyEvents(stored)) faults.push(`an event of person ${n} is ${code}`);
    events += mine.length;
  }
  async function overwritten(n: number, pid: string): Promise<void> {
    let before: HealthRecord | undefined;
    const stood = new Set<unknown>();
    const { version } = await other.records.load(pid);
    for (let v = 1; v <= version; v++) {
      const entry = await other.records.version(pid, v);
      for (const path of fields) stood.add(getAt(entry.record, path));
      for (const path of before && entry.by === user ? fields : []) {
        const [from, to] = [getAt(before, path), getAt(entry.record, path)];
        if (from !== to && !people[n]!.seen.get(path)?.has(from))
          faults.push(`overwritten: ${path} of person ${n}: "${String(from)}" by "${String(to)}" unseen`);
      }
      before = entry.record;
    }
    for (const [path, text] of people[n]!.last)
      if (!stood.has(text) && !people[n]!.given.has(path))
        faults.push(`lost: "${text}" at ${path} of person ${n}`);
  }
  kill();
  await outbox.vault.wipe();
  await outbox.close().catch(() => {});
  return { records: people.length, events, faults };
}

const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ code, status }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });

// `HISTORIES=1000 SEED=7` takes more, or others, than every run does.
const { asked } = globalThis as unknown as { readonly asked: { histories: number; seed: number } };
const numRuns = asked.histories || 25;
const seed = asked.seed || 20_831;

it('loses, doubles and overwrites nothing, whatever the network does and whenever it is killed', async function () {
  this.timeout(numRuns * 4_000);
  let [records, events] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 30 }), async (steps) => {
      const { faults, ...found } = await live(steps);
      records += found.records;
      events += found.events;
      if (faults.length) throw new Error(faults.join('; '));
    }),
    { numRuns, seed, includeErrorInReport: true },
  );
  expect(records).to.be.above(numRuns);
  expect(events).to.be.above(numRuns / 2);
});
