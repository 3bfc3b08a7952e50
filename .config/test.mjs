import { findChromium } from './chromium.mjs';
import { setup } from './setup.mjs';
import { runSteps } from './steps.mjs';

const steps = [
  { name: 'format', run: 'prettier --check --cache --cache-location .cache/prettier .' },
  { name: 'types', run: 'tsc --incremental --tsBuildInfoFile .cache/tsc.json' },
  { name: 'imports', run: 'node .config/imports.mjs' },
  { name: 'node', run: 'node .config/node-tests.mjs' },
  { name: 'browser', run: 'wtr --config .config/wtr.config.mjs --static-logging' },
  { name: 'capture', run: 'npm run --silent capture', when: '.config/capture' },
];

const only = process.argv.indexOf('--only') + 1;
const chosen = only ? steps.filter(({ name }) => name === process.argv[only]) : steps;
if (chosen.length === 0) {
  console.error(`--only takes one of: ${steps.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

setup();
try {
  await findChromium();
} catch (error) {
  console.error(error.message);
}
process.exit(await runSteps(chosen));
