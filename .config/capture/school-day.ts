/** A school day of the host's example page with the school book of a paper form: from the class list to the notice. */
import type { Locator, Page } from 'playwright-core';
import type { ExampleServer } from '../../docs/examples/server.ts';
import type { Client } from '../../src/client/index.ts';
import { getAt } from '../../src/schema/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import { bookEntries, onTheList, writtenIn } from './book-paper.ts';
import type { BookEntry, Round, Station } from './book-paper.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { isOnScreen, judgeOnScreen, nameOf, roundOf } from './judge-book.ts';
import type { BookEvidence, BookLook, PrintedNotice } from './judge-book.ts';
import { NotFoundError, until } from './page.ts';
import type { Check, PaperCase } from './paper.ts';
import { short } from './tally.ts';
import { lost } from './writing.ts';
import type { Kept } from './writing.ts';

/** A paper form with the school book of a pupil. */
export type SchoolCase = PaperCase & { readonly screening: unknown };
export const hasBook = (form: PaperCase): form is SchoolCase => 'screening' in form;

const passphrase = 'hàng tre xanh đầu làng';
/** Somebody else of the class: the next one after the pupil of the paper. */
const neighbour = { name: 'Nguyễn Văn Mẫu', birthDate: '02/05', sex: 'Nam' };
/** Where the form reads anew what it says, a person sees it after a pause. */
const patienceMs = 3_000;

/** What a school day brought, and what of the book could not be written. */
export interface SchoolDay extends BookEvidence {
  readonly problems: readonly string[];
}

interface Turn {
  readonly station: Station;
  readonly round: Round;
  readonly entries: readonly BookEntry[];
}

/** Each station by each round, as they are played; what the specialists wrote comes with the last round. */
function turnsOf(entries: readonly BookEntry[]): Turn[] {
  const rounds = (['round1', 'round2'] as const).filter((each) =>
    entries.some(({ round }) => round === each),
  );
  const last = rounds.at(-1) ?? 'round1';
  const turn = (station: Station, round: Round, isOwn: (entry: BookEntry) => boolean): Turn => ({
    station,
    round,
    entries: entries.filter((entry) => entry.station === station && isOwn(entry)),
  });
  return [
    turn('general', rounds[0] ?? 'round1', () => true),
    ...rounds.flatMap((round) => [
      turn('measure', round, (entry) => entry.round === round),
      turn('eye', round, (entry) => entry.round === round || (round === last && entry.round === undefined)),
    ]),
    ...(rounds.length ? [] : [turn('eye', last, (entry) => entry.round === undefined)]),
    turn('dental', last, () => true),
    turn('doctor', last, () => true),
  ].filter((each) => each.entries.length > 0);
}

/** From the class list to the notice for the parents. `stored` is the record that the pupil has already. */
export async function playSchoolDay(
  page: Page,
  { server, client, pid }: { server: ExampleServer; client: Client; pid: string },
  form: SchoolCase,
  checks: readonly Check[],
): Promise<SchoolDay> {
  const { entries, unknown } = bookEntries(form.screening);
  const problems = unknown.map((name) => `the form has no "${name}"`);
  const said = new Map(writtenIn(form.screening).map(({ name, text }) => [name, String(text)]));
  const year = said.get('Phần I › Năm học') ?? '';
  const name = String((form.paper['A'] as { readonly [label: string]: unknown })['Họ và tên'] ?? '');
  const looks = new Map<Check, BookLook>();

  await open(page, server.url, form.capturedOn);
  await importClass(page, form, said);
  for (const { station, round, entries: some } of turnsOf(entries)) {
    await openPupil(page, name, station, round);
    const desk = await openDesk(page);
    problems.push(...headProblems(await desk.pupil(), said));
    await desk.openAll();
    for (const entry of some)
      await desk.write(entry).catch((error: unknown) => {
        problems.push(`${entry.name}: ${(error as Error).message.split('\n')[0]}`);
      });
    const due = checks.filter((check) => isOnScreen(check) && roundOf(check) === round);
    for (const check of due) {
      const entry = some.find((each) => each.name === nameOf(check));
      if (entry || (check.level === 'computed' && station === 'measure'))
        looks.set(check, await lookAt(check, desk, entry));
    }
    const refused = await save(page, name);
    if (refused) {
      problems.push(`${station}, ${round}: not saved: ${refused}`);
      break;
    }
    await settle(page, name);
  }
  const { record } = await client.records.load(pid);
  const notice = await noticeFor(page, name, turnsOf(entries).at(-1)?.round ?? 'round1');
  return { record, year, looks, notice, problems };
}

/** What of the book stands nowhere in the central record. */
export function lostOfBook(book: unknown, record: HealthRecord, year: string): string[] {
  return bookEntries(book).entries.flatMap(({ name, label, text, path, rowOf }) => {
    const rows = rowOf && getAt(record, `screenings.${year}.${rowOf.list}`);
    const id = Object.keys((rows as object | undefined) ?? {}).sort()[rowOf?.nth ?? 0] ?? '{row}';
    const place = `screenings.${year}.${path.replace('{row}', id)}`;
    const kept: Kept = {
      path: place,
      value: getAt(record, place),
      absent: record.absent?.[place],
      unread: record.unread?.[place],
      note: record.notes?.[place],
      asked: record.sources?.[place]?.code !== undefined,
    };
    const gone = lost(text, kept, label);
    if (gone === undefined) return [];
    return [`${name}: ${gone} of ${short(text)} is lost; there stands ${short(kept)}`];
  });
}

/** Opens the page and the sealed store, and gives the day, as the host does. Its own list of parents' answers is not asked for. */
async function open(page: Page, url: string, day: string): Promise<void> {
  await page.addInitScript(() => (window.print = () => undefined));
  await page.goto(`${url}/school-day.html`);
  const form = page.locator('hssk-vault-panel form.passphrase >> visible=true');
  await form.waitFor();
  for (const input of await form.locator('input.secret').all()) await input.fill(passphrase);
  await form.locator('button.primary').click();
  await page.locator('hssk-roster #add').waitFor();
  await page.evaluate((now) => {
    Object.assign(document.querySelector('hssk-session')!, { consent: undefined });
    for (const tag of ['hssk-roster', 'hssk-screening-form'])
      Object.assign(document.querySelector(tag)!, { now });
  }, day);
}

/** The list of the class as a school sends it, pasted. */
async function importClass(page: Page, form: SchoolCase, said: ReadonlyMap<string, string>): Promise<void> {
  const a = form.paper['A'] as { readonly [label: string]: unknown };
  const of = (label: string): string => said.get(`Phần I › ${label}`) ?? '';
  const birthDate = said.get(onTheList.birthDate) ?? String(a['Ngày sinh'] ?? '');
  const sex = said.get(onTheList.sex) ?? String(a['Giới tính'] ?? '');
  const lines = [
    [of('Trường').toUpperCase()],
    [`DANH SÁCH HỌC SINH LỚP ${of('Lớp')}`],
    ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Lớp', 'Số định danh'],
    ['1', a['Họ và tên'], birthDate, sex, of('Lớp'), a['Số CMND/CCCD'] ?? ''],
    ['2', neighbour.name, `${neighbour.birthDate}/${birthDate.slice(-4)}`, neighbour.sex, of('Lớp'), ''],
  ];
  const roster = page.locator('hssk-roster');
  await roster.locator('#add').click();
  await roster.locator('hssk-list-import details > summary').first().click();
  await roster.locator('hssk-list-import textarea').fill(lines.map((line) => line.join('\t')).join('\n'));
  await roster.locator('hssk-list-import details form button').click();
  await roster.locator('#fact-place').fill(of('Trường'));
  await roster.locator('#fact-year').fill(of('Năm học'));
  await roster.locator('#save').click();
  await roster.locator('#open').click();
}

/** Station and round are the host's; the pupil is opened in the list. */
async function openPupil(page: Page, name: string, station: Station, round: Round): Promise<void> {
  await page.locator('#station').selectOption(station);
  await page
    .locator('hssk-screening-form')
    .evaluate((element, which) => Object.assign(element, { round: which }), round);
  await page.locator('hssk-roster [data-shown=all]').click();
  await page.locator('hssk-roster-rows [role=row]').filter({ hasText: name }).click();
  const heading = page.locator('hssk-screening-form #pupil').filter({ hasText: name });
  await heading.waitFor();
  await page.locator('hssk-screening-form .frame:not([inert])').waitFor();
}

/** What the list told must be read at the head of the form. */
function headProblems(head: string, said: ReadonlyMap<string, string>): string[] {
  const words = head.toLowerCase().normalize('NFC');
  return Object.values(onTheList).flatMap((name) => {
    const text = said.get(name)?.toLowerCase().normalize('NFC').trim();
    return text === undefined || words.includes(text) ? [] : [`${name}: "${text}" is not read on screen`];
  });
}

/** What stands on screen about a check, once it is what the check wants, or after a while. */
async function lookAt(check: Check, desk: Desk, entry: BookEntry | undefined): Promise<BookLook> {
  const look = async (): Promise<BookLook> => ({
    seen: entry && (await desk.see(entry).catch(() => undefined)),
    told: await desk.told(),
  });
  const found = await until(async () => {
    const now = await look();
    return judgeOnScreen(check, now).ok ? now : undefined;
  }, patienceMs);
  return found ?? look();
}

/** Saves by the button; gives what the form has against it. */
async function save(page: Page, name: string): Promise<string | undefined> {
  const form = page.locator('hssk-screening-form');
  await form.locator('#next').focus();
  await page.keyboard.press('Enter');
  const said = await until(async () => {
    const errors = await form.locator('#summary, .question').allInnerTexts();
    if (errors.length) return errors.join(' ');
    const state = await form.locator('footer .status').innerText();
    if (state.includes('Chưa lưu được')) return state;
    const isNext = !(await form.locator('#pupil').innerText()).includes(name);
    // Who is known to the server already is for a person to decide; it is safe on the device all the same.
    const isSafe = /Đã lưu trên máy|Đã gửi|Chưa gửi được, cần xem lại/.test(state);
    return isSafe && (isNext || !state.includes(`${name}:`)) ? '' : undefined;
  });
  return said === undefined ? 'the form says nothing' : said || undefined;
}

/**
 * Waits until nothing of the pupil is left on the device. The pupil has a record already, made from the paper form: that
 * it is the same person is for a person to say, and of two values at one place that the one of the paper form stays.
 */
async function settle(page: Page, name: string): Promise<void> {
  const row = page.locator('hssk-roster-rows [role=row]').filter({ hasText: name });
  const status = page.locator('hssk-sync-status');
  const decide = status.locator('[data-list=attention] .decide');
  const review = status.locator('hssk-conflict-review');
  // What is pressed may be gone by then, as the answer of the server comes at any moment: one looks again.
  const press = async (button: Locator): Promise<undefined> => {
    if (await button.isEnabled({ timeout: 100 }).catch(() => false))
      await button.click({ timeout: 1_000 }).catch(() => undefined);
    return undefined;
  };
  const isSettled = await until(async () => {
    if ((await row.locator('.queue').count()) === 0) return true;
    if ((await row.locator('.queue.attention').count()) === 0) return undefined;
    if ((await status.locator('[data-list=attention]').count()) === 0)
      return press(status.locator('#toggle'));
    if (await review.locator('.danger').count()) return press(review.locator('.danger'));
    if (await review.locator('.same').count()) return press(review.locator('.same'));
    if (await review.locator('#decide:enabled').count()) return press(review.locator('#decide'));
    if (await review.locator('.actions.all button').count())
      return press(review.locator('.actions.all button').last());
    return (await review.count()) ? undefined : press(decide.first());
  }, 30_000);
  if (!isSettled)
    throw new NotFoundError(`everything sent: the list says ${await row.locator('.queue').innerText()}`);
}

/** Prints the notice of the pupil, who stands among those with something to look at. */
async function noticeFor(page: Page, name: string, round: Round): Promise<PrintedNotice | undefined> {
  await page.locator('[data-view=results]').click();
  const results = page.locator('hssk-school-results');
  await results.evaluate((element, which) => Object.assign(element, { round: which }), round);
  const row = results.locator('table.pupils tbody tr').filter({ hasText: name });
  const isThere = await until(async () => ((await row.count()) ? true : undefined), patienceMs);
  if (!isThere) return undefined;
  await row.getByRole('button').click();
  const paper = results.frameLocator('iframe').locator('.page.notice');
  const dear = (await paper.locator('.dear').innerText()).trim();
  const found = await paper
    .locator('h2', { hasText: 'Điều gia đình cần lưu ý' })
    .locator('+ ul > li')
    .allInnerTexts();
  return { dear, found };
}
