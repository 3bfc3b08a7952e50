import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import type { HttpError } from '../client/index.ts';
import { defaultPurposes } from '../consent/index.ts';
import type { ConsentEvent, Decider, HealthRecord } from '../schema/index.ts';
import { decided, deed } from './test-consents.ts';
import type { Deed } from './test-consents.ts';
import { stores } from './test-stores.ts';
import { makeWorld, person, rejection } from './test-world.ts';
import type { World } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const year = '2026-2027';
const subject = { birthDate: '2017-03-14', birthDateFrom: 'record' as const };
const mother: Decider = {
  role: 'representative',
  name: 'Lê Thị Mẫu',
  relation: 'mother',
  representativeType: 'c',
};
const child: Decider = { role: 'child', name: 'Lê Mẫu An' };

const said = (
  who: Decider,
  decision: ConsentEvent['decision'],
  more: Partial<Deed> = {},
  previous?: ConsentEvent,
): ConsentEvent => decided('screening', decision, { subject, decidedBy: [who], ...more }, previous);
const both = (): ConsentEvent[] => {
  const first = said(mother, 'granted');
  return [first, said(child, 'granted', {}, first)];
};
const later = '2026-11-20T09:00:00+07:00';
const takenBack = (purpose: string, previous: ConsentEvent): ConsentEvent =>
  deed({ kind: 'withdrawal', purpose, subject, decidedBy: [mother], decidedAt: later }, previous);

/** A pupil of nine, whom nothing but a list is known of. */
const pupil = (n: number, more: Partial<HealthRecord> = {}): HealthRecord => {
  const { administrative } = person(n);
  return {
    schemaVersion: 1,
    capturedOn: '2026-11-20',
    ...more,
    administrative: { ...administrative, fullName: `Lê Mẫu ${n}`, birthDate: subject.birthDate },
  };
};
const round = { measuredOn: '2026-11-20', weightKg: 28 };
const screened = { [year]: { rounds: { round1: round } } };

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: HttpError) => error.code,
  );

const rows: readonly (readonly [rule: string, events: () => ConsentEvent[], code: string])[] = [
  ['nobody was asked', () => [], 'ok'],
  ['parent and pupil agreed', both, 'ok'],
  ['the pupil has not answered yet', () => both().slice(0, 1), 'ok'],
  ['the parent said no', () => [said(mother, 'denied')], 'consent.needed'],
  [
    'the pupil said no where the parent agreed',
    () => [said(mother, 'granted'), said(child, 'denied')],
    'consent.needed',
  ],
  [
    'the parent took it back',
    () => {
      const [first, second] = both();
      return [first!, second!, takenBack('screening', second!)];
    },
    'consent.needed',
  ],
  [
    'everything was taken back',
    () => {
      const [first, second] = both();
      return [first!, second!, takenBack('*', second!)];
    },
    'consent.needed',
  ],
  [
    'the parent agreed after a no',
    () => {
      const no = said(mother, 'denied');
      const yes = said(mother, 'granted', { decidedAt: later }, no);
      return [no, yes, said(child, 'granted', { decidedAt: later }, yes)];
    },
    'ok',
  ],
  ['a no to something else', () => [decided('research', 'denied', { subject, decidedBy: [mother] })], 'ok'],
];

for (const { name, open } of stores) {
  let opened: ReturnType<typeof open> | undefined;
  after(async () => (await opened)?.close());
  let n = 0;
  const over = (sentence: string, run: (world: World) => Promise<void>) =>
    test(`${name}: ${sentence}`, async () => run(makeWorld({ store: (await (opened ??= open())).store })));

  over('each rule of who may be screened, whatever way it is written', async ({ client }) => {
    const { records, consents, screenings } = client(nurse);
    for (const [rule, events, expected] of rows) {
      const { pid } = await records.create(pupil(++n));
      const given = events();
      for (const event of given) await consents.append(pid, event);
      const etag = (await records.load(pid)).etag!;
      const patched = records.patch(pid, { screenings: screened }, { ifMatch: etag });
      assert.equal(await codeOf(patched), expected, `${rule}: patch`);
      const screening = {
        id: '2025-2026',
        capturedOn: '2026-11-20',
        screening: { rounds: { round1: round } },
      };
      assert.equal(await codeOf(screenings.append(pid, screening)), expected, `${rule}: append`);
      const made = records.create({ ...pupil(++n, { screenings: screened }), consents: events() } as never);
      assert.equal(await codeOf(made), expected, `${rule}: create`);
    }
  });

  over('what is refused is told at its purpose, and nothing of it stands', async ({ client }) => {
    const { records, consents, persons } = client(nurse);
    const { pid } = await records.create(pupil(++n));
    await consents.append(pid, said(mother, 'denied'));
    const { etag } = await records.load(pid);
    const error = await rejection<HttpError>(
      records.patch(pid, { screenings: screened }, { ifMatch: etag! }),
    );
    const { issues, status } = error as HttpError & { issues: readonly { path: string }[] };
    assert.deepEqual([status, issues.map(({ path }) => path)], [403, ['consents.screening']]);
    assert.equal((await records.load(pid)).record.screenings, undefined);
    const refused = pupil(++n, { screenings: screened });
    await rejection(records.create({ ...refused, consents: [said(mother, 'denied')] } as never));
    const identifier = refused.administrative.identifiers!['personal'] as never;
    assert.deepEqual(await persons.lookup({ identifier }), []);
  });

  over('a no leaves what is no screening, and what stands may be deleted', async ({ client }) => {
    const { records, consents } = client(nurse);
    const { pid } = await records.create(pupil(++n, { screenings: screened }));
    await consents.append(pid, said(mother, 'denied'));
    const patch = async (change: object): Promise<string> =>
      codeOf(records.patch(pid, change as never, { ifMatch: (await records.load(pid)).etag! }));
    const at = (book: object): object => ({ screenings: { [year]: book } });
    assert.equal(await patch({ administrative: { caregiverName: 'Lê Thị Mẫu' } }), 'ok');
    assert.equal(await patch(at({ general: { birthOrder: 2 } })), 'ok');
    assert.equal(await patch(at({ conclusion: 'Bình thường' })), 'consent.needed');
    assert.equal(await patch(at({ rounds: { round1: { weightKg: 29 } } })), 'consent.needed');
    const absent = `screenings.${year}.rounds.round1.heightCm`;
    assert.equal(await patch({ absent: { [absent]: 'refused' } }), 'consent.needed');
    assert.equal(await patch(at({ rounds: null })), 'ok');
  });
}

test('where a facility has another basis than consent, a no to it stops nothing', async () => {
  const byLaw = { mode: 'notice', basis: { code: 'law_19_1_dd' }, mayObject: false } as const;
  const purposes = defaultPurposes.map((each) => (each.code === 'screening' ? { ...each, ...byLaw } : each));
  const none = defaultPurposes.filter(({ code }) => code !== 'screening');
  for (const given of [purposes, none]) {
    const { client } = makeWorld({ purposes: given });
    const { records, consents } = client(nurse);
    const { pid } = await records.create(pupil(1));
    await consents.append(pid, said(mother, 'denied'));
    const { etag } = await records.load(pid);
    assert.equal(await codeOf(records.patch(pid, { screenings: screened }, { ifMatch: etag! })), 'ok');
  }
});
