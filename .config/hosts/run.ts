/** Tests of the package as a stranger's page meets it. Closes with `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findChromium } from '../chromium.mjs';
import { root, walk } from '../files.mjs';

const wanted = process.argv.slice(2);
const folder = join(root, '.config/hosts');
const files = readdirSync(folder)
  .filter(
    (name) => name.endsWith('.test.ts') && (!wanted.length || wanted.some((part) => name.includes(part))),
  )
  .map((name) => relative(root, join(folder, name)));

if (!files.length) {
  console.error('No such test file.');
  process.exit(2);
}

const changedAt = (path: string): number =>
  statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = [...walk('src'), ...walk('components'), 'package.json', 'package-lock.json'];
const outputs = ['dist/hssk.js', 'dist/components/define.js', 'dist/components/define.d.ts'];

await findChromium();
// The packed files are what is tested: none may be older than what it is made of.
if (Math.min(...outputs.map(changedAt)) < Math.max(...sources.map(changedAt))) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const { status } = spawnSync(
  process.execPath,
  [
    ...['--import', 'tsx', '--test', '--test-concurrency=1', '--test-timeout=120000'],
    ...['--test-reporter', './.config/node-reporter.mjs', '--test-reporter-destination', 'stdout'],
    ...files,
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
