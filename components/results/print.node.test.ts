import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Frame, Page } from 'playwright-core';
import { root } from '../../.config/files.mjs';
import { openBrowser, watch } from '../../.config/hosts/page.ts';
import { contentPolicy } from '../../docs/examples/server.ts';
import type { FakeLists } from './testing.ts';

// The print window itself cannot be looked into: what was handed to it is laid out as a page of its own and made a PDF.
const script = `
  import { SchoolResults } from './components/results/index.ts';
  import { classDay } from './components/results/testing.ts';
  class Printing extends SchoolResults {
    send() {}
  }
  Printing.define();
  Object.assign(window, { classDay });
`;
// A page that would spoil everything that its styles could reach.
const hostStyles = `
  @page { size: A3 landscape; margin: 0 }
  * { font-size: 40px !important; letter-spacing: 9px }
`;

let browser: Browser;
let code: string;
before(async () => {
  browser = await openBrowser();
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: root, loader: 'ts' },
    ...{ bundle: true, format: 'esm', target: 'es2022', write: false, minify: true, charset: 'utf8' },
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, experimentalDecorators: true } },
  });
  code = outputFiles[0]!.text;
});
after(() => browser.close());

interface Printed {
  readonly frame: Frame;
  readonly faults: readonly string[];
  readonly page: Page;
}

/** A page under the strict policy with results of `count` pupils, and what it hands to the print window at a press. */
async function printed(count: number, press: readonly string[], view = 'notices'): Promise<Printed> {
  const page = await browser.newPage();
  const { faults } = await watch(page);
  const files: { readonly [path: string]: readonly [type: string, body: string] } = {
    '/': [
      'text/html',
      '<!doctype html><html lang="vi"><title>Máy chủ</title><link rel="stylesheet" href="/host.css"><p>Trang của máy chủ</p><script type="module" src="/page.js"></script></html>',
    ],
    '/host.css': ['text/css', hostStyles],
    '/page.js': ['text/javascript', code],
  };
  await page.route('http://his.test/**', (route) => {
    const [type, body] = files[new URL(route.request().url()).pathname] ?? ['text/plain', ''];
    const headers = { 'content-security-policy': contentPolicy, 'content-type': `${type};charset=utf-8` };
    return route.fulfill({ body, headers });
  });
  await page.goto('http://his.test/');
  await page.waitForFunction(() => customElements.get('hssk-school-results'));
  await page.evaluate(
    ([pupils, shown]) => {
      const { classDay } = window as unknown as { classDay: (count: number) => FakeLists };
      const element = document.createElement('hssk-school-results');
      Object.assign(element, { lists: classDay(pupils), list: 'l1', view: shown });
      document.body.append(element);
    },
    [count, view] as const,
  );
  for (const label of press) await page.locator(label).click();
  const frame = await page.waitForFunction(() => {
    const element = document.querySelector('hssk-school-results');
    return element?.shadowRoot?.querySelector('iframe')?.contentDocument?.querySelector('.page') && true;
  });
  await frame.dispose();
  return { frame: page.frames()[1]!, faults, page };
}

/** Each page of the PDF: its width and height in mm. */
async function pdfOf(frame: Frame): Promise<{ readonly pages: readonly (readonly [number, number])[] }> {
  const markup = await frame.evaluate(() => {
    const css = document.adoptedStyleSheets.flatMap(({ cssRules }) =>
      [...cssRules].map((rule) => rule.cssText),
    );
    const { lang } = document.documentElement;
    // Without a doctype, as the frame.
    return `<html lang="${lang}"><meta charset="utf-8"><style>${css.join('\n')}</style>${document.body.outerHTML}`;
  });
  const sheet = await browser.newPage();
  await sheet.setContent(markup);
  const pdf = await sheet.pdf({ preferCSSPageSize: true });
  await sheet.close();
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  const mm = (points: string | undefined): number => Math.round((Number(points) / 72) * 25.4);
  return { pages: boxes.map(([, width, height]) => [mm(width), mm(height)]) };
}

const a5 = [148, 210];

test('a whole class of 40 is one A5 page for each pupil who has a result, under the strict policy', async () => {
  const { frame, faults, page } = await printed(40, ['.option input', '.pupils thead input', '#print']);
  assert.equal(await frame.locator('.page').count(), 38);
  const { pages } = await pdfOf(frame);
  assert.deepEqual(
    pages,
    Array.from({ length: 38 }, () => a5),
  );
  const text = await frame.locator('body').innerText();
  assert.ok(!text.includes('Trang của máy chủ'));
  assert.ok(!text.includes('Mẫu 2,'), 'the family refused');
  assert.ok(!text.includes('Kín đáo'));
  assert.deepEqual(faults, []);
  await page.close();
});

test('letters are one A5 page each, and only of those who are referred', async () => {
  const { frame, faults, page } = await printed(9, ['#print'], 'referrals');
  assert.equal(await frame.locator('.page').count(), 3);
  const { pages } = await pdfOf(frame);
  assert.deepEqual(pages, [a5, a5, a5]);
  assert.deepEqual(faults, []);
  await page.close();
});

test('the summary of a class is one page of A4 across', async () => {
  const { frame, faults, page } = await printed(12, ['.actions .primary'], 'summary');
  const { pages } = await pdfOf(frame);
  assert.deepEqual(pages, [[297, 210]]);
  assert.deepEqual(faults, []);
  await page.close();
});

test('nothing that was printed stays in the page', async () => {
  const { page } = await printed(6, ['#print']);
  const has = (): Promise<boolean> =>
    page.evaluate(() => !!document.querySelector('hssk-school-results')!.shadowRoot!.querySelector('iframe'));
  assert.equal(await has(), true);
  // The frame goes away while it is told.
  const told = page.frames()[1]!.evaluate(() => void dispatchEvent(new Event('afterprint')));
  await told.catch(() => {});
  assert.equal(await has(), false);
  await page.close();
});

test('with the page around no name goes onto paper', async () => {
  const { page } = await printed(6, ['#print']);
  await page.emulateMedia({ media: 'print' });
  for (const view of [
    'Thông báo cho gia đình',
    'Giấy giới thiệu khám',
    'Bảng tổng hợp (Mẫu 02)',
    'Cần khám lại, theo dõi',
  ]) {
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: view }).click();
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(
      () =>
        (document.querySelector('hssk-school-results')!.shadowRoot!.querySelector('section') as HTMLElement)
          .innerText,
    );
    assert.ok(!shown.includes('Nguyễn Văn'), view);
  }
  await page.close();
});
