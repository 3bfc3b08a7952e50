import type { ConsentTarget } from '../client/index.ts';
import type { ConsentEvent } from '../schema/index.ts';
import { personOf } from './entry.ts';
import type { Entry } from './entry.ts';
import * as own from './entry-rows.ts';
import type { ChangeView, ReadView } from './rows.ts';

/** Consent events among the writes of a record: they go beside the record's own, in their own order. */
export const isConsent = ({ call }: Pick<Entry, 'call'>): boolean => call === 'consent.append';

/** Keeps the count of consent events that are not done, without reading them: see `RowKind`. */
export function countAnswer(view: ChangeView, id: string, entry: Entry | undefined, before?: Entry): void {
  const known = entry ?? before;
  if (!known || !isConsent(known)) return;
  if (!entry || entry.state === 'done') view.remove('answer', id);
  else view.put('answer', id, true, { state: own.halted.includes(entry.state) ? 'attention' : 'waiting' });
}

/** After a repair: events that are lost are not counted. */
export async function dropLostAnswers(view: ChangeView): Promise<void> {
  for (const { id } of await view.list('answer'))
    if (!(await own.undamaged(own.find(view, id)))) view.remove('answer', id);
}

/** The event of an entry. */
export const eventOf = ({ body }: Entry): ConsentEvent => body as unknown as ConsentEvent;

/** Whose writes are meant: the group, and the pid where it is known. A capture of an edit stands in the record's group. */
export async function placeOf(
  view: ReadView,
  target: ConsentTarget,
): Promise<{ readonly group: string; readonly pid: string | undefined }> {
  if (typeof target === 'string') return { group: await own.groupOf(view, target), pid: target };
  const entry = (await own.undamaged(own.find(view, target.capture)))?.value;
  const group = entry?.group ?? `capture:${target.capture}`;
  const pid = (await own.pidOf(view, group)) ?? entry?.pid;
  return pid === undefined ? { group, pid } : { group: await own.groupOf(view, pid), pid };
}

/** What a list shows a person's event under: the name in what is written, taken along or being typed here. */
export async function nameFor(
  view: ReadView,
  target: ConsentTarget,
  group: string,
  pid: string | undefined,
): Promise<Pick<Entry, 'name' | 'birthDate'>> {
  const written = (await own.entriesOf(view, group)).findLast(({ name }) => name !== '');
  if (written) return { name: written.name, birthDate: written.birthDate };
  const copy = pid && (await own.undamaged(view.get<{ value: { record: object } }>('record', pid)));
  if (copy) return personOf(copy.value.value.record as never);
  const id = typeof target === 'string' ? undefined : target.capture;
  const draft = id && (await own.undamaged(view.get<{ draft: object }>('draft', id)));
  return personOf(draft ? (draft.value.draft as never) : undefined);
}

/** The events of a group that the server has not answered, as far as they may still be sent. */
export const carriedBy = async (view: ReadView, group: string): Promise<readonly ConsentEvent[]> =>
  (await own.entriesOf(view, group))
    .filter((entry) => isConsent(entry) && own.waiting.includes(entry.state))
    .map(eventOf);

/** The record of a group is made, or found: what waited for it can be sent. */
export async function release(
  view: ChangeView,
  from: string,
  to: {
    readonly group: string;
    readonly pid: string;
    readonly name: string;
    readonly birthDate: Entry['birthDate'];
  },
): Promise<void> {
  for (const { value, order } of await own.listed(view, { group: from }))
    if (isConsent(value) && own.isOpen(value) && value.pid === undefined)
      own.write(view, { ...value, ...to }, order);
}

/** Deletes events of a person of whom nothing else is kept: neither a record here nor one at the server. */
export async function dropOrphans(view: ChangeView, group: string): Promise<void> {
  const entries = await own.entriesOf(view, group);
  if (entries.some((entry) => !isConsent(entry) || entry.pid !== undefined)) return;
  for (const { id } of entries) view.remove('entry', id);
}
