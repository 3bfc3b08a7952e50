/**
 * A browser that is killed again and again while records are captured over a network that fails in every way, and a
 * comparison of the server's database with what was captured: `npm run chaos -- [--records 1000] [--kills 100]
 * [--typed 50] [--seed N]`. The seed makes people, faults and what is done; when what happens is up to the machine.
 * Ends with 1 when anything was lost, doubled or overwritten. With `--school [--pupils 500] [--kills 12] [--seed N]`:
 * a school day on three devices instead, of which one dies.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBundle, bundleIsStale } from '../bundle.mjs';
import { createDay } from './day.ts';
import { judge } from './judge.ts';
import { randomFrom } from './people.ts';
import { runSchool } from './school.ts';
import { openWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000' },
    kills: { type: 'string' },
    school: { type: 'boolean', default: false },
    pupils: { type: 'string', default: '500' },
    typed: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const wanted = {
  records: Number(values.records),
  kills: Number(values.kills ?? (values.school ? 12 : 100)),
  pupils: Number(values.pupils),
  typed: Number(values.typed),
  seed: Number(values.seed),
};
if (!Object.values(wanted).every((number) => Number.isSafeInteger(number) && number >= 0)) {
  console.error('--records, --kills, --typed, --pupils and --seed take numbers.');
  process.exit(2);
}

if (bundleIsStale()) await buildBundle();
if (values.school) process.exit(await runSchool(wanted));
const began = performance.now();
const world = await openWorld(randomFrom(wanted.seed + 1), { isOpen: true });
const profile = mkdtempSync(join(tmpdir(), 'hssk-chaos-'));
const day = createDay({ world, profile, random: randomFrom(wanted.seed), ...wanted });
console.log(`seed ${wanted.seed}`);
const stop = (): void => void day.abort().finally(() => process.exit(130));
process.once('SIGINT', stop).once('SIGTERM', stop);
try {
  await day.work();
  await day.end();
  const { captured, others, versions, events, lost, doubled, overwritten } = await judge(
    world.other,
    day.deeds,
    ['nurse1', 'TYT-01'],
  );
  const { kills, batchKills, typed, resumed, otherWrites, decisions, faults } = day;
  const complaints = [...faults, ...world.unexpected.map((name) => `the server failed with ${name}`)];
  const struck = [...world.struck].sort().map(([kind, times]) => `${kind} ${times}`);
  console.log(`faults of the network: ${struck.join(', ')}; ${world.cuts} times without any`);
  console.log(
    `${kills} kills, ${batchKills} of them in a batch; ${typed} typed, ${resumed} times gone on with a draft`,
  );
  console.log(
    `${versions} versions, ${events} consent events, ${otherWrites} written by someone else, ${decisions} decisions, ` +
      `${others} records sent that nobody had been told were safe`,
  );
  for (const each of [...lost, ...doubled, ...overwritten, ...complaints]) console.log(`  ${each}`);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `${captured} records, ${lost.length} lost, ${doubled.length} doubled, ` +
      `${overwritten.length} overwritten (seed ${wanted.seed}, ${seconds} s)`,
  );
  const failed = [lost, doubled, overwritten, complaints].filter((list) => list.length).length;
  console.log(`${4 - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
} finally {
  await day.abort();
  await world.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
