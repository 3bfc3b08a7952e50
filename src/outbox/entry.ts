import { diffPatch } from '../client/index.ts';
import type {
  BatchCall,
  BatchLine,
  LoadedRecord,
  MergePatch,
  Problem,
  QueueItem,
  QueueProblem,
  Receipt,
} from '../client/index.ts';
import { getAt } from '../schema/index.ts';
import type { ConsentEvent, HealthRecord, StoredConsent } from '../schema/index.ts';
import { mergeRecords, settleMerge } from './merge.ts';
import { listNumbersOf } from './same-person.ts';

/** A request as it goes out, the same at every attempt: its key, its bytes and what they are addressed to. */
export interface Frozen {
  readonly key: string;
  readonly pid: string | undefined;
  readonly ifMatch: string | undefined;
  readonly body: string;
}

/**
 * A request that may have been done and is not wanted any more, with the record as it stood when it was made. It is
 * asked for once more before anything else is sent: else a correction could make a second record of one person.
 */
export interface Unsure {
  readonly request: Frozen;
  readonly record: HealthRecord;
  /** What it wrote held parts of others that `record` has not. */
  readonly isMerged: boolean;
}

/** The state of a record that a change starts from. `etag` is unknown while the write before it is unanswered. */
export interface Base {
  readonly record: HealthRecord;
  readonly etag: string | undefined;
}

/** Somebody on a list of this device. */
export interface ListPlace {
  readonly list: string;
  readonly id: string;
}

/** One write: what a person wants, and how far it has got. Sealed as a whole. */
export interface Entry {
  readonly id: string;
  readonly call: BatchCall;
  /** Writes of one record: one after the other. */
  readonly group: string;
  /** The entry that has to be done before, where this one changes what that one writes. */
  readonly after: string | undefined;
  /** Who of which list on this device it was written of. */
  readonly member?: ListPlace | undefined;
  readonly at: number;
  readonly pid: string | undefined;
  /** The record as the person left it (create, change), and what it was before: never what a merge made of it. */
  readonly record: HealthRecord | undefined;
  readonly base: Base | undefined;
  /** Counts the writings of `record`. */
  readonly writes: number;
  /** What stands on the server where someone else changed it, and what a person decided about the differences. */
  readonly theirs: LoadedRecord | undefined;
  readonly choices: { readonly [path: string]: 'mine' | 'theirs' } | undefined;
  /** The row to append, or the consent event. */
  readonly body: MergePatch | undefined;
  /** Name and birth date for lists. */
  readonly name: string;
  readonly birthDate: string | undefined;
  readonly state: QueueItem['state'];
  /** Counts requests made of this entry: each of them has a key of its own. */
  readonly series: number;
  readonly request: Frozen | undefined;
  readonly unsure: Unsure | undefined;
  readonly attempts: number;
  readonly retryAt: number | undefined;
  /** Someone else changed the record, or has made it: theirs has to be loaded before anything is sent. */
  readonly isStale: boolean;
  readonly problem: QueueProblem | undefined;
  readonly receipt: Receipt | undefined;
  /** A consent event as the server ordered it. */
  readonly consent?: StoredConsent | undefined;
  /** Whose event it is, while it waits for a record that another device may make. */
  readonly person?: HealthRecord | undefined;
  readonly doneAt: number | undefined;
  readonly merged: readonly string[];
}

/** What came back for a request. `lost` = nobody knows whether it was done; `unsent` = it did not go out this time. */
export type Answer =
  | {
      readonly kind: 'done';
      readonly receipt: Receipt | undefined;
      readonly consent?: StoredConsent | undefined;
    }
  | { readonly kind: 'problem'; readonly status: number; readonly problem: Problem }
  | { readonly kind: 'lost' }
  | { readonly kind: 'unsent' };

/** A new entry that waits. */
export const newEntry = (given: Pick<Entry, 'id' | 'call' | 'group' | 'at'> & Partial<Entry>): Entry => ({
  after: undefined,
  pid: undefined,
  record: undefined,
  base: undefined,
  writes: 0,
  theirs: undefined,
  choices: undefined,
  body: undefined,
  series: 0,
  request: undefined,
  unsure: undefined,
  state: 'waiting',
  attempts: 0,
  retryAt: undefined,
  isStale: false,
  problem: undefined,
  receipt: undefined,
  doneAt: undefined,
  merged: [],
  ...personOf(given.record),
  ...given,
});

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** What people recognise a record by in a list. */
export function personOf(record: HealthRecord | undefined): Pick<Entry, 'name' | 'birthDate'> {
  const at = (path: string): string | undefined => text(getAt(record, path)) ?? text(record?.unread?.[path]);
  return { name: at('administrative.fullName') ?? '', birthDate: at('administrative.birthDate') };
}

/** The entry as a list shows it. */
export const itemOf = (entry: Entry): QueueItem => ({
  id: entry.id,
  call: entry.call,
  state: entry.state,
  name: entry.name,
  birthDate: entry.birthDate,
  at: entry.at,
  attempts: entry.attempts,
  retryAt: entry.retryAt,
  problem: entry.problem,
  receipt: entry.receipt,
  merged: entry.merged,
});

/** The same wish under a new request: what was sent before got a definite answer, or is given up. */
export const reopened = (entry: Entry): Entry => ({
  ...entry,
  state: 'waiting',
  series: entry.request ? entry.series + 1 : entry.series,
  request: undefined,
  retryAt: undefined,
  problem: undefined,
});

/** A halted entry as it is sent again: what may have been sent before is repeated as it was. */
export const resumed = (entry: Entry): Entry => ({
  ...entry,
  state: 'waiting',
  retryAt: undefined,
  problem: undefined,
});

/** An entry that a person has to decide about. */
export const inConflict = (entry: Entry): Entry => ({
  ...entry,
  state: 'conflict',
  problem: { code: 'record.changed', issues: [] },
});

/** What is merged with what stands on the server; `undefined` where a person has to decide first. */
export function mergedWith(
  theirs: LoadedRecord,
  { base, record, choices = {} }: Entry,
): { readonly record: HealthRecord; readonly fromTheirs: readonly string[] } | undefined {
  const merge = mergeRecords(base?.record, record!, theirs.record);
  const paths = merge.conflicts.map(({ path }) => path);
  if (!paths.every((path) => Object.hasOwn(choices, path))) return undefined;
  // A choice for a place that is no conflict decides nothing, and may not keep the others from being sent.
  const decided = Object.fromEntries(paths.map((path) => [path, choices[path]!]));
  return { record: settleMerge(merge, decided), fromTheirs: merge.fromTheirs };
}

/** What an entry comes to: a request, nothing that differs from what stands already, or a decision of a person. */
export type Prepared =
  | { readonly kind: 'request'; readonly request: Frozen; readonly merged: readonly string[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'undecided' };

/**
 * Makes the request of an entry, merging it with what someone else wrote meanwhile. `consents` = what the person decided
 * before there was a record: it goes along with the record that is made.
 */
export function prepared(entry: Entry, consents: readonly ConsentEvent[] = []): Prepared {
  const { call, base, record, theirs, pid } = entry;
  let [body, ifMatch, merged]: [unknown, string | undefined, readonly string[]] = [entry.body, undefined, []];
  if (call === 'record.create') body = consents.length ? { ...record, consents } : record;
  else if (call === 'record.patch' && theirs) {
    const both = mergedWith(theirs, entry);
    if (!both) return { kind: 'undecided' };
    body = diffPatch(theirs.record, both.record);
    [ifMatch, merged] = [theirs.etag, both.fromTheirs];
  } else if (call === 'record.patch') {
    body = diffPatch(base!.record, record!);
    ifMatch = base!.etag;
  }
  if (!body) return { kind: 'nothing' };
  const key = entry.series ? `${entry.id}.${entry.series}` : entry.id;
  const addressed = call === 'record.create' ? undefined : pid;
  return { kind: 'request', request: { key, pid: addressed, ifMatch, body: JSON.stringify(body) }, merged };
}

/** The line of a batch for a frozen request. */
export const lineOf = ({ call }: Entry, { key, pid, ifMatch, body }: Frozen): BatchLine => ({
  key,
  call,
  ...(pid !== undefined && { pid }),
  ...(ifMatch !== undefined && { ifMatch }),
  body: JSON.parse(body) as MergePatch,
});

/** Statuses that decide nothing, problem document or not: the same request is sent again. */
export const isTransient = (status: number): boolean =>
  status >= 500 || status === 401 || status === 408 || status === 425 || status === 429;

const longestRetryMs = 5 * 60_000;

/** When to try again: full jitter over a doubling time. `chance` in [0, 1). */
export const retryDelay = (attempts: number, chance: number): number =>
  1_000 + chance * Math.min(longestRetryMs, 2_000 * 2 ** Math.min(attempts, 20));

/** Whether a retry is due; a time further off than any waiting comes from a clock that was set back. */
export const isDue = ({ retryAt }: Entry, now: number): boolean =>
  retryAt === undefined || retryAt <= now || retryAt > now + 2 * longestRetryMs;

/** A record that is overtaken again and again, or a server that contradicts itself, is not asked without a pause. */
const seriesAtOnce = 4;

/** Whether an answer says that something else stands there, which has to be loaded and merged. */
const isOvertaken = ({ call, pid }: Entry, code: string): boolean =>
  pid !== undefined &&
  (code === 'record.changed' ||
    code === 'row.exists' ||
    // A store that was put back has sent something else under this key before.
    (code === 'idempotencyKey.reused' && call !== 'consent.append')) &&
  call !== 'record.create';

/** What an answer makes of the entry. */
export function settled(entry: Entry, answer: Answer, now: number, chance: number): Entry {
  if (answer.kind === 'unsent')
    return { ...entry, state: 'retry', retryAt: undefined, attempts: entry.attempts - 1 };
  const isAsked = entry.unsure !== undefined && entry.unsure.request.key === entry.request?.key;
  if (isAsked && (answer.kind === 'done' || answer.kind === 'problem')) {
    const next = answer.kind === 'done' ? afterDone(entry, answer.receipt) : afterProblem(entry, answer);
    if (next) return next;
  } else if (answer.kind === 'done') {
    const { receipt, consent } = answer;
    const pid = receipt?.pid ?? entry.pid;
    const done = { receipt, consent, pid, doneAt: now, retryAt: undefined, problem: undefined };
    return { ...entry, ...done, state: 'done' };
  }
  if (answer.kind !== 'problem' || isTransient(answer.status)) {
    const problem = answer.kind === 'problem' ? { code: answer.problem.code, issues: [] } : undefined;
    return { ...entry, state: 'retry', retryAt: now + retryDelay(entry.attempts, chance), problem };
  }
  const { code, issues = [] } = answer.problem;
  const decided: Entry = { ...reopened(entry), problem: { code, issues } };
  if (isOvertaken(entry, code)) {
    const waits = decided.series % seriesAtOnce === 0;
    const retryAt = now + retryDelay(decided.series, chance);
    return { ...decided, isStale: true, ...(waits && { state: 'retry', retryAt }) };
  }
  const isPerson = code === 'person.exists' && entry.call === 'record.create';
  // Another device may have made the record of the same line of a list: theirs is looked at before a person is asked.
  if (isPerson && listNumbersOf(entry.record).length) return { ...decided, isStale: true };
  return { ...decided, state: isPerson ? 'conflict' : 'refused' };
}

/** The request that was given up had been done: what is wanted now is a change of what it wrote. */
function afterDone(entry: Entry, receipt: Receipt | undefined): Entry {
  const { record, isMerged } = entry.unsure!;
  const etag = isMerged || !receipt ? undefined : `"${receipt.version}"`;
  return {
    ...reopened(entry),
    ...{ call: 'record.patch', pid: receipt?.pid ?? entry.pid, base: { record, etag }, isStale: !etag },
    ...{ unsure: undefined, after: undefined, theirs: undefined, choices: undefined },
  };
}

/** It had not been done, or the server fails at it: what is wanted now takes its place. `undefined` = ask again. */
function afterProblem(entry: Entry, { status }: Answer & { readonly kind: 'problem' }): Entry | undefined {
  if (isTransient(status) && status !== 500) return undefined;
  return { ...reopened(entry), unsure: undefined };
}
