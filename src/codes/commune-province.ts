import { communeRuns } from './data/commune-runs.ts';

let runs: [start: number, province: string][] | undefined;

function decodeRuns(): [number, string][] {
  let start = 0;
  return communeRuns.split(' ').map((run) => {
    const [step = '', province = ''] = run.split('.');
    start += parseInt(step, 36);
    return [start, province];
  });
}

/**
 * The province code of a commune code, without loading the communes; right for all 3,321. A five-digit code that is
 * no commune gets the province of its neighbours, anything else `undefined`.
 */
export function communeProvince(code: string): string | undefined {
  if (!/^\d{5}$/.test(code)) return undefined;
  return (runs ??= decodeRuns()).findLast(([start]) => start <= +code)?.[1];
}
