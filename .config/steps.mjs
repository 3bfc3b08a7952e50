import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './files.mjs';

const stepLimitMs = 15 * 60_000;

/**
 * Runs steps one after the other, all of them even when one fails, and prints the time of each and the sum.
 * A step is { name, run, when?, show? }: a command line; a file without which there is nothing to run yet;
 * whether its output is shown as it comes (that of a failed step always is).
 * A step counts as what its own closing line `N passed, N failed` says, else as one check.
 * Resolves to the exit code: 0 when nothing failed.
 */
export async function runSteps(steps) {
  const sum = { passed: 0, failed: 0 };
  for (const step of steps) {
    if (step.when && !existsSync(join(root, step.when))) {
      console.log(`- ${step.name}: nothing to run yet (${step.when})`);
      continue;
    }
    if (step.show) console.log(`${step.name}:`);
    const started = performance.now();
    const { ok, output } = await run(step);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const { passed, failed } = countsOf(output, ok);
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0 && !step.show) console.log(output.trimEnd());
    console.log(`${failed > 0 ? '✗' : '✓'} ${step.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  }
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed > 0 ? 1 : 0;
}

/** What a finished command counts as; a command that ended badly has failed at least once. */
export function countsOf(output, ok) {
  const closing = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const counts = closing
    ? { passed: Number(closing[1]), failed: Number(closing[2]) }
    : { passed: ok ? 1 : 0, failed: 0 };
  return { ...counts, failed: Math.max(counts.failed, ok ? 0 : 1) };
}

// Each command gets a process group of its own, so that a browser or server it started ends with it.
function run({ run, show }) {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path };
  const child = spawn(run, {
    cwd: root,
    env,
    shell: true,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => killGroup(child.pid);
  const stop = () => {
    end();
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (show) process.stdout.write(text);
    });
  }
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      output += `\nStopped after ${stepLimitMs / 60_000} minutes.\n`;
      end();
    }, stepLimitMs);
    child.on('exit', end);
    child.on('close', (code) => {
      clearTimeout(limit);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve({ ok: code === 0, output });
    });
  });
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // The group has ended by itself.
  }
}
