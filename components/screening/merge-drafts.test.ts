import { assert } from '@open-wc/testing';
import type { RecordDraft } from '../../src/schema/index.ts';
import { takeIn } from './merge-drafts.ts';

const round = 'screenings.2026-2027.rounds.round1';
const weight = `${round}.weightKg`;
const height = `${round}.heightCm`;
const pressure = `${round}.bloodPressureMmHg`;

interface Values {
  readonly weightKg?: number;
  readonly heightCm?: number;
  readonly bloodPressureMmHg?: { readonly systolic: number; readonly diastolic: number };
  readonly absent?: { readonly [path: string]: 'refused' | 'notMeasured' };
  readonly unread?: { readonly [path: string]: string };
}

const record = ({ absent, unread, ...values }: Values): RecordDraft =>
  ({
    ...(Object.keys(values).length && { screenings: { '2026-2027': { rounds: { round1: values } } } }),
    ...(absent && { absent }),
    ...(unread && { unread }),
  }) as RecordDraft;

const low = { systolic: 90, diastolic: 60 };
const high = { systolic: 120, diastolic: 60 };
const refused = { [weight]: 'refused' } as const;

/** [rule, before, written here, saved elsewhere, what stands on screen then, places to decide about] */
const rows: readonly (readonly [string, Values, Values, Values, Values, string[]])[] = [
  [
    'theirs where nobody wrote here',
    {},
    { heightCm: 130 },
    { weightKg: 28 },
    { heightCm: 130, weightKg: 28 },
    [],
  ],
  ['mine where they wrote nothing', {}, { weightKg: 27 }, {}, { weightKg: 27 }, []],
  ['the same is no question', {}, { weightKg: 28 }, { weightKg: 28 }, { weightKg: 28 }, []],
  ['two values', {}, { weightKg: 27 }, { weightKg: 28 }, { weightKg: 27 }, [weight]],
  ['two corrections', { weightKg: 20 }, { weightKg: 27 }, { weightKg: 28 }, { weightKg: 27 }, [weight]],
  ['cleared here, corrected there', { weightKg: 20 }, {}, { weightKg: 28 }, {}, [weight]],
  ['corrected here, cleared there', { weightKg: 20 }, { weightKg: 28 }, {}, { weightKg: 28 }, [weight]],
  ['cleared by both', { weightKg: 20 }, {}, {}, {}, []],
  [
    'the two numbers of a pressure are one value',
    {},
    { bloodPressureMmHg: low },
    { bloodPressureMmHg: high },
    { bloodPressureMmHg: low },
    [pressure],
  ],
  ['a value here, a reason there', {}, { weightKg: 27 }, { absent: refused }, { weightKg: 27 }, [weight]],
  ['a reason here, a value there', {}, { absent: refused }, { weightKg: 27 }, { absent: refused }, [weight]],
  [
    'what cannot be read here',
    {},
    { unread: { [weight]: '2x' } },
    { weightKg: 27 },
    { unread: { [weight]: '2x' } },
    [weight],
  ],
  [
    'a reason there for what nobody wrote here',
    { weightKg: 20 },
    { weightKg: 20, heightCm: 130 },
    { absent: refused },
    { heightCm: 130, absent: refused },
    [],
  ],
  [
    'each place by itself',
    {},
    { weightKg: 27, heightCm: 130 },
    { weightKg: 28, heightCm: 130, bloodPressureMmHg: low },
    { weightKg: 27, heightCm: 130, bloodPressureMmHg: low },
    [weight],
  ],
  [
    'both',
    {},
    { weightKg: 27, heightCm: 130 },
    { weightKg: 28, heightCm: 131 },
    { weightKg: 27, heightCm: 130 },
    [weight, height],
  ],
];

for (const [rule, before, mine, theirs, expected, late] of rows)
  it(`what others saved is taken in: ${rule}`, () => {
    const once = takeIn(record(before), record(mine), record(theirs));
    assert.deepEqual(once.draft, record(expected));
    assert.deepEqual(once.late, late);
    // Looked at again, as after a reload, nothing that was open is settled and nothing that was settled is open.
    const again = takeIn(once.base, once.draft, record(theirs));
    assert.deepEqual([again.draft, again.late, again.paths], [once.draft, late, []]);
    // What this screen has just submitted itself is nobody else's.
    assert.deepEqual(takeIn(record(before), record(mine), record(theirs), record(theirs)).late, []);
  });
