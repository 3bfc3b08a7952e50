import { assert, fixture, html, waitUntil as waitFor } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { closeAll, makeWorld } from '../../src/outbox/test-outbox.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import type { StationCode } from '../../src/school/index.ts';
import { Coverage, SchoolResults } from '../results/index.ts';
import { Roster } from '../roster/index.ts';
import { SessionElement } from '../session/index.ts';
import { deep } from '../testing.ts';
import { ScreeningForm } from './index.ts';
import { press } from './station-testing.ts';

interface Book {
  readonly 'Phần I': { readonly [label: string]: string };
  readonly 'Phần II': {
    readonly 'Lần 1': {
      readonly [label: string]: unknown;
      readonly 'Thị lực': { readonly 'không kính': { readonly [eye: string]: string } };
    };
  };
}

/** A pupil of the paper forms: what a class list says of them, and their book. */
interface Pupil {
  readonly name: string;
  readonly number: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly className: string;
  readonly round: Book['Phần II']['Lần 1'];
}

async function pupilOf(name: string): Promise<Pupil> {
  const address = `/.config/capture/cases/${name}.json`;
  const { default: form } = await import(address);
  const { 'Phần I': about, 'Phần II': rounds }: Book = form.screening;
  const a: { readonly [label: string]: string } = form.paper.A;
  return {
    name: a['Họ và tên']!,
    number: a['Số CMND/CCCD']!,
    birthDate: about['Ngày tháng năm sinh']!,
    sex: about['Nam / Nữ']!,
    className: about['Lớp']!,
    round: rounds['Lần 1'],
  };
}

/** The store seals and the server answers in their own time. */
const waitUntil = (isSo: () => unknown, what?: string): Promise<void> =>
  waitFor(isSo as () => boolean, what, { timeout: 8_000 });
const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const inside = <E extends HTMLElement = HTMLElement>(host: Element, selector: string): E => {
  const found = deep<E>(host.shadowRoot!, selector);
  if (!found) throw new Error(`${host.localName} has no ${selector}`);
  return found;
};
const until = (host: Element, selector: string): Promise<void> =>
  waitUntil(() => deep(host.shadowRoot!, selector), `${host.localName} ${selector}`);

afterEach(async () => {
  await closeAll();
  await setViewport({ width: 800, height: 600 });
});

/** The elements of a school day on one page, wired as a host does, on a device with its own sealed store and a server. */
async function schoolDay() {
  for (const each of [SessionElement, Roster, ScreeningForm, SchoolResults, Coverage]) each.define();
  let sandbox: Sandbox | undefined;
  const world = makeWorld((now) => (sandbox = createSandbox({ store: createMemoryStore(), now })));
  const { client, outbox } = await world.device();
  const session = await fixture<SessionElement>(
    html`<hssk-session .client=${client} .outbox=${outbox} user=${world.user} facility="TYT-01">
      <hssk-roster now="2026-11-21"></hssk-roster>
      <hssk-screening-form station="measure" pad="off" now="2026-11-21"></hssk-screening-form>
      <hssk-school-results .now=${world.clock.now}></hssk-school-results>
      <hssk-coverage by="class" .now=${world.clock.now}></hssk-coverage>
    </hssk-session>`,
  );
  const roster = session.querySelector('hssk-roster')!;
  const form = session.querySelector('hssk-screening-form')!;
  const results = session.querySelector('hssk-school-results')!;
  roster.addEventListener('hssk-select', ({ member, list }) => {
    Object.assign(form, { list, member });
    results.list = list;
  });
  form.addEventListener('hssk-next', () => void roster.next());
  return {
    world,
    sandbox: sandbox!,
    roster,
    form,
    results,
    coverage: session.querySelector('hssk-coverage')!,
  };
}

/** Pastes a class list as a school sends it, looks at the report, and opens the list. */
async function importClass(roster: Roster, pupils: readonly Pupil[]): Promise<void> {
  await until(roster, '#add');
  inside(roster, '#add').click();
  await until(roster, 'textarea');
  const lines = [
    ['TRƯỜNG PTCS VÍ DỤ'],
    ['DANH SÁCH HỌC SINH'],
    ['TT', 'Lớp', 'Họ và tên', 'Nữ', 'Ngày sinh', 'Số định danh cá nhân', 'Ghi chú'],
    ...pupils.map(({ className, name, sex, birthDate, number }, at) => [
      String(at + 1),
      ...[className, name.normalize('NFD'), sex === 'Nữ' ? 'x' : '', birthDate, number, ''],
    ]),
    ['', '', `Tổng số: ${pupils.length} học sinh`],
  ];
  inside<HTMLTextAreaElement>(roster, 'textarea').value = lines.map((line) => line.join('\t')).join('\n');
  inside<HTMLFormElement>(roster, 'details form').requestSubmit();
  await until(roster, '[data-outcome=taken]');
  assert.match(words(inside(roster, '[data-outcome=all]')), / 6$/);
  const name = inside<HTMLInputElement>(roster, '#fact-name');
  name.value = 'Hai em của phiếu giấy';
  name.dispatchEvent(new Event('input'));
  inside(roster, '#save').click();
  await until(roster, '#open');
  inside(roster, '#open').click();
  await until(roster, '[role=grid]');
}

const rowOf = (roster: Roster, name: string): HTMLElement =>
  [...inside(roster, '.body').querySelectorAll<HTMLElement>('[role=row]')].find((row) =>
    words(row).includes(name),
  )!;

it('pupils of the paper forms go from a pasted class list through the stations to the server, the results and the counts', async () => {
  await setViewport({ width: 1280, height: 900 });
  const { world, sandbox, roster, form, results, coverage } = await schoolDay();
  const pupils = [await pupilOf('case-04'), await pupilOf('case-05')] as const;
  await sandbox.expect(
    'TYT-01',
    pupils.map(({ name, number, className, birthDate }) => ({
      fullName: name,
      birthDate: birthDate.split('/').reverse().join('-'),
      identifier: { kind: 'citizenId' as const, number },
      groups: { class: className },
    })),
  );
  await importClass(roster, pupils);

  const isOpen = ({ name }: Pupil): Promise<void> =>
    waitUntil(
      () =>
        words(deep(form.shadowRoot!, '#pupil')).includes(name) &&
        deep(form.shadowRoot!, '.frame:not([inert])'),
      name,
    );
  /** Everybody at one station; the first is called in the list, the last Enter calls the next one. */
  async function everybodyAt(station: StationCode, keysOf: (pupil: Pupil) => string): Promise<void> {
    [form.station, roster.stations] = [station, station];
    await roster.updateComplete;
    inside(roster, '#next').focus();
    await press('Enter');
    for (const pupil of pupils) {
      await isOpen(pupil);
      await waitUntil(
        () => form.shadowRoot!.activeElement?.matches('input, textarea'),
        'a field has the focus',
      );
      await press(keysOf(pupil));
    }
    await waitUntil(() => words(roster.shadowRoot).includes('Không còn ai chưa xong'), station);
  }

  await everybodyAt('measure', ({ round }) =>
    ['Cân nặng', 'Chiều cao', 'Huyết áp', 'Nhịp tim']
      .map((label) => `${String(round[label])} Enter`)
      .join(' '),
  );
  await everybodyAt('eye', ({ round: { 'Thị lực': eyes } }) => {
    const { 'Mắt phải': right, 'Mắt trái': left } = eyes['không kính'];
    // A line of one digit goes on by itself, 10/10 by Enter.
    const written = [right!, left!].map((line) => (line === '10/10' ? `${line} Enter` : line));
    return `${written.join(' ')} Enter Enter`;
  });
  await everybodyAt('dental', () => '2 Enter Enter Enter Enter');
  form.station = roster.stations = 'measure eye dental';
  await waitUntil(() => words(deep(roster.shadowRoot!, '.progress')).includes('2 trên 2 đã xong'));

  await waitUntil(
    () => pupils.every(({ name }) => !rowOf(roster, name).querySelector('.queue')),
    'all is sent',
  );
  const records: HealthRecord[] = [];
  for (const { name, number } of pupils) {
    const found = await world.other.persons.lookup({ identifier: { kind: 'citizenId', number } });
    assert.lengthOf(found, 1, name);
    records.push((await world.other.records.load(found[0]!.pid)).record);
  }
  const stored = records.map(
    ({ administrative: { fullName, sex, birthDate }, screenings, unread, absent }) => ({
      ...{ fullName, sex, birthDate, unread, absent },
      round: screenings?.['2026-2027']?.rounds?.['round1'],
      className: screenings?.['2026-2027']?.general?.school?.className,
    }),
  );
  const measuredOn = '2026-11-21';
  assert.deepEqual(stored, [
    {
      ...{ fullName: 'Nguyễn Thị Ngọc Ánh', sex: 'female', birthDate: '2017-03-14', className: '3A2' },
      ...{ unread: undefined, absent: undefined },
      round: {
        ...{ measuredOn, weightKg: 27.4, heightCm: 128.5, pulsePerMinute: 90, caries: 2 },
        bloodPressureMmHg: { systolic: 92, diastolic: 58 },
        vision: { uncorrectedRight: '7/10', uncorrectedLeft: '8/10' },
      },
    },
    {
      ...{ fullName: "K'Brôi", sex: 'male', birthDate: '2012-02-23', className: '9A' },
      ...{ unread: undefined, absent: undefined },
      round: {
        ...{ measuredOn, weightKg: 39.5, heightCm: 151, pulsePerMinute: 76, caries: 2 },
        bloodPressureMmHg: { systolic: 104, diastolic: 66 },
        vision: { uncorrectedRight: '10/10', uncorrectedLeft: '9/10' },
      },
    },
  ]);

  await until(results, '.pupils tbody tr');
  await results.reload();
  await waitUntil(() => deep(results.shadowRoot!, '.pupils')!.querySelectorAll('tbody tr').length === 2);
  assert.include(words(inside(results, 'section')), '2 học sinh: 2 em có kết quả, 2 em có điều cần lưu ý.');
  const [myopic, small] = [...inside(results, '.pupils tbody').children].map(words);
  assert.include(myopic!, 'Mắt của em nhìn xa chưa rõ khi không đeo kính.');
  assert.include(small!, 'Chiều cao của em thấp hơn mức thường gặp của trẻ cùng tuổi.');
  assert.notInclude(small!, 'Mắt của em');

  await coverage.reload();
  const tableOf = (part: string): string[] =>
    [...(deep(coverage.shadowRoot!, `table.${part} tbody`)?.children ?? [])].map((line) =>
      [...line.children].map(words).join(' | '),
    );
  await waitUntil(() => tableOf('server').length === 2 && tableOf('device').length === 1);
  const counts = '1/1 có hồ sơ (100 %) | 1 | 1 | 1 | 0';
  assert.deepEqual(tableOf('server'), [`3A2 ${counts}`, `9A ${counts}`]);
  // Nobody has been at the doctor's: both are begun and not done.
  assert.deepEqual(tableOf('device'), [
    'Hai em của phiếu giấy, TRƯỜNG PTCS VÍ DỤ 2/2 đã khám hôm nay (100 %) | 2 | 2 | 0 | 2 | 0 | 0 | 0',
  ]);
}).timeout(60_000);
