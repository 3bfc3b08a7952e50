import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ConsentEvent } from '../schema/index.ts';
import { defaultPurposes, foldConsents, mayUse, verifyEvents } from './index.ts';
import type { AnyConsent } from './index.ts';
import { event, shown, stored } from './test-events.ts';

// Who has to decide, written down here and not worked out.
const persons = [
  { what: 'adult', birthDate: '1980-02-03', required: ['self'] },
  { what: 'child of 10', birthDate: '2016-05-01', required: ['representative', 'child'] },
  { what: 'infant', birthDate: '2026-05-01', required: ['representative'] },
  { what: 'represented adult', birthDate: '1950-02-03', capacity: 'lost', required: ['representative'] },
  { what: 'unknown', required: ['representative', 'child'] },
] as const;
const people = [
  { role: 'self', name: 'Nguyễn Văn Mẫu' },
  { role: 'representative', name: 'Trần Thị Ví Dụ' },
  { role: 'representative', name: 'Lê Văn Mẫu' },
  { role: 'child', name: 'Lê Ví Dụ' },
  { role: 'witness', name: 'Phạm Ví Dụ' },
] as const;
const kinds = [
  ...([
    'consent',
    'consent',
    'consent',
    'consent',
    'notice',
    'withdrawal',
    'restriction',
    'objection',
  ] as const),
  ...(['disclosureRequest', 'request', 'invalidation', 'emergencyOverride'] as const),
];
const decisions = ['granted', 'granted', 'granted', 'denied', 'deferred', 'informed', undefined] as const;

const step = fc.record({
  kind: fc.constantFrom(...kinds),
  decision: fc.constantFrom(...decisions),
  purpose: fc.constantFrom('research', 'research', 'research', '*', 'marketing'),
  by: fc.subarray([...people]),
  minute: fc.nat(59),
  device: fc.nat(1),
  hasNotice: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  about: fc.nat(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const history = fc.record({
  person: fc.constantFrom(...persons),
  steps: fc.array(step, { maxLength: 8 }),
  storedCount: fc.nat(8),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

const noon = '2026-11-01T12:00:00+07:00';
const timeOf = (minute: number): string => `2026-11-01T08:${String(minute).padStart(2, '0')}:00+07:00`;

/** Two devices write down what is said; the server has the first events, the others wait. */
function eventsOf({ person, steps, storedCount }: History): {
  all: AnyConsent[];
  plain: ConsentEvent[];
  kept: number;
} {
  const last: (ConsentEvent | null)[] = [null, null];
  const plain: ConsentEvent[] = [];
  steps.forEach((each, n) => {
    const made = event(`event-${String(n).padStart(3, '0')}`, of(person, each, plain), last[each.device]);
    last[each.device] = made;
    plain.push(made);
  });
  const kept = Math.min(storedCount, plain.length);
  return { all: [...stored(plain.slice(0, kept)), ...plain.slice(kept)], plain, kept };
}

function of(person: History['person'], each: Step, before: readonly ConsentEvent[]): Partial<ConsentEvent> {
  const { kind, decision, purpose, by, minute, hasNotice, about } = each;
  const isDecision = kind === 'consent' || kind === 'disclosureRequest';
  return {
    kind,
    purpose,
    decision: isDecision ? decision : undefined,
    decidedBy: by,
    decidedAt: timeOf(minute),
    notice: hasNotice ? shown : undefined,
    subject: {
      ...('birthDate' in person && { birthDate: person.birthDate }),
      birthDateFrom: 'birthDate' in person ? 'document' : 'unknown',
      ...('capacity' in person && { capacity: person.capacity }),
    },
    ...(kind === 'invalidation' && before.length > 0 && { supersedes: [before[about % before.length]!.id] }),
  };
}

const research = defaultPurposes.find(({ code }) => code === 'research')!;
const stateOf = (events: readonly AnyConsent[], when = noon) =>
  foldConsents(events, when).find(({ purpose }) => purpose === 'research')?.state;
const isGranted = (events: readonly AnyConsent[]): boolean => stateOf(events) === 'granted';

test('what holds does not depend on the order in which events arrive, and the fold and mayUse agree', () => {
  fc.assert(
    fc.property(
      history.chain((given) => {
        const { all } = eventsOf(given);
        return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
      }),
      ([all, turned]) => {
        assert.deepEqual(verifyEvents(all), []);
        assert.deepEqual(foldConsents(turned, noon), foldConsents(all, noon));
        assert.deepEqual(mayUse(turned, research, {}, noon), mayUse(all, research, {}, noon));
        assert.equal(mayUse(all, research, {}, noon).may, isGranted(all));
      },
    ),
  );
});

const stops = ['withdrawal', 'restriction', 'objection'];

test('nothing is granted without a yes of every required decider that no later no takes back', () => {
  let granted = 0;
  fc.assert(
    fc.property(history, (given) => {
      const { all, plain, kept } = eventsOf(given);
      if (!isGranted(all)) return;
      granted += 1;
      for (const role of given.person.required) {
        const yes = plain.some((one, place) => {
          const isYes = one.kind === 'consent' && one.decision === 'granted' && one.purpose === 'research';
          if (!isYes || !one.notice || !one.decidedBy.some((who) => who.role === role)) return false;
          if (plain.some((other) => other.kind === 'invalidation' && other.supersedes?.includes(one.id)))
            return false;
          return plain.every((no, n) => {
            if (!stops.includes(no.kind) || no.purpose === 'marketing') return true;
            // Stored after it, waiting while it is stored, or newer by the clock: each takes the yes back.
            const isLater = n < kept && place < kept ? n > place : n >= kept && place < kept;
            const knew = n > place && given.steps[n]!.device === given.steps[place]!.device;
            return no.decidedAt <= one.decidedAt && !isLater && !knew;
          });
        });
        assert.ok(yes, `${given.person.what}: no yes of ${role}`);
      }
    }),
  );
  assert.ok(granted > 20, `only ${granted} histories end granted`);
});

test('a purpose that was just withdrawn is not usable, whoever withdrew, whenever and on whichever device', () => {
  const withdrawal = fc.record({
    kind: fc.constantFrom('withdrawal' as const, 'restriction' as const, 'objection' as const),
    purpose: fc.constantFrom('research', '*'),
    by: fc.subarray([...people]),
    minute: fc.nat(59),
    knows: fc.boolean(),
  });
  fc.assert(
    fc.property(history, withdrawal, (given, { kind, purpose, by, minute, knows }) => {
      const { all, plain } = eventsOf(given);
      const changes = { kind, purpose, decidedBy: by, decidedAt: timeOf(minute) };
      const no = event('event-no1', changes, knows ? plain.at(-1) : null);
      // Whoever already said yes later than that may have lifted it, but only where the server has not ordered them.
      const isNewest = plain.every((one) => one.decidedAt <= no.decidedAt);
      if (!isNewest) return;
      assert.equal(mayUse([...all, no], research, {}, noon).may, false);
      assert.notEqual(stateOf([...all, no]), 'granted');
    }),
  );
});

test('saying no, later, nothing or being told never makes a yes', () => {
  fc.assert(
    fc.property(history, step, (given, extra) => {
      const { all, plain } = eventsOf(given);
      const isYes = extra.kind === 'consent' && extra.decision === 'granted';
      const isVoiding = extra.kind === 'invalidation';
      if (isYes || isVoiding) return;
      const added = event('event-999', of(given.person, extra, plain), plain.at(-1));
      const events = [...all, added];
      if (isGranted(events)) assert.ok(isGranted(all));
    }),
  );
});

test('an invalidation never makes a yes of what was none before, nor brings one back', () => {
  fc.assert(
    fc.property(history, fc.nat(), (given, about) => {
      const { plain } = eventsOf(given);
      const target = plain[about % Math.max(plain.length, 1)];
      if (!target) return;
      const isStop = stops.includes(target.kind);
      const voids = event(
        'event-999',
        { kind: 'invalidation', supersedes: [target.id], decidedAt: timeOf(59) },
        plain.at(-1),
      );
      const before = stored(plain);
      const after = stored([...plain, voids]);
      if (!isStop || isGranted(before)) return;
      const yesAfter = plain.slice(plain.indexOf(target)).some((one) => one.decision === 'granted');
      if (!yesAfter) assert.ok(!isGranted(after));
    }),
  );
});

test('one event that is broken or unknown makes every consent unusable', () => {
  const breaks: ((one: ConsentEvent) => unknown)[] = [
    (one) => ({ ...one, reason: 'sửa' }),
    (one) => ({ ...one, kind: 'blanket' }),
    (one) => ({ ...one, schemaVersion: 2 }),
    (one) => ({ ...one, chain: { ...one.chain, previous: 'f'.repeat(64) } }),
    () => null,
  ];
  fc.assert(
    fc.property(history, fc.nat(), fc.constantFrom(...breaks), (given, place, broken) => {
      const { plain } = eventsOf(given);
      if (plain.length === 0) return;
      const events = plain.map((one, n) => (n === place % plain.length ? broken(one) : one)) as AnyConsent[];
      assert.deepEqual(mayUse(events, research, {}, noon), { may: false, reason: 'broken' });
      assert.ok(foldConsents(events, noon).every(({ state }) => state === 'broken'));
    }),
  );
});
