import { assert } from '@open-wc/testing';
import type { Consents } from '../../src/client/index.ts';
import { chainTip, sealEvent, verifyEvents } from '../../src/consent/index.ts';
import type { ConsentSettings } from '../../src/consent/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { slipPurpose } from './slip.ts';
import type { Slip } from './slip.ts';
import { SlipWriting } from './slip-writing.ts';

const settings: ConsentSettings = {
  controller: { id: 'TYT-99', name: 'Trạm Y tế Ví Dụ', contact: 'lienhe@example.com' },
  processors: [],
  recipients: [],
};
const purpose = slipPurpose(settings)!;
/** Nine years old: the pupil answers too. */
const member = { id: 'big', fullName: 'Trần Văn Ví Dụ', birthDate: '2017-05-06' };
const slip: Slip = {
  signer: 'Hà Thị Mẫu',
  relation: 'mother',
  date: '2026-11-20',
  answer: 'granted',
  child: 'granted',
};
const target = { capture: 'capture-big' };

/** What becomes of an append: it stands, it does not, or it does and nobody hears of it. */
type Fate = 'stands' | 'fails' | 'lost';

/** A store that takes an event once by its id, as the port says. */
class Store implements Pick<Consents, 'append'> {
  readonly events: ConsentEvent[] = [];
  readonly fates: Fate[];
  constructor(...fates: Fate[]) {
    this.fates = fates;
  }
  async append(_target: unknown, event: ConsentEvent): Promise<'queued'> {
    const fate = this.fates.shift() ?? 'stands';
    if (fate === 'fails') throw new Error('cut off');
    const known = this.events.find(({ id }) => id === event.id);
    if (known) assert.deepEqual(event, known, 'the same under one id');
    else this.events.push(event);
    if (fate === 'lost') throw new Error('no answer');
    return 'queued';
  }
}

const told = ({ events }: Store): readonly string[] =>
  events.map(({ decision, decidedBy: [who] }) => `${who!.role} ${decision}`);
const whole = ['representative granted', 'child granted'];

interface Attempt {
  readonly slip?: Partial<Slip>;
  /** What is known before it: all that stands, or nothing where nobody can be asked. */
  readonly knows?: 'all' | 'nothing';
  /** Another page: what was tried before is forgotten. */
  readonly isNew?: boolean;
  readonly now?: string;
}

async function write(store: Store, ...attempts: readonly Attempt[]): Promise<void> {
  let writing = new SlipWriting();
  for (const { knows = 'all', isNew, now = '2026-11-20T02:00:00.000Z', slip: more } of attempts) {
    if (isNew) writing = new SlipWriting();
    const question = {
      ...{ settings, purpose, member, now, collector: undefined },
      slip: { ...slip, ...more },
      events: knows === 'all' ? [...store.events] : [],
    };
    await writing.write(store as never, target, question).catch(() => undefined);
  }
  assert.deepEqual(verifyEvents(store.events), [], 'one chain');
}

const later = '2026-11-20T03:30:00.000Z';

/** [what goes wrong, what becomes of each append, the attempts] */
const rows: readonly (readonly [string, readonly Fate[], readonly Attempt[]])[] = [
  ['nothing', [], [{}]],
  ["the child's event fails", ['stands', 'fails'], [{}, { now: later }]],
  ["the child's event fails twice", ['stands', 'fails', 'fails'], [{}, { now: later }, {}]],
  ["the parent's event fails", ['fails'], [{}, { now: later }]],
  ["the answer to the child's event is lost", ['stands', 'lost'], [{}, { now: later }]],
  ["the answer to the parent's event is lost", ['lost'], [{}, { now: later }]],
  ['nobody can be asked what stands', ['stands', 'fails'], [{}, { knows: 'nothing', now: later }]],
  ['an answer is lost, and nobody can be asked', ['lost'], [{}, { knows: 'nothing', now: later }]],
  ['the page was loaded again', ['stands', 'fails'], [{}, { isNew: true, now: later }]],
  ['the slip is entered again', [], [{}, { isNew: true, now: later }]],
  [
    'the answer of the pupil was wrong on the first attempt',
    ['stands', 'fails'],
    [{ slip: { child: 'denied' } }, { now: later }],
  ],
];
for (const [what, fates, attempts] of rows)
  it(`each decision on a slip is written once: ${what}`, async () => {
    const store = new Store(...fates);
    await write(store, ...attempts);
    assert.deepEqual(told(store), whole);
  });

it('another decision on a later slip is written, and the first one again after it', async () => {
  const store = new Store();
  await write(store, {}, { slip: { answer: 'denied' } }, {});
  assert.deepEqual(told(store), [...whole, 'representative denied', 'representative granted']);
});

it('what was taken back since is decided anew', async () => {
  const store = new Store();
  await write(store, {});
  const [parent] = store.events;
  const { signatures: _, chain: __, ...event } = parent!;
  store.events.push(
    sealEvent({ ...event, id: 'withdrawn-1', kind: 'withdrawal' } as never, chainTip(store.events)),
  );
  await write(store, {});
  assert.lengthOf(
    store.events.filter(({ kind, decidedBy: [who] }) => kind === 'consent' && who!.role === 'representative'),
    2,
  );
});
