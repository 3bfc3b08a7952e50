/** The example page as its host sees it: the form's element, what it says, and what must not happen on it. */
import type { Page } from 'playwright-core';
import type { Issue, RecordDraft } from '../../src/schema/index.ts';
import { NotFoundError, until } from './page.ts';
import type { Scribe } from './page.ts';

type FormElement = HTMLElement & {
  now: string;
  pid: string;
  value: RecordDraft;
  updateComplete: Promise<unknown>;
  check(): Promise<readonly Issue[]>;
};

const tag = 'hssk-record-form';

/** What must never happen while a form is captured. */
export function watch(page: Page): { seen: string[]; sentRecords: string[] } {
  const seen: string[] = [];
  const sentRecords: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push('a dialog opened');
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => seen.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/records')) sentRecords.push(request.url());
  });
  return { seen, sentRecords };
}

/** Waits for the form and gives it the day of capture, as its host does. */
export async function ready(page: Page, capturedOn: string): Promise<void> {
  const isThere = await until(async () => {
    const defined = await page.evaluate((name) => customElements.get(name) !== undefined, tag);
    return defined && (await page.$(tag)) ? true : undefined;
  });
  if (!isThere) throw new NotFoundError('the page shows no form');
  await page.$eval(
    tag,
    async (element, now) => {
      (element as FormElement).now = now;
      await (element as FormElement).updateComplete;
    },
    capturedOn,
  );
}

export const valueOf = (page: Page): Promise<RecordDraft> =>
  page.$eval(tag, (element) => (element as FormElement).value);

/** Judges the record and shows what is found, and what is advised; a person sees both after a pause. */
export const checkOf = (page: Page): Promise<readonly Issue[]> =>
  page.$eval(tag, async (element) => {
    const part = element.shadowRoot!.querySelector('hssk-examination-section');
    await (part as (Element & { advise(): Promise<void> }) | null)?.advise();
    return (element as FormElement).check();
  });
export const pidOf = (page: Page): Promise<string> =>
  page.$eval(tag, (element) => (element as FormElement).pid);

export const isSaved = async (scribe: Scribe): Promise<boolean> =>
  (await until(async () => ((await scribe.role('status')).includes('Đã lưu') ? true : undefined))) === true;

/** What the page says after "Gửi hồ sơ" was pressed. */
export async function answerOf(scribe: Scribe): Promise<string> {
  const said = await until(async () => {
    const status = await scribe.role('status');
    const word = ['Đã gửi', 'Chưa gửi được', 'Máy chủ từ chối'].find((each) => status.includes(each));
    if (word || status.includes('Đang gửi')) return word;
    const alert = await scribe.role('alert');
    return /\d+ lỗi phải sửa/.test(alert) ? alert : undefined;
  });
  return said ?? `no answer (${await scribe.role('status')}; ${await scribe.role('alert')})`;
}
