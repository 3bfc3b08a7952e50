/** What held and what did not while one form was captured. */
import { NotFoundError } from './page.ts';
import type { Check } from './paper.ts';
import type { Verdict } from './judge.ts';

export interface CaseResult {
  readonly passed: number;
  readonly notDue: number;
  readonly failures: readonly string[];
}
export interface Tally {
  passed: number;
  notDue: number;
  readonly failures: string[];
}

export const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

/** One thing that must hold on the way; its failures are told one by one. */
export async function step(
  tally: Tally,
  name: string,
  work: () => Promise<readonly string[]>,
): Promise<void> {
  let found: readonly string[];
  try {
    found = await work();
  } catch (error) {
    found = [error instanceof NotFoundError ? error.message : `stopped: ${String((error as Error).stack)}`];
  }
  if (found.length === 0) tally.passed++;
  tally.failures.push(...found.map((each) => `${name}: ${each}`));
}

/** Adds the verdict on one check. */
export function count(tally: Tally, check: Check, { due, ok, found }: Verdict): void {
  const name = [check.part, check.row, check.label].filter(Boolean).join(' › ');
  const wanted = short(check.value ?? check.level);
  if (!due) tally.notDue++;
  else if (ok) tally.passed++;
  else
    tally.failures.push(
      `${name} [${check.measure ?? check.level}]: expected ${wanted}, found ${short(found)}`,
    );
}
