/**
 * Captures filled paper forms through the example page and judges them: `npm run capture -- [DIR …] [--issues 2,5]
 * [--case case-01] [--browser PATH|oldest] [--width 360]`. Without a folder: the forms beside this file. Ends with 1 when anything failed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startServer } from '../../docs/examples/server.ts';
import { buildBundle, bundleIsStale } from '../bundle.mjs';
import { chromiumFlags, findChromium, findOldestChromium } from '../chromium.mjs';
import { captureCase } from './case.ts';
import type { PaperCase } from './paper.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    issues: { type: 'string', default: '2,4,5' },
    case: { type: 'string', multiple: true, default: [] },
    browser: { type: 'string' },
    width: { type: 'string', default: '1280' },
    database: { type: 'string', default: 'pglite' },
  },
});
const own = ['cases', 'more'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
const issues = values.issues.split(',').map(Number);

/** The forms of a folder; other JSON files in it are no forms. */
function formsIn(folder: string): PaperCase[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as PaperCase)
    .filter(({ id, paper, checks }) => typeof id === 'string' && paper && Array.isArray(checks));
}

/** What two forms of one person have in common. */
function numbersOf({ paper }: PaperCase): string[] {
  const part = (paper['A'] ?? {}) as { readonly [label: string]: unknown };
  return ['Số CMND/CCCD', 'Mã định danh BHYT/ Số thẻ BHYT'].flatMap(
    (label) => String(part[label] ?? '').match(/[A-Z]{0,2}\d{9,}/gi) ?? [],
  );
}

const forms = (positionals.length ? positionals : own)
  .flatMap(formsIn)
  .filter(({ id }) => values.case.length === 0 || values.case.includes(id));
if (forms.length === 0) {
  console.error('There are no paper forms to capture.');
  process.exit(2);
}

if (bundleIsStale()) await buildBundle();
const database = values.database === 'memory' ? 'memory' : 'pglite';
// The sandbox takes no record from a day it has not reached yet.
const newest = Math.max(Date.now(), ...forms.map(({ capturedOn }) => Date.parse(capturedOn) + 86_400_000));
const now = () => newest;
let server = await startServer({ database, now });
const browser = await chromium.launch({
  executablePath:
    values.browser === 'oldest' ? findOldestChromium() : (values.browser ?? (await findChromium())),
  args: chromiumFlags,
});
/** Identity and insurance numbers that stand in the present database. */
const known = new Set<string>();
const sum = { passed: 0, failed: 0, captured: 0 };
try {
  for (const form of forms) {
    const started = performance.now();
    // The same person again (a form captured twice) would be refused as known: each gets a database of their own.
    const numbers = numbersOf(form);
    if (numbers.some((number) => known.has(number))) {
      await server.stop();
      server = await startServer({ database, now });
      known.clear();
    }
    for (const number of numbers) known.add(number);
    const { passed, failures, notDue } = await captureCase(form, {
      browser,
      server,
      issues,
      width: Number(values.width),
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${failures.length ? '✗' : '✓'} ${form.id}: ${passed} passed, ${failures.length} failed, ${notDue} not yet due (${seconds} s)`,
    );
    for (const failure of failures) console.log(`    ${failure}`);
    sum.passed += passed;
    sum.failed += failures.length;
    if (failures.length === 0) sum.captured++;
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(`\ncaptured ${sum.captured} of ${forms.length}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
