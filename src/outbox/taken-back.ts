import type { HealthRecord } from '../schema/index.ts';
import { mergedWith, reopened } from './entry.ts';
import type { Entry, Unsure } from './entry.ts';

/** An entry as it is halted to be corrected; `last` is what was written later on top of it, if anything was. */
export function takenBack(value: Entry, last: HealthRecord | undefined): Entry {
  const problem = value.problem ?? { code: 'entry.takenBack', issues: [] };
  const held: Entry = { ...reopened(value), state: 'refused', problem, writes: value.writes + 1 };
  const merged = last ? { record: last, choices: undefined } : together(held);
  return { ...held, ...merged, unsure: unsureOf(value, last ? value.record : merged.record) };
}

/** What was merged for the server is corrected as it was merged. */
function together(entry: Entry): Partial<Entry> {
  const { theirs, record } = entry;
  const merged = theirs && record && mergedWith(theirs, entry);
  if (!merged) return {};
  const base = { record: theirs.record, etag: theirs.etag };
  return { record: merged.record, base, theirs: undefined, choices: undefined };
}

/** What has gone out of an entry and may have been done; `record` = what it stood for. */
function unsureOf(entry: Entry, record = entry.record): Unsure | undefined {
  const { request, unsure, theirs } = entry;
  if (!request || request.key === unsure?.request.key) return unsure;
  return { request, record: record!, isMerged: theirs !== undefined && record === entry.record };
}
