import { inspect } from 'node:util';

/** Reporter of node --test: prints failures only, then `N passed, N failed`. A skipped test or a file without tests fails. */
export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const reason = failureOf(type, data);
    if (reason === undefined) {
      if (data.details.type !== 'suite') passed += 1;
    } else if (reason !== null) {
      failed += 1;
      yield `✗ ${data.file ?? ''} › ${data.name}\n${reason}\n`;
    }
  }
  yield `${passed} passed, ${failed} failed\n`;
}

// Undefined: passed. Null: a parent that failed only because a test in it did, which is counted already.
function failureOf(type, { name, file, skip, todo, details }) {
  if (skip !== undefined || todo !== undefined) return 'skipped';
  if (type === 'test:pass') return name === file ? 'no tests in this file' : undefined;
  if (details.error?.failureType === 'subtestsFailed') return null;
  return inspect(details.error?.cause ?? details.error);
}
