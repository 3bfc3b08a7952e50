import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  canonicalText,
  chainTip,
  eventHash,
  ledgerHead,
  sealEvent,
  signHead,
  textHash,
  verifyEvents,
  verifyHead,
} from './index.ts';
import type { AnyConsent } from './index.ts';
import { at, event, hashOfText, seal, sha256, stored } from './test-events.ts';

test('a text has one hash however its letters and lines are encoded', () => {
  const text = 'Đồng ý\nKhông đồng ý';
  assert.equal(canonicalText('Đồng ý\r\nKhông đồng ý'.normalize('NFD')), text.normalize('NFC'));
  assert.equal(canonicalText('a\rb\r\n\r\nc'), 'a\nb\n\nc');
  for (const same of [text, text.normalize('NFD'), text.replace('\n', '\r\n'), text.replace('\n', '\r')]) {
    assert.equal(textHash(same), hashOfText(text.normalize('NFC')));
  }
  assert.equal(textHash('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.notEqual(textHash('Đồng ý'), textHash('Đồng ý '));
  assert.notEqual(textHash('Đồng ý'), textHash('đồng ý'));
});

test('an event has one hash whatever the order of its keys, and its place in the chain is part of it', () => {
  const first = event('event-01');
  const turned = Object.fromEntries(Object.entries(first).reverse()) as typeof first;
  assert.equal(eventHash(turned), first.chain.hash);
  const { chain: _, ...open } = first;
  assert.deepEqual(sealEvent(open, null), first);
  const next = event('event-02', { decidedAt: at('09:00') }, first);
  const { chain: __, ...openNext } = next;
  assert.deepEqual(sealEvent(openNext, first.chain.hash), next);
  assert.notEqual(eventHash({ ...next, chain: { ...next.chain, previous: null } }), next.chain.hash);
  // RFC 8785: keys by UTF-16 units, whatever letters they hold.
  const odd = { ...open, '\u20ac': 1, '\r': 2, 1: 3, '\u00f6': { b: null, a: [true, 'é'] } };
  assert.equal(sealEvent(odd, null).chain.hash, sha256({ ...odd, chain: { previous: null } }));
});

test('the tip of a chain is the newest event known of the person', () => {
  const a = event('event-01');
  const b = event('event-02', {}, a);
  const c = event('event-03', {}, b);
  const rows = stored([a, b]);
  const table: [events: AnyConsent[], tip: string | null][] = [
    [[], null],
    [[a], a.chain.hash],
    [[b, a], b.chain.hash],
    [[...rows].reverse(), b.chain.hash],
    [[c, ...rows], c.chain.hash],
    [[b, ...rows], b.chain.hash],
  ];
  for (const [events, tip] of table) assert.equal(chainTip(events), tip);
});

test('the head of a record’s chain covers the row: number, instant, author, facility, event', () => {
  const rows = stored([event('event-01'), event('event-02')]);
  const [first, second] = rows as [(typeof rows)[0], (typeof rows)[0]];
  assert.equal(ledgerHead(null, first), first.head);
  assert.equal(ledgerHead(first.head, second), second.head);
  for (const changes of [
    { seq: 3 },
    { recordedAt: at('23:00') },
    { recordedBy: 'binh' },
    { facility: '990002' },
    { event: first.event },
  ]) {
    assert.notEqual(ledgerHead(first.head, { ...second, ...changes }), second.head);
  }
});

const secretKey = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const publicKey = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const keys = { 'k-1': publicKey };

test('a countersignature is Ed25519 over the head, as other software makes and reads it', () => {
  const head = hashOfText('head');
  const { signature, algorithm, key } = signHead(head, { id: 'k-1', secretKey });
  assert.deepEqual([algorithm, key, verifyHead(head, signature, publicKey)], ['Ed25519', 'k-1', true]);
  assert.equal(verifyHead(hashOfText('another'), signature, publicKey), false);
  const other = generateKeyPairSync('ed25519');
  const raw = other.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const foreign = sign(null, Buffer.from(head, 'hex'), other.privateKey).toString('hex');
  assert.equal(verifyHead(head, foreign, raw), true);
  assert.equal(verifyHead(head, foreign, publicKey), false);
  for (const broken of ['', 'zz', signature.slice(2)])
    assert.equal(verifyHead(head, broken, publicKey), false);
});

const signed = (events: Parameters<typeof stored>[0]) =>
  stored(events).map((row) => ({ ...row, countersignature: signHead(row.head, { id: 'k-1', secretKey }) }));

function chainOf(length: number) {
  const events = [event('event-00')];
  for (let n = 1; n < length; n++) {
    const time = at(`09:${String(n).padStart(2, '0')}`);
    events.push(event(`event-${String(n).padStart(2, '0')}`, { decidedAt: time }, events[n - 1]));
  }
  return events;
}

test('whole events have no flaw, queued, at the server, or both', () => {
  const events = chainOf(4);
  const rows = signed(events.slice(0, 3));
  const head = rows.at(-1)!.head;
  assert.deepEqual(verifyEvents(events, { tip: events[3]!.chain.hash }), []);
  assert.deepEqual(verifyEvents(rows, { keys, head }), []);
  assert.deepEqual(verifyEvents([...rows, events[3]!], { keys, head }), []);
  assert.deepEqual(verifyEvents([...rows, ...events.slice(2)], { keys, head }), []);
  // Two devices that knew nothing of each other: the chain forks.
  const fork = event('event-99', { decidedAt: at('10:00') }, events[1]!);
  assert.deepEqual(verifyEvents([...events, fork]), []);
});

test('each kind of flaw is named at its place', () => {
  const events = chainOf(3);
  const [a, b, c] = events as [
    AnyConsent & object,
    AnyConsent & object,
    AnyConsent & object,
  ] as typeof events;
  const rows = signed(events);
  const [first, second, third] = rows as typeof rows;
  const head = third!.head;
  const twice = seal({ ...c!, id: b!.id }, b!.chain.hash);
  const newer = { ...a!, schemaVersion: 2 } as unknown as AnyConsent;
  const table: [what: string, events: AnyConsent[], options: object, flaws: string][] = [
    ['altered', [a!, { ...b!, purpose: 'marketing' }, c!], {}, 'altered 1'],
    ['a key added', [a!, b!, { ...c!, note: 'x' } as never], {}, 'altered 2'],
    ['first removed', [b!, c!], {}, 'removed 0'],
    ['middle removed', [a!, c!], {}, 'removed 1'],
    ['last removed', [a!, b!], { tip: c!.chain.hash }, 'removed 2'],
    ['reordered', [a!, c!, b!], {}, 'reordered 1'],
    ['one id, two events', [a!, b!, twice], {}, 'doubled 2'],
    ['queued twice', [a!, a!], {}, 'doubled 1'],
    ['newer version', [newer], {}, 'unreadable 0'],
    ['no event', [null as never, a!], {}, 'unreadable 0'],
    [
      'an instant that is none',
      [event('event-05', { decidedAt: '2026-13-01T08:00:00Z' })],
      {},
      'unreadable 0',
    ],
    ['half a letter', [{ ...a!, indication: '\ud800' }], {}, 'unreadable 0'],
    ['row altered', [first!, { ...second!, recordedBy: 'binh' }, third!], {}, 'altered 1'],
    ['row removed', [first!, third!], {}, 'removed 1,removed 1,altered 1'],
    ['first row removed', [second!, third!], {}, 'removed 0,removed 0,altered 0,removed 1'],
    ['last row removed', [first!, second!], { head }, 'removed 2'],
    ['all rows removed', [], { head }, 'removed 0'],
    ['rows reordered', [first!, third!, second!], { head }, 'reordered 2'],
    ['unsigned', stored(events), { keys }, 'unsigned 0,unsigned 1,unsigned 2'],
    ['unknown key', rows, { keys: {} }, 'unknownKey 0,unknownKey 1,unknownKey 2'],
    ['another key', rows.slice(0, 1), { keys: { 'k-1': '00'.repeat(32) } }, 'countersignatureWrong 0'],
    [
      'signature of another row',
      [{ ...first!, countersignature: second!.countersignature }],
      { keys },
      'countersignatureWrong 0',
    ],
  ];
  for (const [what, list, options, expected] of table) {
    const found = verifyEvents(list, options).map(({ code, index }) => `${code} ${index}`);
    assert.equal(found.join(), expected, what);
  }
});

// One change anywhere in an event: at a path that exists, to another value.
function changed(value: unknown, pick: () => number): unknown {
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
  if (typeof value === 'number') return value + 1;
  if (value === null) return '0'.repeat(64);
  if (Array.isArray(value)) {
    const at = pick() % (value.length + 1);
    return at === value.length
      ? [...value, 'x']
      : value.map((one, n) => (n === at ? changed(one, pick) : one));
  }
  const keys = Object.keys(value as object);
  const key = keys[pick() % keys.length]!;
  return { ...(value as object), [key]: changed((value as Record<string, unknown>)[key], pick) };
}

test('any event altered, removed or reordered is found', () => {
  const lists = [1, 2, 3, 5].map((length) => ({ events: chainOf(length), rows: signed(chainOf(length)) }));
  const places = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.nat(3),
      fc.boolean(),
      fc.constantFrom('alter', 'remove', 'swap'),
      places,
      (which, isStored, how, picks) => {
        const { events, rows } = lists[which]!;
        const whole: AnyConsent[] = isStored ? rows : events;
        const options = isStored ? { keys, head: rows.at(-1)!.head } : { tip: events.at(-1)!.chain.hash };
        const next = picks.values();
        const pick = (): number => next.next().value ?? 0;
        const list = [...whole];
        const place = pick() % list.length;
        if (how === 'remove') list.splice(place, 1);
        if (how === 'alter') list[place] = changed(list[place], pick) as AnyConsent;
        if (how === 'swap') {
          if (list.length < 2) return;
          const other = (place + 1 + (pick() % (list.length - 1))) % list.length;
          [list[place], list[other]] = [list[other]!, list[place]!];
        }
        assert.deepEqual(verifyEvents(whole, options), []);
        assert.notDeepEqual(verifyEvents(list, options), []);
      },
    ),
  );
});

test('a whole history that a server makes anew is found by its countersignatures alone', () => {
  const forged = stored(
    chainOf(2).map(({ chain: _, ...open }) => seal({ ...open, purpose: 'marketing' }, null)),
  );
  assert.deepEqual(verifyEvents(forged), []);
  assert.equal(verifyEvents(forged, { keys }).length, 2);
});

test('nothing that is put into the list makes the check throw', () => {
  fc.assert(
    fc.property(fc.array(fc.anything(), { minLength: 1 }), (list) => {
      assert.ok(verifyEvents(list as never, { keys }).length > 0);
    }),
  );
});
