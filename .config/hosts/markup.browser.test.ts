import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { bundleFile } from '../bundle.mjs';
import { blanks, fieldAt, openBrowser, pageWith, servePages } from './page.ts';
import type { PageServer } from './page.ts';
import { draftOf } from './visit.ts';

/** Runs or loads something in a page that takes it for markup, a template or an address. */
const markup =
  '<img src=/loaded onerror=alert(1)></textarea></style><script>alert(2)</script>"\'><svg onload=alert(3)>' +
  '{{7*7}}${7*7}<a href=javascript:alert(4)>&lt;b&gt;';

/** Words beside a value stand in brackets (a district that is no more). */
const bare = (text: string): string => text.replace(/^\((.*)\)$/, '$1');

let browser: Browser;
let host: PageServer;
before(async () => {
  browser = await openBrowser();
  // No policy here: what a policy would stop has to be harmless without it.
  const pages = { '/index.html': pageWith('<hssk-record-form></hssk-record-form>', '/hssk.js') };
  host = await servePages(pages, dirname(bundleFile));
});
after(async () => {
  await browser.close();
  await host.stop();
});

interface Open {
  readonly page: Page;
  /** What ran or was loaded. */
  readonly events: string[];
}

async function open(): Promise<Open> {
  const page = await browser.newPage();
  const events: string[] = [];
  page.on('dialog', (dialog) => {
    events.push(`alert ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().includes('loaded')) events.push('loaded');
  });
  page.on('pageerror', (error) => events.push(String(error)));
  await page.goto(host.url);
  await fieldAt(page, 'administrative.fullName');
  return { page, events };
}

/** Elements in the form that only markup could have made, and attributes that run. */
const made = (page: Page): Promise<string[]> =>
  page
    .locator('hssk-record-form *')
    .evaluateAll((all) =>
      all
        .filter(
          (element) =>
            element.matches(
              'img, script, style, svg, iframe, object, embed, link, a, b:not(.badge, .codes b)',
            ) || element.getAttributeNames().some((name) => name.startsWith('on')),
        )
        .map((element) => element.outerHTML),
    );

/** Waits until whatever was to run has run: a picture of ours is asked for, answered and given up after all others. */
const settle = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const last = new Image();
        last.onerror = () => requestAnimationFrame(done);
        last.src = '/last';
      }),
  );

test('markup typed into every blank of the form stands there as text', async () => {
  const { page, events } = await open();
  await page.locator('[data-add=other]').click();
  await page.locator('[data-add=visit]').click();
  await page.locator('[data-visit]').nth(1).waitFor();
  const all = await blanks(page);
  assert.ok(all.length > 200, `${all.length} blanks`);
  for (const blank of all) {
    await blank.focus();
    await page.keyboard.insertText(markup);
  }
  await page.keyboard.press('Tab');
  await page.locator('#submit').click();
  await page.locator('#summary li').first().waitFor();
  await settle(page);
  const shown = await page
    .locator('hssk-record-form :is(textarea, input:not([type=radio], [type=checkbox]))')
    .evaluateAll((each) => each.map((control) => (control as HTMLInputElement).value));
  assert.deepEqual([...new Set(shown.map(bare))], [markup]);
  assert.deepEqual(await made(page), []);
  assert.deepEqual(events, []);

  const draft = await draftOf(page);
  const viewed = await open();
  await viewed.page.evaluate(async (value) => {
    const form = document.querySelector('hssk-record-form')!;
    form.mode = 'view';
    form.value = value;
    await form.check();
  }, draft);
  await viewed.page.locator('input').first().waitFor({ state: 'detached' });
  await settle(viewed.page);
  const values = await viewed.page.locator('hssk-record-form .value:not(.empty)').allTextContents();
  assert.ok(values.length > 150, `${values.length} values`);
  assert.deepEqual([...new Set(values.map(bare))], [markup]);
  assert.deepEqual(await made(viewed.page), []);
  assert.deepEqual(viewed.events, []);
});

test('markup in what a host or server sets is text too: values, row ids, notes, reasons, issues', async () => {
  for (const mode of ['edit', 'view'] as const) {
    const { page, events } = await open();
    await page.evaluate(
      async ([text, newMode]) => {
        const form = document.querySelector('hssk-record-form')!;
        const name = 'administrative.fullName';
        const coded = { code: text, text };
        const row = { vaccine: coded, givenOn: text, reaction: text };
        form.mode = newMode;
        form.locale = text;
        form.locale = 'vi';
        form.value = {
          administrative: {
            fullName: text,
            ethnicity: coded,
            birthDate: text,
            currentAddress: { commune: coded },
          },
          history: { risk: { smoking: [text] } },
          immunizations: { basic: { [text]: row }, other: { [text]: row } },
          examinations: {
            [text]: { examinedOn: text, diagnoses: { text, codes: { [text]: coded } }, advice: text },
          },
          unread: { 'history.birth.weightG': text, [text]: text },
          notes: { [name]: text },
          confirmed: { [name]: { [text]: { reason: text, at: text } } },
          sources: { [name]: { from: 'typed', text, code: text } },
        } as unknown as typeof form.value;
        await form.check();
        form.issues = [
          { path: name, code: text, level: 'error', params: { min: text } },
          {
            path: `immunizations.other.${text}.vaccine`,
            code: 'number.implausible',
            level: 'warning',
            params: { min: text, max: text },
          },
          { path: text, code: text, level: 'error' },
        ];
        await form.updateComplete;
      },
      [markup, mode] as const,
    );
    await page.locator('hssk-record-form footer .link, hssk-record-form .messages').first().waitFor();
    const summary = page.locator('hssk-record-form footer .link');
    if (await summary.count()) await summary.click();
    await settle(page);
    assert.deepEqual(await made(page), [], mode);
    assert.deepEqual(events, [], mode);
    const reasons = await page.locator('hssk-record-form .messages .confirmed').allTextContents();
    assert.ok(reasons.length === 1 && reasons[0]!.includes(markup), mode);
  }
});

test('a page that took the text for markup would have run it', async () => {
  const { page, events } = await open();
  await page.evaluate((text) => {
    const field = document.querySelector('hssk-record-form')!.shadowRoot!.querySelector('footer')!;
    field.innerHTML = text;
  }, markup);
  await settle(page);
  assert.ok(events.includes('loaded') && events.includes('alert 1'), events.join());
  assert.ok((await made(page)).length >= 4);
});
