import { assert, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { HealthRecord } from '../../src/schema/index.ts';
import { Printing, now, words, resultsOf, all, one, button, names } from './school-results-testing.ts';
import { ailing, classDay, pupil, screened, sound } from './testing.ts';

it('lists who has something to look at, whom the notice is for, and those who were told already', async () => {
  const results = await resultsOf();
  assert.equal(words(all(results, 'section > p')[1]), '9 học sinh: 7 em có kết quả, 3 em có điều cần lưu ý.');
  assert.lengthOf(names(results), 3);
  assert.include(words(one(results, '.pupils tbody tr')), 'Trần Thị Mẫu m1');
  one(results, '.option input').click();
  await results.updateComplete;
  assert.lengthOf(names(results), 9);
  const rows = all(results, '.pupils tbody tr').map(words);
  assert.include(rows[1], 'Gia đình không đồng ý khám');
  assert.include(rows[2], 'Vắng');
  assert.include(rows[5], 'Đã phát 18/11/2026 (điện thoại)');
  assert.deepEqual(
    all(results, '.pupils tbody input').map((box) => (box as HTMLInputElement).disabled),
    [false, true, true, false, false, false, false, false, false],
  );
});

it('prints a page for each pupil chosen, and nothing of who refused', async () => {
  const results = await resultsOf();
  one(results, '.option input').click();
  await results.updateComplete;
  one(results, '.pupils thead input').click();
  await results.updateComplete;
  assert.equal(words(one(results, '#print')), 'In thông báo (7)');
  one(results, '#print').click();
  await waitUntil(() => results.printed.length);
  const text = results.printed[0]!;
  assert.lengthOf(text.match(/THÔNG BÁO KẾT QUẢ/g)!, 7);
  assert.notInclude(text, 'Mẫu 2,');
  assert.notInclude(text, 'Mẫu 3,');
});

it('prints nothing of who refused, whatever stands in the book already', async () => {
  const lists = classDay(2);
  lists.records.set('m2', screened(pupil(2), ailing, { conclusion: 'Kín đáo', healthIssues: 'Kín đáo' }));
  const results = await resultsOf({ lists });
  one(results, '.option input').click();
  await results.updateComplete;
  const boxes = all(results, '.pupils tbody input') as HTMLInputElement[];
  assert.deepEqual(
    boxes.map(({ disabled }) => disabled),
    [false, true],
  );
  assert.notInclude(words(one(results, 'section')), 'Kín đáo');
  one(results, '#print').click();
  await waitUntil(() => results.printed.length);
  assert.lengthOf(results.printed[0]!.match(/THÔNG BÁO KẾT QUẢ/g)!, 1);
});

it('marks as given only at a press, and only those who are chosen', async () => {
  const lists = classDay(9);
  const results = await resultsOf({ lists });
  assert.lengthOf(lists.callsOf('submit'), 0);
  const boxes = all(results, '.pupils tbody input');
  boxes[1]!.click();
  await results.updateComplete;
  one(results, 'select').dispatchEvent(new Event('input'));
  (one(results, 'select') as HTMLSelectElement).value = 'message';
  one(results, 'select').dispatchEvent(new Event('change'));
  one(results, '#mark').click();
  await waitUntil(() => words(one(results, '.said')) === 'Đã ghi cho 2 học sinh.');
  assert.deepEqual(
    lists.callsOf('submit').map(([, member]) => member),
    ['m1', 'm7'],
  );
  const [, , record, stations] = lists.callsOf('submit')[0] as [string, string, HealthRecord, object];
  assert.deepEqual(record.screenings!['2026-2027']!.parentNotice, {
    ...{ sentOn: '2026-11-20', channel: 'message', recipient: 'Trần Thị Mẫu m1' },
  });
  assert.deepInclude(stations, { measure: 'all', eye: 'all' });
  assert.include(words(one(results, '.pupils tbody tr')), 'Đã phát 20/11/2026 (tin nhắn)');
});

it('keeps what another station wrote meanwhile, and the rest of the record', async () => {
  const lists = classDay(3);
  const results = await resultsOf({ lists });
  const newer = screened(pupil(1), { ...ailing, weightKg: 30.5 });
  const place = 'screenings.2026-2027.parentNotice';
  const before = { parentNotice: { sentOn: '2026-10-01', acknowledgedOn: '2026-10-02' } };
  Object.assign(newer.screenings!['2026-2027']!, before);
  lists.records.set('m1', {
    ...newer,
    unread: { [`${place}.channel`]: 'nhắn', 'screenings.2026-2027.conclusion': 'chưa rõ' },
  });
  one(results, '#mark').click();
  await waitUntil(() => lists.callsOf('submit').length);
  const record = lists.records.get('m1')!;
  assert.equal(record.screenings!['2026-2027']!.rounds!['round1']!.weightKg, 30.5);
  assert.deepEqual(record.unread, { 'screenings.2026-2027.conclusion': 'chưa rõ' });
  assert.notProperty(record.screenings!['2026-2027']!.parentNotice, 'acknowledgedOn');
});

it('takes no day after today, and tells who could not be written', async () => {
  const lists = classDay(9);
  const results = await resultsOf({ lists });
  const sent = one(results, '#sent') as HTMLInputElement;
  for (const text of ['21/11/2026', '11/2026', 'hôm qua']) {
    sent.value = text;
    sent.dispatchEvent(new Event('input'));
    await results.updateComplete;
    one(results, '#mark').click();
    await waitUntil(() => all(results, '#sent-wrong').length, text);
    assert.lengthOf(lists.callsOf('submit'), 0);
  }
  sent.value = '19/11/2026';
  sent.dispatchEvent(new Event('input'));
  await results.updateComplete;
  lists.failing['submit'] = 'vault.full';
  one(results, '#mark').click();
  await waitUntil(() => words(one(results, '.said')).includes('Chưa ghi được cho 3 học sinh'));
  assert.equal(words(one(results, '#mark')), 'Ghi đã phát (3)');
  assert.include(words(one(results, 'fieldset .failure')), 'hết chỗ lưu');
});

it('counts for Mẫu 02: by grade and sex, and every pupil in each part once', async () => {
  const results = await resultsOf({ view: 'summary' });
  const rows = all(results, '.figures tbody tr').map((row) => [...row.children].map(words));
  assert.deepEqual(
    rows.map((row) => row.slice(0, 3).filter(Boolean).join(' ')),
    ['3 Nam 5', '3 Nữ 4', 'Tổng cộng Nam 5', 'Tổng cộng Nữ 4', 'Tổng cộng 9'],
  );
  for (const row of rows) {
    const figures = row.slice(3).map(Number);
    for (const [from, to] of [
      [0, 5],
      [5, 9],
      [9, 15],
      [15, 19],
      [19, 23],
    ] as const) {
      const [judged, ...rest] = figures.slice(from, to);
      assert.equal(judged! + rest.at(-1)!, Number(row[2]), row.join(' '));
      assert.equal(
        rest.slice(0, -1).reduce((sum, figure) => sum + figure, 0),
        judged,
        row.join(' '),
      );
    }
  }
  // Vision: judged, above the limit, low, not judged (refused, absent, one thing only, no eyes).
  assert.deepEqual(rows.at(-1)!.slice(8, 12), ['5', '2', '3', '4']);
});

it('takes all lists of the school together where there are several', async () => {
  const lists = classDay(6);
  const other = classDay(3, 'l2', '4B').lists[0]!;
  lists.lists.push(
    other,
    { ...other, id: 'l3', place: 'Trường khác' },
    { ...other, id: 'l4', year: '2025-2026' },
  );
  const results = await resultsOf({ lists, view: 'summary' });
  button(results, 'Cả trường trên máy này (2 danh sách)').click();
  await waitUntil(() => words(all(results, 'section > p')[1]).startsWith('9 học sinh'));
  assert.include(words(one(results, '.where')), '3A, 4B');
});

it('lists who is looked at again, sorted, with reasons and dates', async () => {
  const results = await resultsOf({ view: 'recalls' });
  const rows = (): string[][] => all(results, 'tbody tr').map((row) => [...row.children].map(words));
  assert.lengthOf(rows(), 3);
  assert.include(rows()[0]!.join(' '), '01/12/2026');
  button(results, 'Học sinh').click();
  await results.updateComplete;
  assert.isTrue(rows()[0]![0]!.startsWith('Công Tằng'));
  button(results, 'Học sinh').click();
  await results.updateComplete;
  assert.equal(rows()[0]![0], 'Nguyễn Văn Mẫu 7');
  assert.include(rows()[0]![3]!, 'Em có răng sâu');
});

it('saves files that name nobody and start no formula', async () => {
  const lists = classDay(4);
  const evil = screened({ ...pupil(1), fullName: '=HYPERLINK("http://example.com")' }, ailing);
  lists.records.set('m1', evil);
  const links: HTMLAnchorElement[] = [];
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    links.push(this);
  };
  try {
    const results = await resultsOf({ lists, view: 'recalls' });
    button(results, 'Tải tệp CSV').click();
    button(results, 'Bảng tổng hợp').click();
    await results.updateComplete;
    button(results, 'Tải tệp CSV').click();
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
  assert.deepEqual(
    links.map(({ download }) => download),
    ['kham-lai-2026-11-20.csv', 'mau-02-2026-11-20.csv'],
  );
  const [recalls, summary] = await Promise.all(links.map(async ({ href }) => (await fetch(href)).text()));
  assert.include(recalls, `"'=HYPERLINK(""http://example.com"")"`);
  const lines = summary!
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'));
  assert.lengthOf(new Set(lines.map((line) => line.length)).size === 1 ? [1] : [], 1);
  assert.include(lines[0]!, '"Thị lực không kính: Giảm"');
});

it('reads again when the list changes, and stops when it leaves the page', async () => {
  const lists = classDay(3);
  const results = await resultsOf({ lists });
  lists.records.set('m1', screened(pupil(1), sound));
  lists.tell(['m1']);
  await waitUntil(() => names(results).length === 0);
  results.remove();
  assert.equal(lists.listeners.size, 0);
});

it('reads only who was saved, and nobody for what is typed', async () => {
  const lists = classDay(9);
  const results = await resultsOf({ lists });
  await waitUntil(() => lists.callsOf('member').length === 9);
  for (const listener of lists.listeners) listener(['m2'], true);
  lists.records.set('m1', screened(pupil(1), sound));
  lists.tell(['m1']);
  await waitUntil(() => !names(results).includes('Nguyễn Văn Mẫu 1'));
  assert.deepEqual(
    lists
      .callsOf('member')
      .slice(9)
      .map(([, id]) => id),
    ['m1'],
  );
});

it('shows the second round once somebody was measured in it, and the first when it is asked for', async () => {
  const lists = classDay(3);
  const record = screened(pupil(1), ailing);
  const rounds = record.screenings!['2026-2027']!.rounds!;
  lists.records.set('m1', {
    ...record,
    screenings: { '2026-2027': { rounds: { ...rounds, round2: { ...sound, measuredOn: '2027-03-20' } } } },
  } as HealthRecord);
  const results = await resultsOf({ lists });
  assert.include(words(one(results, '.where')), 'lần 2');
  assert.equal(words(all(results, 'section > p')[1]), '3 học sinh: 1 em có kết quả, 0 em có điều cần lưu ý.');
  button(results, 'Lần 1').click();
  await results.updateComplete;
  assert.include(words(one(results, '.where')), 'lần 1');
  assert.include(words(all(results, 'section > p')[1]), '1 em có điều cần lưu ý.');
  results.remove();
  assert.isUndefined(button(await resultsOf(), 'Lần 2'), 'nothing to choose where there is one round');
});

it('takes the school year of the day for a list without one', async () => {
  const lists = classDay(3);
  const [{ year: _, ...list }] = lists.lists.splice(0) as [(typeof lists.lists)[0]];
  lists.lists.push(list);
  const results = await resultsOf({ lists });
  assert.include(words(one(results, '.where')), 'năm học 2026-2027');
  assert.include(words(all(results, 'section > p')[1]), 'em có kết quả');
});

it('tells what failed and reads again at a press', async () => {
  const lists = classDay(3);
  lists.failing['member'] = 'vault.locked';
  const results = document.createElement('hssk-school-results') as Printing;
  Object.assign(results, { now, lists, list: 'l1' });
  (await fixture<HTMLElement>(html`<div></div>`)).append(results);
  await waitUntil(() => all(results, '.failure').length);
  lists.failing = {};
  one(results, '.failure button').click();
  await waitUntil(() => all(results, '.tabs').length);
});

it('says that the browser cannot print', async () => {
  const results = await resultsOf();
  Object.assign(results, {
    send: () => {
      throw new Error('no print');
    },
  });
  one(results, '#print').click();
  await waitUntil(() => all(results, '[role=alert]').length);
  assert.include(words(one(results, '[role=alert]')), 'không mở được cửa sổ in');
  assert.lengthOf(all(results, 'iframe'), 0);
});

it('speaks English', async () => {
  const results = await resultsOf({ locale: 'en' });
  await waitUntil(() => words(one(results, 'h3')) === 'Results of the school health check');
  one(results, '#print').click();
  await waitUntil(() => results.printed.length);
  assert.include(results.printed[0], 'right eye 5/10, left eye 6/10');
});

for (const view of ['notices', 'referrals', 'summary', 'recalls'] as const)
  for (const [theme, width] of [
    ['light', '760px'],
    ['dark', '360px'],
  ] as const) {
    it(`is accessible and fits: ${view}, ${theme}, ${width}`, async () => {
      await setViewport({ width: 800, height: 900 });
      const results = await resultsOf({ view, theme }, width);
      assert.isAtMost(one(results, 'section').scrollWidth, Number.parseInt(width));
      await expect(results).to.be.accessible();
    });
  }
