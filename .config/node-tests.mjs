// Runs the tests that need no browser: `node .config/node-tests.mjs [--fuzz] [part of a path …]`.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { root, walk } from './files.mjs';

const isFuzz = process.argv.includes('--fuzz');
const wanted = process.argv.slice(2).filter((word) => word !== '--fuzz');
const files = [
  ...[...walk('src'), ...walk('.config'), ...walk('docs')].filter((path) =>
    /(?<!\.browser)\.test\.ts$/.test(path),
  ),
  ...walk('components').filter((path) => path.endsWith('.node.test.ts')),
].filter((path) => wanted.length === 0 || wanted.some((part) => path.includes(part)));

if (files.length === 0) {
  console.error('No Node tests found.');
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  [
    ...[
      '--import',
      'tsx',
      '--import',
      './.config/properties.mjs',
      '--test',
      `--test-concurrency=${availableParallelism()}`,
    ],
    ...['--test-reporter', './.config/node-reporter.mjs', '--test-reporter-destination', 'stdout'],
    ...files,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(isFuzz && { FUZZ: process.env.FUZZ ?? '20000' }) },
  },
);
process.exit(status ?? 1);
