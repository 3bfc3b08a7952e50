import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { assertFits, overlaps, zoomedScreens } from './fit-testing.ts';
import { Coverage, SchoolResults } from './results/index.ts';
import { FakeLists as FakeResults, FakeRosters, classDay } from './results/testing.ts';
import { Roster } from './roster/index.ts';
import { FakeLists as FakeClass, listOf, provide, pupils } from './roster/testing.ts';
import { press, stationIn } from './screening/station-testing.ts';
import { FakeLists, classList, measuredBefore } from './screening/testing.ts';
import { deep, drawn } from './testing.ts';

/** A name as long as they come, one word of it without a blank. */
const name = 'Công Tằng Tôn Nữ Thị Mẫu Nguyễnphúcvĩnhthụyhoàngkimlongđứcchính';
const now = new Date(2026, 10, 20, 14, 5).getTime();
/** A whole name of the longest that are given. */
const spaced = 'Công Tằng Tôn Nữ Thị Mẫu Nguyễn Phúc Vĩnh Thụy';
/** The narrowest that has to do without scrolling sideways. */
const narrowest = [320, 640] as const;

afterEach(() => setViewport({ width: 800, height: 600 }));

function assertFitsAll(host: Element, where: string): void {
  // Of the columns of a file the first words are shown; every line stands whole below.
  assertFits(host, where, '.sample');
  assert.deepEqual(overlaps(host), [], `${innerWidth} × ${innerHeight}, ${where}`);
}

it('the form of each station fits at 200 % and on 320 pixels, with everything open and something asked', async () => {
  for (const [width, height] of [...zoomedScreens, narrowest]) {
    await setViewport({ width, height });
    for (const station of ['measure', 'eye', 'dental', 'doctor', 'general', ''])
      for (const pad of ['off', 'on'] as const) {
        const lists = new FakeLists({
          ...classList,
          members: classList.members.map((member) => ({ ...member, fullName: name })),
        });
        lists.records.set('m1', {
          ...measuredBefore,
          administrative: { ...measuredBefore.administrative, fullName: name },
        });
        lists.states.set('m1', { stations: {}, mark: { kind: 'recheck', words: name, at: 1 } });
        const form = await stationIn(lists, { station, pad });
        for (const details of form.shadowRoot!.querySelectorAll('details')) details.open = true;
        if (station === 'measure') {
          await press('275 Enter');
          await waitUntil(() => form.shadowRoot!.querySelector('.question'));
          deep(form.shadowRoot!, '.question .link')!.click();
        }
        form.notice = `${name}: Chưa gửi được, cần xem lại`;
        await form.check();
        await drawn(form);
        assertFitsAll(form, `${station}, pad ${pad}`);
        form.closest('hssk-session')!.remove();
      }
  }
}).timeout(60_000);

it('the list of a class fits at 200 %: to choose from, open, with somebody chosen, and read in', async () => {
  Roster.define();
  for (const [width, height] of zoomedScreens) {
    await setViewport({ width, height });
    const members = pupils(40).map((member, at) => (at === 1 ? { ...member, fullName: spaced } : member));
    const list = listOf(members, { name: `Lớp 3A ${name}`, place: `Trường ${name}` });
    const lists = new FakeClass(list);
    const host = await fixture<HTMLElement>(html`<div></div>`);
    provide(host, { lists });
    const roster = document.createElement('hssk-roster');
    Object.assign(roster, { now: '2026-11-20', stations: 'measure eye' });
    host.append(roster);
    await waitUntil(() => deep(roster.shadowRoot!, 'button.open'));
    await drawn(roster);
    assertFitsAll(roster, 'lists');
    deep(roster.shadowRoot!, 'button.open')!.click();
    await waitUntil(() => deep(roster.shadowRoot!, '.body [role=row]'));
    roster.member = 'm2';
    await waitUntil(() => deep(roster.shadowRoot!, '.chosen'));
    await drawn(roster);
    assertFitsAll(roster, 'open');
    deep(roster.shadowRoot!, '#back')!.click();
    await waitUntil(() => deep(roster.shadowRoot!, '#add'));
    deep(roster.shadowRoot!, '#add')!.click();
    await waitUntil(() => deep(roster.shadowRoot!, 'textarea'));
    const lines = [
      ['Họ và tên', 'Ngày sinh', 'Giới tính'],
      [name, '02/05/2017', 'Nam'],
      [name, 'không rõ', ''],
    ];
    deep<HTMLTextAreaElement>(roster.shadowRoot!, 'textarea')!.value = lines
      .map((line) => line.join('\t'))
      .join('\n');
    deep<HTMLDetailsElement>(roster.shadowRoot!, 'hssk-list-import')!
      .shadowRoot!.querySelector('details')!
      .setAttribute('open', '');
    deep<HTMLFormElement>(roster.shadowRoot!, 'details form')!.requestSubmit();
    await waitUntil(() => deep(roster.shadowRoot!, '#save'));
    await drawn(roster);
    assertFitsAll(roster, 'read in');
    host.remove();
  }
}).timeout(60_000);

const dayOf = (): FakeResults => {
  const lists = classDay(9);
  for (const [id, record] of lists.records)
    lists.records.set(id, { ...record, administrative: { ...record.administrative, fullName: name } });
  return lists;
};

it('results fit at 200 % in each view', async () => {
  SchoolResults.define();
  for (const [width, height] of zoomedScreens) {
    await setViewport({ width, height });
    for (const view of ['notices', 'referrals', 'summary', 'recalls'] as const) {
      const results = await fixture<SchoolResults>(
        html`<hssk-school-results
          .lists=${dayOf()}
          list="l1"
          .now=${now}
          view=${view}
        ></hssk-school-results>`,
      );
      await waitUntil(() => results.shadowRoot!.querySelector('table'), view, { timeout: 4_000 });
      await drawn(results);
      assertFitsAll(results, view);
      results.remove();
    }
  }
}).timeout(60_000);

it('who is missing fits at 200 %, with names asked for', async () => {
  Coverage.define();
  for (const [width, height] of zoomedScreens) {
    await setViewport({ width, height });
    const rosters = new FakeRosters();
    const group = { group: 'g1', kind: 'class', name: `Lớp 3A ${name}` } as const;
    rosters.groupsOf = { class: [{ ...group, expected: 1200, captured: 990, missing: 210, seenToday: 100 }] };
    rosters.peopleOf = { g1: [{ id: 'a', fullName: name, birthDate: '2016-05' }] };
    const coverage = await fixture<Coverage>(
      html`<hssk-coverage
        by="class"
        names
        .rosters=${rosters}
        .lists=${dayOf()}
        .now=${now}
      ></hssk-coverage>`,
    );
    await waitUntil(() => coverage.shadowRoot!.querySelectorAll('table').length === 2, 'both tables');
    for (const ask of coverage.shadowRoot!.querySelectorAll<HTMLElement>('table.server .ask')) ask.click();
    await waitUntil(() => coverage.shadowRoot!.querySelector('.drawer'));
    await drawn(coverage);
    assertFitsAll(coverage, 'names');
    coverage.remove();
  }
}).timeout(60_000);
