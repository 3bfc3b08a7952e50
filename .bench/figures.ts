import { cpus, loadavg, platform } from 'node:os';

/** One measured figure. `bar` = the most it may be; without one it is only reported. `spread` = what the runs varied by. */
export interface Figure {
  readonly group: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar?: number;
  readonly spread?: string;
}

export type Verdict = 'ok' | 'over' | 'failed' | 'info';

const failsAt = 5;

/** `over` = above its bar, `failed` = above five times its bar: only then does a noisy machine not explain it. */
export function verdictOf({ value, bar }: Figure): Verdict {
  if (bar === undefined) return 'info';
  return value <= bar ? 'ok' : value <= bar * failsAt ? 'over' : 'failed';
}

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? NaN;
  return low + ((sorted[Math.ceil(at)] ?? NaN) - low) * (at % 1);
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const short = (value: number): string =>
  value === 0 ? '0' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(3);

/** Middle half and extremes of the runs. */
export const spreadOf = (values: readonly number[]): string =>
  `${short(quantile(values, 0.25))}–${short(quantile(values, 0.75))} (${short(quantile(values, 0))}–${short(quantile(values, 1))})`;

/** Median and spread of several runs as a figure. */
export const figureOf = (
  group: string,
  name: string,
  unit: string,
  values: readonly number[],
  bar?: number,
): Figure => ({
  group,
  name,
  unit,
  value: median(values),
  ...(values.length > 1 ? { spread: spreadOf(values) } : {}),
  ...(bar === undefined ? {} : { bar }),
});

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  readonly chromium: string;
  readonly system: string;
  /** Load of the last minute before the measurement: above a half per core the absolute figures are too high. */
  readonly load: number;
}

export const machine = (chromium: string): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  node: process.versions.node,
  chromium,
  system: platform(),
  load: loadavg()[0] ?? 0,
});

const marks: { readonly [verdict in Verdict]: string } = { ok: '✓', over: '!', failed: '✗', info: '·' };

/** The table, closing with the line that the CI steps add up: only what is above five times its bar has failed. */
export function print(figures: readonly Figure[]): { passed: number; failed: number } {
  let group = '';
  for (const figure of figures) {
    if (figure.group !== group) console.log(`\n${(group = figure.group)}`);
    const { name, value, unit, bar, spread } = figure;
    const shown = `${short(value)} ${unit}`;
    console.log(
      `${marks[verdictOf(figure)]} ${name.padEnd(64)} ${shown.padStart(14)}  ${(bar === undefined ? '' : `bar ${bar}`).padEnd(9)} ${spread ?? ''}`.trimEnd(),
    );
  }
  const count = (...wanted: Verdict[]): number =>
    figures.filter((figure) => wanted.includes(verdictOf(figure))).length;
  console.log(
    `\n✓ within its bar ${count('ok')}, ! above it ${count('over')}, ✗ above five times ${count('failed')}`,
  );
  const sum = { passed: count('ok', 'over'), failed: count('failed') };
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum;
}
