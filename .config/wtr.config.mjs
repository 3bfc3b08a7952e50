import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { root } from './files.mjs';

const executablePath = await findChromium();

const allTests = (results) =>
  results ? [...results.tests, ...results.suites.flatMap((suite) => allTests(suite))] : [];

/** Closes with the line that the test script adds up; a page that fell over without a failed test counts once. */
const sum = () => ({
  onTestRunFinished({ sessions }) {
    let passed = 0;
    let failed = 0;
    for (const session of sessions) {
      const tests = allTests(session.testResults);
      const bad = tests.filter((test) => !test.passed || test.skipped).length;
      passed += tests.length - bad;
      failed += session.passed ? bad : Math.max(bad, 1);
    }
    console.log(`\n${passed} passed, ${failed} failed`);
  },
});

// Mocha fails the running test on an error thrown outside it, so a console.error never goes by unseen.
const throwOnConsoleError = `<script>
  const print = console.error;
  console.error = (...words) => {
    print(...words);
    reportError(new Error('console.error: ' + words.join(' ')));
  };
</script>`;

/** `HISTORIES=1000 SEED=7` takes more histories of the queue, or others, than every run does. */
const asked = { histories: Number(process.env.HISTORIES) || 0, seed: Number(process.env.SEED) || 0 };

export default {
  rootDir: root,
  files: ['src/**/*.browser.test.ts', 'components/**/*.test.ts', '!components/**/*.node.test.ts'],
  nodeResolve: { exportConditions: ['browser'] },
  plugins: [esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: `${root}/tsconfig.json` })],
  browsers: [playwrightLauncher({ launchOptions: { executablePath, args: chromiumFlags } })],
  concurrency: 2,
  testsFinishTimeout: asked.histories ? 3_600_000 : 120_000,
  testFramework: { config: { timeout: '10000' } },
  testRunnerHtml: (testFramework) =>
    `<!doctype html><html lang="vi"><head><meta charset="utf-8">${throwOnConsoleError}` +
    `<script>globalThis.asked = ${JSON.stringify(asked)}</script></head>` +
    `<body><script type="module" src="${testFramework}"></script></body></html>`,
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), sum()],
};
