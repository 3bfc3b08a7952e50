import type { LoadedRecord } from '../client/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { release } from './consent-rows.ts';
import { newEntry, personOf, reopened } from './entry.ts';
import type { Entry, ListPlace } from './entry.ts';
import * as own from './entry-rows.ts';
import { OutboxError } from './errors.ts';
import type { QueueOptions } from './queue.ts';
import type { ChangeView, ReadView } from './rows.ts';

/** The part of the queue that records are put into. */
export function createSubmitting({ rows, now }: QueueOptions) {
  /** The entry that a screen goes on from, if there is one. */
  async function startOf(
    view: ReadView,
    base: LoadedRecord | undefined,
    id: string,
  ): Promise<Entry | undefined> {
    const pending = own.pendingOf(base?.etag);
    if (!base || pending) return (await own.find(view, pending?.id ?? id))?.value;
    // The same screen again, which has not heard what became of its first attempt.
    const chain = await own.entriesOf(view, await own.groupOf(view, base.pid));
    return chain.find(
      (entry) =>
        (entry.id === id || entry.id.startsWith(`${id}-`)) &&
        entry.call === 'record.patch' &&
        entry.base?.etag === base.etag,
    );
  }

  /** The group that a record's writes are kept in order by. */
  async function groupFor(
    view: ReadView,
    base: LoadedRecord | undefined,
    start: Entry | undefined,
    id: string,
  ): Promise<string> {
    if (start) return start.group;
    if (base?.pid) return own.groupOf(view, base.pid);
    const pending = own.pendingOf(base?.etag);
    const before = pending && (await own.linked(view, `capture:${pending.id}`));
    return before ? `capture:${pending.id}` : `capture:${id}`;
  }

  /**
   * Puts a record into the queue. `base` is what it changes; `id` names the capture, and all attempts to send it. What
   * is not on its way yet is replaced by what was written later on the same screen.
   */
  const submit = (record: HealthRecord, base: LoadedRecord | undefined, id: string): Promise<Entry> =>
    rows.change((view) => submitIn(view, record, base, id));

  /** The same within a change. `pid` = whose record it is, where nothing is known of what stands in it. */
  async function submitIn(
    view: ChangeView,
    record: HealthRecord,
    base: LoadedRecord | undefined,
    id: string,
    { pid: whose, member: at }: { readonly pid?: string | undefined; readonly member?: ListPlace } = {},
  ): Promise<Entry> {
    own.demandKey(id);
    const pending = own.pendingOf(base?.etag);
    const start = await startOf(view, base, id);
    const isNamed = !base && !start && whose !== undefined;
    const group = isNamed ? await own.groupOf(view, whose) : await groupFor(view, base, start, id);
    const line = start ? own.lineOf(await own.entriesOf(view, group), start.id) : [];
    const last = line.findLast(own.isOpen);
    // Another window has written there since: what is on this screen did not see that.
    const isElsewhere =
      pending && start && (start.writes !== pending.writes || line.at(-1)!.id !== pending.id);
    if (isElsewhere) throw new OutboxError('draft.elsewhere');
    const member = at ?? start?.member;
    const written = { record, ...personOf(record), ...(member && { member }) };
    if (last && !last.request) {
      // What is written anew is tried anew: it may have another number now.
      const isStale = last.isStale && last.call !== 'record.create';
      const again = { ...written, choices: undefined, writes: last.writes + 1, isStale };
      const entry: Entry = { ...reopened(last), ...again };
      own.write(view, entry, (await own.rowOf(view, last.id)).order);
      return entry;
    }
    const pid = (await own.pidOf(view, group)) ?? (start?.pid || base?.pid || undefined);
    if (pid) await release(view, `capture:${id}`, { group, pid, ...personOf(record) });
    const isTaken = pid !== undefined || (await view.get('entry', id)) !== undefined;
    const made = { ...written, group, at: now(), pid, id: isTaken ? `${id}-${view.facts.nextOrder}` : id };
    const patch = (more: Partial<Entry>): Entry =>
      own.add(view, newEntry({ ...made, call: 'record.patch', ...more }));
    if (last) return patch({ base: { record: last.record!, etag: undefined }, after: last.id });
    if (start) {
      const etag = own.versionOf(start);
      return patch({ base: { record: start.record!, etag }, after: start.id, isStale: !etag });
    }
    if (base && !pending) return patch({ base: { record: base.record, etag: base.etag } });
    // The write it went on from is done and no longer here: what stands has to be loaded first.
    if (pid) return patch({ base: base && { record: base.record, etag: undefined }, isStale: true });
    // What it went on from was deleted before the server had it: this is all there is of the person.
    return own.add(view, newEntry({ ...made, call: 'record.create' }));
  }

  return { submit, submitIn };
}
