import { setup } from './setup.mjs';
import { startPostgres } from './postgres.mjs';
import { runSteps } from './steps.mjs';

const steps = [
  { name: 'test', run: 'npm test', show: true },
  { name: 'capture on Chromium 109', run: 'npm run --silent capture -- --browser oldest' },
  { name: 'build', run: 'npm run --silent build' },
  { name: 'package', run: 'npm run --silent check-package', show: true },
  { name: 'contract', run: 'npm run --silent openapi -- --check' },
  { name: 'sizes', run: 'npm run --silent sizes', show: true },
  { name: 'stories', run: 'node .config/stories.mjs' },
  { name: 'hosts', run: 'npm run --silent hosts', show: true },
  { name: 'chaos', run: 'npm run --silent chaos -- --records 60 --kills 6 --typed 3 --seed 831', show: true },
  {
    name: 'school day',
    run: 'npm run --silent chaos -- --school --pupils 24 --kills 3 --seed 831',
    show: true,
  },
  { name: 'bench', run: 'npm run --silent bench -- --quick' },
];

setup();
const postgres = process.env.DATABASE_URL_TEST ? undefined : await startPostgres().catch(report);
if (postgres) process.env.DATABASE_URL_TEST = postgres.url;
// Without a server its tests cannot run, and what did not run has not passed.
const code = await runSteps([
  { name: 'PostgreSQL for the tests', run: process.env.DATABASE_URL_TEST ? 'true' : 'false' },
  ...steps,
]);
await postgres?.stop();
process.exit(code);

function report(error) {
  console.error(error.message);
}
