import { getAt } from '../schema/index.ts';
import type { LoadedRecord, Receipt } from '../client/index.ts';
import type { ConsentEvent, HealthRecord } from '../schema/index.ts';
import { carriedBy, isConsent, release } from './consent-rows.ts';
import { countSent } from './day-count.ts';
import { inConflict, isDue, prepared, settled } from './entry.ts';
import type { Answer, Entry, Frozen, Prepared } from './entry.ts';
import { find, follow, halted, link, listed, waiting, write } from './entry-rows.ts';
import type { QueueOptions } from './queue.ts';
import type { ChangeView, Row } from './rows.ts';

/** The half of the queue that the sender works with. */
export function createSending({ rows, now, random }: QueueOptions) {
  /**
   * What is sent next: of each group the oldest open entry, if nothing halts it and it is due; oldest first. Consent
   * events keep their own order and wait for nothing but a record to put them to; what is written after one waits for it,
   * unless the server has refused it: a record is not held up by that.
   */
  function ready(limit: number): Promise<readonly Entry[]> {
    return rows.read(async (view) => {
      const taken = new Set<string>();
      const takenConsents = new Set<string>();
      const found: Entry[] = [];
      const states = [...halted, 'sending', 'retry'];
      const others = (await Promise.all(states.map((state) => listed(view, { state })))).flat();
      const orderOf = (row: Row): number => row.order ?? 0;
      for (let after: number | undefined; found.length < limit;) {
        const page = await listed(view, { state: 'waiting', limit, after });
        const isLast = page.length < limit;
        const end = isLast ? Infinity : orderOf(page.at(-1)!);
        const here = others.filter((row) => orderOf(row) > (after ?? -1) && orderOf(row) <= end);
        for (const { value } of [...page, ...here].sort((a, b) => orderOf(a) - orderOf(b))) {
          if (found.length >= limit) break;
          if (isConsent(value)) {
            if (value.pid === undefined || halted.includes(value.state)) continue;
            if (takenConsents.has(value.group)) continue;
            takenConsents.add(value.group);
          } else if (taken.has(value.group)) continue;
          taken.add(value.group);
          if (!halted.includes(value.state) && isDue(value, now())) found.push(value);
        }
        if (isLast) break;
        after = end;
      }
      return found;
    });
  }

  /** Milliseconds since 1970 when something is due; `undefined` where nothing will be by itself. */
  async function nextDue(): Promise<number | undefined> {
    if ((await ready(1)).length) return now();
    return rows.read(async (view) => {
      const times = (await listed(view, { state: 'retry' })).map(({ value }) => value.retryAt ?? now());
      return times.length ? Math.min(...times) : undefined;
    });
  }

  /** What waits for its time is due now; of `sending` what a window left that is gone. */
  function hasten(state: 'retry' | 'sending'): Promise<void> {
    return rows.change(async (view) => {
      for (const { value, order } of await listed(view, { state }))
        if (state === 'sending' || value.retryAt !== undefined)
          write(view, { ...value, state: 'retry', retryAt: undefined }, order);
    });
  }

  async function finish(view: ChangeView, entry: Entry, order: number | undefined): Promise<void> {
    write(view, entry, order);
    const { receipt, pid, record, group, doneAt, name, birthDate } = entry;
    const { facts } = view;
    const sentOn = countSent(facts, doneAt ?? now());
    view.setFacts({ sent: facts.sent + 1, lastSentAt: doneAt, sentOn });
    if (!receipt || !pid || !record) return;
    link(view, group, pid);
    await release(view, group, { group, pid, name, birthDate });
  }

  /** An entry that is there already on the server, without a request. */
  const stands = (entry: Entry, receipt: Receipt): Entry =>
    settled({ ...entry, unsure: undefined }, { kind: 'done', receipt }, now(), 0);

  function madeOf(entry: Entry, consents: readonly ConsentEvent[]): Prepared | { readonly kind: 'broken' } {
    const request: Frozen | undefined = entry.request ?? entry.unsure?.request;
    if (request) return { kind: 'request', request, merged: entry.merged };
    try {
      return prepared(entry, consents);
    } catch {
      // One that cannot be made into a request must not keep all others from being sent.
      return { kind: 'broken' };
    }
  }

  async function freezeOne(view: ChangeView, row: Row<Entry>): Promise<Entry | undefined> {
    const entry = await follow(view, row.value);
    const isLost = entry.pid === undefined && entry.call !== 'record.create';
    const problem = { code: 'vault.recovered', issues: [] };
    if (isLost && entry.record) {
      // The write it started from is damaged or gone, so that nobody can say what became of it.
      const alone = { after: undefined, base: undefined, theirs: undefined, isStale: false } as const;
      write(view, { ...entry, ...alone, call: 'record.create', state: 'refused', problem }, row.order);
      return undefined;
    }
    if (isLost) return void write(view, { ...entry, state: 'refused', problem }, row.order);
    if (entry.isStale) return void write(view, entry, row.order);
    const isNew = entry.call === 'record.create' && !entry.request;
    const made = madeOf(entry, isNew ? await carriedBy(view, entry.group) : []);
    if (made.kind === 'broken') return void write(view, { ...entry, state: 'refused', problem }, row.order);
    if (made.kind === 'undecided') return void write(view, inConflict(entry), row.order);
    if (made.kind === 'nothing') {
      const version = Number((entry.theirs ?? entry.base)?.etag?.replace(/\D/g, '') ?? 0);
      const at = new Date(now()).toISOString();
      await finish(view, stands(entry, { pid: entry.pid!, version, at }), row.order);
      return undefined;
    }
    const { request, merged } = made;
    const attempts = entry.attempts + 1;
    const sending: Entry = { ...entry, request, merged, state: 'sending', attempts };
    write(view, sending, row.order);
    return sending;
  }

  /** Makes the requests of entries, on disk before anything is sent. Gives those that go out. */
  function freeze(ids: readonly string[]): Promise<readonly Entry[]> {
    return rows.change(async (view) => {
      const frozen: Entry[] = [];
      for (const id of ids) {
        const row = await find(view, id);
        if (!row || row.value.isStale || !waiting.includes(row.value.state)) continue;
        const entry = await freezeOne(view, row);
        if (entry) frozen.push(entry);
      }
      return frozen;
    });
  }

  /** Writes down what came back. An answer to a request that the entry has no more is of no account. */
  function settle(
    answers: readonly { readonly id: string; readonly key: string; readonly answer: Answer }[],
  ): Promise<void> {
    return rows.change(async (view) => {
      for (const { id, key, answer } of answers) {
        const row = await find(view, id);
        if (!row || row.value.request?.key !== key || row.value.state === 'done') continue;
        const entry = settled(row.value, answer, now(), random());
        if (entry.state === 'done') await finish(view, entry, row.order);
        else write(view, entry, row.order);
      }
    });
  }

  /** Takes note of what stands on the server; it is merged when the entry is sent. */
  function refresh(id: string, theirs: LoadedRecord): Promise<void> {
    return rows.change(async (view) => {
      const row = await find(view, id);
      if (!row?.value.isStale) return;
      const entry: Entry = { ...row.value, isStale: false };
      const { pid, version, at } = theirs;
      if (!entry.body) write(view, { ...entry, theirs, choices: undefined }, row.order);
      else if (isAppended(entry, theirs.record))
        await finish(view, stands(entry, { pid, version, at }), row.order);
      else write(view, { ...entry, state: 'refused' }, row.order);
    });
  }

  /** Halts an entry whose record cannot be read on the server (a right was withdrawn): a person has to know. */
  function refuse(id: string, code: string): Promise<void> {
    return rows.change(async (view) => {
      const row = await find(view, id);
      if (row && waiting.includes(row.value.state))
        write(view, { ...row.value, state: 'refused', problem: { code, issues: [] } }, row.order);
    });
  }

  return { ready, nextDue, hasten, freeze, settle, refresh, refuse };
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Whether the row of an append stands in the record already, as it was sent, with all that belongs to it. */
function isAppended({ call, body }: Entry, record: HealthRecord): boolean {
  const { id, table, examination, dose, screening } = body as Readonly<Record<string, unknown>>;
  const path =
    call === 'examination.append'
      ? `examinations.${id}`
      : call === 'immunization.append'
        ? `immunizations.${table}.${id}`
        : `screenings.${id}`;
  if (canonical(getAt(record, path)) !== canonical(examination ?? dose ?? screening)) return false;
  return (['unread', 'absent', 'notes', 'confirmed', 'sources'] as const).every((name) =>
    Object.entries((body as Record<string, object | undefined>)[name] ?? {}).every(
      ([place, value]) => canonical((record[name] as Record<string, unknown>)?.[place]) === canonical(value),
    ),
  );
}
