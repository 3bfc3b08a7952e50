import type { Lists } from '../../src/client/index.ts';
import type { HealthRecord, SchoolBook } from '../../src/schema/index.ts';
import { setAt } from '../../src/schema/index.ts';
import { bookPath, stationsDone } from '../../src/school/index.ts';
import type { Round } from '../../src/school/index.ts';
import { recipientOf } from './results-model.ts';
import type { PupilResult } from './results-model.ts';

type Notice = NonNullable<SchoolBook['parentNotice']>;

/** How a notice was given, and when (`YYYY-MM-DD`). */
export interface Giving {
  readonly sentOn: string;
  readonly channel: NonNullable<Notice['channel']>;
}

/**
 * Writes into a record that a notice was given. What stands there already of another day is that of an earlier notice: that
 * it was acknowledged does not stand for this one.
 */
export function withNotice(
  record: HealthRecord,
  year: string,
  giving: Giving,
  recipient: string | undefined,
): HealthRecord {
  const place = `${bookPath(year)}.parentNotice`;
  const before = record.screenings?.[year]?.parentNotice ?? {};
  const { acknowledgedOn: _, ...kept } = before;
  const notice: Notice = {
    ...(before.sentOn === giving.sentOn ? before : kept),
    ...giving,
    ...(recipient ? { recipient } : {}),
  };
  // Where a value stands now, there is no reason any more why there is none.
  const written = ['sentOn', 'channel', ...(recipient ? ['recipient'] : [])].map(
    (name) => `${place}.${name}`,
  );
  const beside = (['unread', 'absent'] as const).flatMap((bag) => {
    const rows = Object.entries(record[bag] ?? {});
    const others = rows.filter(([path]) => !written.includes(path));
    return rows.length === others.length ? [] : [[bag, Object.fromEntries(others)] as const];
  });
  return setAt({ ...record, ...Object.fromEntries(beside) }, place, notice);
}

/**
 * Notes for each of the pupils that the notice was given, as a person said; answers ids of those who could not be written,
 * with the last error. Each record is read anew before: what another station wrote meanwhile stays.
 */
export async function giveNotices(
  lists: Lists,
  pupils: readonly PupilResult[],
  at: { readonly year: string; readonly round: Round },
  giving: Giving,
): Promise<{ readonly failed: readonly string[]; readonly error?: unknown }> {
  const failed: string[] = [];
  let error: unknown;
  for (const { id, source } of pupils) {
    const { list, member } = source;
    try {
      const { record } = await lists.member(list.id, member.id);
      if (!record) throw Object.assign(new Error('copy.missing'), { code: 'copy.missing' });
      const to = recipientOf(record, at.year, member)?.name;
      const next = withNotice(record, at.year, giving, to);
      await lists.submit(list.id, member.id, next, stationsDone(next, at.year, at.round));
    } catch (reason) {
      failed.push(id);
      error = reason;
    }
  }
  return { failed, ...(failed.length ? { error } : {}) };
}
