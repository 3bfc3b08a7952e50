/** One paper form from the first keystroke until it stands in the central record. */
import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { ExampleServer } from '../../docs/examples/server.ts';
import { RefusedError, createClient } from '../../src/client/index.ts';
import type { Client } from '../../src/client/index.ts';
import { getAt, setAt } from '../../src/schema/index.ts';
import type { ConsentEvent, HealthRecord, Issue, RecordDraft } from '../../src/schema/index.ts';
import { takeConsent } from './consent.ts';
import { entriesOf, pathOf, targetOf } from './entries.ts';
import type { Target } from './entries.ts';
import type { Seen } from './finder.ts';
import { answerOf, checkOf, isSaved, pidOf, ready, valueOf, watch } from './host.ts';
import { consentWanted } from './judge-consent.ts';
import { judge, standingAt } from './judge.ts';
import { isOfSchoolDay, judgeBook } from './judge-book.ts';
import { NotFoundError, openScribe } from './page.ts';
import type { Scribe, Spot } from './page.ts';
import type { Blanking, Check, PaperCase } from './paper.ts';
import { hasBook, lostOfBook, playSchoolDay } from './school-day.ts';
import type { SchoolCase, SchoolDay } from './school-day.ts';
import { count, short, step } from './tally.ts';
import type { CaseResult, Tally } from './tally.ts';
import { lost } from './writing.ts';

interface Surroundings {
  readonly browser: Browser;
  readonly server: ExampleServer;
  readonly issues: readonly number[];
  /** Width of the window in pixels: on a phone the rows of a table are cards. */
  readonly width: number;
}

/** Captures, judges, sends and reads back one form. */
export async function captureCase(form: PaperCase, around: Surroundings): Promise<CaseResult> {
  const tally: Tally = { passed: 0, notDue: 0, failures: [] };
  const context = await around.browser.newContext({
    viewport: { width: around.width, height: 900 },
    locale: 'vi-VN',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await step(tally, 'course', () => course(form, page, around, tally));
  } finally {
    await context.close();
  }
  return tally;
}

async function course(form: PaperCase, page: Page, around: Surroundings, tally: Tally): Promise<string[]> {
  const { server, issues } = around;
  const client = createClient({ baseUrl: `${server.url}/central`, token: () => server.token() });
  const trouble = watch(page);
  await page.goto(
    `${server.url}/?draft=${form.id.replace(/[^\w-]/g, '-').slice(0, 40)}-${Date.now().toString(36)}`,
  );
  await ready(page, form.capturedOn);
  let scribe = await openScribe(page);
  const [title, active] = [await page.title(), await scribe.active()];

  await step(tally, 'written', () => writeAll(form, scribe));
  const typed = await valueOf(page);
  // Sending reveals what is missing and issues a temporary number; nothing else may change.
  await scribe.press('Gửi hồ sơ');
  const said = await answerOf(scribe);
  const found = await checkOf(page);
  const draft = await valueOf(page);
  await step(tally, 'captured', async () => [
    ...lostOf(form, draft),
    ...(await hiddenOf(form, draft, scribe)),
    ...different(withoutTemporary(typed), withoutTemporary(draft)).map(
      (each) => `changed by sending: ${each}`,
    ),
  ]);

  const seen = await look(scribe, form, issues);
  const evidence = { form, draft, issues: found, seen };
  const isDue = (check: Check): boolean => issues.includes(check.issue);
  const atSchool = form.checks.filter((check) => isOfSchoolDay(check) && isDue(check));
  const afterSending = form.checks.filter((check) => consentWanted(check) && isDue(check));
  for (const check of form.checks)
    if (!afterSending.includes(check) && !atSchool.includes(check))
      count(tally, check, judge(check, evidence, issues));

  if (form.submittable) {
    await step(tally, 'sent', async () => notSent(said, found));
  } else {
    await step(tally, 'refused by the form', async () => {
      if (said === sentWords || errorsOf(found).length === 0) return ['it was sent'];
      if (trouble.sentRecords.length) return ['a request went out'];
      return /^\d+ lỗi phải sửa trước khi gửi/.test(said) ? [] : [`the page says: ${short(said)}`];
    });
    await step(tally, 'refused by the server', () => refusedByServer(client, stamped(draft, form), found));
    await step(tally, 'kept as a draft', async () => {
      // The host keeps drafts by itself too; the one that is asked for carries the day of capture.
      const request = page.waitForRequest((sent) => sent.postData()?.includes('"capturedOn"') ?? false);
      await scribe.press('Lưu nháp');
      await (await request).response();
      if (!(await isSaved(scribe))) return ['the page does not say that it was saved'];
      const [before, looks] = [await scribe.snapshot(), await scribe.looks()];
      await page.reload();
      await ready(page, form.capturedOn);
      scribe = await openScribe(page, looks);
      if (!(await isSaved(scribe))) return ['the draft did not come back'];
      const shown = difference(before, await scribe.snapshot());
      return [
        ...shown.map((each) => `on the page ${each}`),
        ...different(stamped(draft, form), await valueOf(page)),
      ];
    });
    await step(tally, 'sent after blanking', async () => {
      const problems = await blankAll(form, scribe);
      await scribe.press('Gửi hồ sơ');
      const answer = await answerOf(scribe);
      return [...problems, ...notSent(answer, answer === sentWords ? [] : await checkOf(page))];
    });
  }
  await step(tally, 'read back', async () => {
    const pid = await pidOf(page);
    if (!pid) return ['nothing was stored'];
    const { record } = await client.records.load(pid);
    return different(stamped(await valueOf(page), form), record);
  });
  const [now, after, pid] = [await scribe.active(), await page.title(), await pidOf(page)];
  if (afterSending.length)
    await step(tally, 'consent', async () => {
      await takeConsent(page, server.url, pid, form);
      const consents: ConsentEvent[] = [];
      for await (const { event } of client.consents.list(pid)) consents.push(event);
      for (const check of afterSending) count(tally, check, judge(check, { ...evidence, consents }, issues));
      return [];
    });
  if (atSchool.length || (hasBook(form) && issues.includes(5)))
    await step(tally, 'school day', () => schoolDay(form, page, { server, client, pid }, tally, atSchool));
  return [
    ...trouble.seen,
    ...(after === title ? [] : ['the title of the page was changed']),
    ...(now === active ? [] : [`${active} active elements became ${now}`]),
  ];
}

/** Plays the school book and judges it; gives what of it could not be written, and what is lost. */
async function schoolDay(
  form: PaperCase,
  page: Page,
  at: { readonly server: ExampleServer; readonly client: Client; readonly pid: string },
  tally: Tally,
  checks: readonly Check[],
): Promise<string[]> {
  const school = await page.context().newPage();
  school.setDefaultTimeout(10_000);
  const trouble = watch(school);
  let day: SchoolDay | undefined;
  try {
    if (hasBook(form) && at.pid) day = await playSchoolDay(school, at, form, checks);
  } finally {
    for (const check of checks)
      count(tally, check, day ? judgeBook(check, day) : { due: true, ok: false, found: 'no school day' });
  }
  if (!day) return ['there is no record, or no school book'];
  // The server says by 409 that it knows the pupil already.
  const seen = trouble.seen.filter((each) => !each.includes('status of 409'));
  return [...day.problems, ...lostOfBook((form as SchoolCase).screening, day.record, day.year), ...seen];
}

/** What stands in the record and cannot be seen at its place any more. */
async function hiddenOf(form: PaperCase, draft: RecordDraft, scribe: Scribe): Promise<string[]> {
  const held = entriesOf(form).entries.filter((entry) => {
    const { value, absent, unread, note } = standingAt(draft, pathOf(entry, draft));
    return (
      [absent, unread, note].some((each) => each !== undefined) || (value !== undefined && value !== false)
    );
  });
  if ((await scribe.snapshot()).length >= held.length) return [];
  const hidden: string[] = [];
  for (const entry of held) {
    const words = `${entry.part} › ${entry.label}: ${short(entry.text)}`;
    try {
      if ((await scribe.see(entry)).shown === '') hidden.push(`no longer shown: ${words}`);
    } catch {
      hidden.push(`no longer on the page: ${words}`);
    }
  }
  return hidden;
}

const sentWords = 'Đã gửi';
const notSent = (said: string, issues: readonly Issue[]): string[] =>
  said === sentWords ? [] : [`the form says: ${short(said)}; ${errorsOf(issues).join(', ')}`];

async function writeAll(form: PaperCase, scribe: Scribe): Promise<string[]> {
  const { entries, unknown } = entriesOf(form);
  const problems = unknown.map((label) => `the form has no "${label}"`);
  for (const entry of entries) {
    try {
      await scribe.write(entry);
    } catch (error) {
      problems.push(`${entry.part} › ${entry.label}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  return problems;
}

async function blankAll(form: PaperCase, scribe: Scribe): Promise<string[]> {
  const problems: string[] = [];
  for (const blanking of form.blank ?? []) {
    const target = targetOf(form, blanking);
    if (target) await scribe.rewrite(spotOf(target), without(blanking, target));
    else problems.push(`the form has no "${blanking.label}"`);
  }
  return problems;
}

/** What of the paper stands nowhere in the record. */
const lostOf = (form: PaperCase, draft: RecordDraft): string[] =>
  entriesOf(form).entries.flatMap((entry) => {
    const path = pathOf(entry, draft);
    const standing = standingAt(draft, path);
    const asked = draft.sources?.[path]?.code !== undefined;
    const gone = lost(entry.text, { ...standing, value: getAt(draft, path), asked }, entry.label);
    const where = [entry.part, entry.row, entry.label].filter(Boolean).join(' › ');
    return gone === undefined
      ? []
      : [`${where}: ${gone} of ${short(entry.text)} is lost; there stands ${short(standing)}`];
  });

/** What the page shows at every place that a due check names. */
async function look(scribe: Scribe, form: PaperCase, issues: readonly number[]): Promise<Map<Check, Seen>> {
  const seen = new Map<Check, Seen>();
  for (const check of form.checks) {
    const isShown = ['warning', 'error', 'unread', 'computed'].includes(check.level);
    if (!isShown || !issues.includes(check.issue) || check.label === null) continue;
    const target = targetOf(form, { ...check, label: check.label });
    if (!target) continue;
    try {
      seen.set(check, await scribe.see(spotOf(target)));
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
  }
  return seen;
}

const spotOf = ({ blank, rowRef }: Target): Spot => ({ ...blank, rowRef });

/** What is to stand in a field instead; a diagnosis is taken out of its line. */
function without({ with: instead }: Blanking, { diagnosis, text }: Target): string {
  if (instead !== undefined) return instead;
  if (diagnosis === undefined || typeof text !== 'string') return '';
  const words = (line: string): string[] => line.split(/[\s,:()]+/);
  return text
    .split(/[;\r\n]+/)
    .filter((line) => !words(line).includes(diagnosis))
    .map((line) => line.trim())
    .join('; ');
}

async function refusedByServer(
  client: ReturnType<typeof createClient>,
  record: HealthRecord,
  found: readonly Issue[],
): Promise<string[]> {
  try {
    await client.records.create(record);
  } catch (error) {
    if (!(error instanceof RefusedError)) return [`it failed otherwise: ${String(error)}`];
    return difference(errorsOf(found), errorsOf(error.issues)).map((each) => `${each} (form, then server)`);
  }
  return ['the server took it'];
}

const errorsOf = (issues: readonly Issue[]): string[] =>
  issues
    .filter(({ level }) => level === 'error')
    .map(({ path, code }) => `${path} ${code}`)
    .sort();

/** What only one of two lists holds. */
function difference(before: readonly string[], after: readonly string[]): string[] {
  const lostOnes = before.filter((each) => !after.includes(each)).map((each) => `gone: ${short(each)}`);
  return [
    ...lostOnes,
    ...after.filter((each) => !before.includes(each)).map((each) => `new: ${short(each)}`),
  ];
}

const withoutTemporary = (draft: RecordDraft): RecordDraft =>
  setAt(draft, 'administrative.identifiers.temporary', undefined);

/** The draft with what the form adds when it saves or sends. */
const stamped = (draft: RecordDraft, { capturedOn }: PaperCase): HealthRecord => ({
  ...draft,
  schemaVersion: draft.schemaVersion ?? 1,
  capturedOn: draft.capturedOn ?? capturedOn,
  administrative: draft.administrative ?? {},
});

const leavesOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) => leavesOf(child, `${path}.${key}`))
    : [`${path.slice(1)} = ${JSON.stringify(value)}`];
const different = (a: unknown, b: unknown): string[] =>
  isDeepStrictEqual(a, b) ? [] : difference(leavesOf(a), leavesOf(b)).slice(0, 10);
