import { FakeSync, invented, onServer, queueItem, savedDraft } from '../../components/sync/testing.ts';
import type { Conflict, QueueItem, SyncStatus } from '../../src/client/index.ts';

const ago = (minutes: number): number => Date.now() - minutes * 60_000;

const refused = queueItem('q1', {
  name: 'Quàng Thị Ví Dụ',
  birthDate: '2018-09-30',
  state: 'refused',
  problem: {
    code: 'record.refused',
    issues: [
      { path: 'administrative.birthDate', code: 'date.future', level: 'error' },
      {
        path: 'examinations.0mi000000visit.vitals.weightKg',
        code: 'number.impossible',
        level: 'error',
        params: { min: 0.3, max: 400 },
      },
    ],
  },
});
const changed = queueItem('q2', {
  call: 'record.patch',
  state: 'conflict',
  problem: { code: 'record.changed', issues: [] },
});
const known = queueItem('q3', {
  name: 'Lò Văn Mẫu',
  birthDate: '2016-01',
  state: 'conflict',
  problem: { code: 'person.exists', issues: [] },
});
const denied = queueItem('q4', {
  name: 'Cầm Thị Mẫu Thị Rất Dài Để Xem Chữ Xuống Dòng',
  birthDate: '2015-11-02',
  call: 'immunization.append',
  state: 'refused',
  problem: { code: 'access.denied', issues: [] },
});

const receipt = (minutes: number) => ({ pid: 'p', version: 1, at: new Date(ago(minutes)).toISOString() });

/** A conflict of a record with every kind of value. */
export const recordConflict: Conflict = {
  kind: 'record',
  item: changed,
  mine: invented,
  theirs: onServer,
  conflicts: [
    { path: 'administrative.birthDate', before: '2017', mine: '2017-03-12', theirs: '2017-12-03' },
    { path: 'administrative.sex', before: undefined, mine: 'male', theirs: 'female' },
    {
      path: 'administrative.currentAddress.commune',
      before: { text: 'Chiềng Sung' },
      mine: { code: '04108', text: 'Xã Chiềng Sung' },
      theirs: { code: '04111', text: 'Xã Chiềng Sung' },
    },
    {
      path: 'examinations.0mi000000visit.vitals.weightKg',
      before: undefined,
      mine: { value: 21.5, note: 'cả áo ấm' },
      theirs: { absent: 'notMeasured' },
    },
    {
      path: 'examinations.0mi000000visit.vitals.bloodPressureMmHg',
      before: { systolic: 90 },
      mine: { systolic: 95, diastolic: 60 },
      theirs: { unread: '95 trên sáu mươi' },
    },
    {
      path: 'immunizations.basic.measles2',
      before: { givenOn: '2018-09-20', reaction: 'không' },
      mine: undefined,
      theirs: { givenOn: '2018-09-22', reaction: 'sốt nhẹ 1 ngày', notGiven: false },
    },
  ],
  merged: ['administrative.phoneMobile', 'history.allergies.drug', 'immunizations.basic.bcg.givenOn'],
};

export const personConflict: Conflict = {
  kind: 'person',
  item: known,
  mine: invented,
  candidates: [
    {
      pid: 'a',
      name: 'N. V. Mẫu',
      birthYear: '2017',
      sex: 'male',
      commune: 'Xã Chiềng Sung',
      identifierEnding: '118',
      mayLoad: true,
    },
    { pid: 'b', name: 'N. V. M. Mẫu', birthYear: '2016', commune: 'Xã Hát Lót', mayLoad: false },
  ],
};

const waiting: readonly QueueItem[] = Array.from({ length: 12 }, (_, at) =>
  queueItem(`w${at}`, {
    name: `Nguyễn Thị Mẫu ${at + 1}`,
    birthDate: `2017-0${(at % 9) + 1}-15`,
    at: ago(90 - at * 5),
    ...(at === 0 && { state: 'retry', attempts: 3, retryAt: ago(-4) }),
    ...(at === 1 && { call: 'record.patch' }),
  }),
);

/** A whole day's work as a queue shows it. */
export function day(state: Partial<SyncStatus> = {}): FakeSync {
  const sync = new FakeSync({
    waiting: 12,
    attention: 4,
    sent: 340,
    drafts: 2,
    reach: 'reached',
    lastSentAt: ago(5),
    ...state,
  });
  sync.lists.attention.push(refused, changed, known, denied);
  sync.lists.waiting.push(...waiting);
  sync.lists.done.push(
    queueItem('d1', { name: 'Hà Văn Mẫu', state: 'done', receipt: receipt(5) }),
    queueItem('d2', {
      name: 'Vì Thị Ví Dụ',
      state: 'done',
      call: 'record.patch',
      receipt: receipt(6),
      merged: ['administrative.phoneMobile', 'immunizations.basic.bcg.givenOn'],
    }),
  );
  sync.saved = [savedDraft('n1'), { ...savedDraft('n2', ''), base: onServer }];
  sync.conflicts = { q2: recordConflict, q3: personConflict };
  return sync;
}

/** Finds the first element that matches, looking through every shadow root below `root`. */
export function deep(root: ParentNode, selector: string): HTMLElement | undefined {
  const found = root.querySelector<HTMLElement>(selector);
  if (found) return found;
  for (const host of root.querySelectorAll('*')) {
    const inside = host.shadowRoot && deep(host.shadowRoot, selector);
    if (inside) return inside;
  }
  return undefined;
}
