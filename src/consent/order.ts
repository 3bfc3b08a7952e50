import { msOf } from './days.ts';
import type { Row } from './read.ts';

/** Whether one event certainly came after another. */
export type After = (later: Row, earlier: Row) => boolean;

/** Instant of an event in milliseconds; a stored one is never later than the server had it. */
export const timeOf = ({ event, stored }: Row): number =>
  Math.min(msOf(event.decidedAt), stored ? msOf(stored.recordedAt) : Infinity);

/** One row an event, stored before unsent, in an order that does not depend on how they arrived. */
export function orderedRows(rows: readonly Row[]): Row[] {
  const byId = new Map<string, Row>();
  for (const row of rows) if (row.stored || !byId.has(row.event.id)) byId.set(row.event.id, row);
  const seqOf = ({ stored }: Row): number => stored?.seq ?? Infinity;
  return [...byId.values()].sort((a, b) => {
    const [x, y] = [seqOf(a), seqOf(b)];
    if (x !== y) return x - y;
    return timeOf(a) - timeOf(b) || (a.event.id < b.event.id ? -1 : 1);
  });
}

/**
 * The order in which a yes may lift a no: never against the clock, and proven by the server's numbers or by the device's
 * chain (the yes was given knowing the no). What two devices said without knowing of each other has no order.
 */
export function afterIn(rows: readonly Row[]): After {
  const previous = new Map(rows.map(({ event }) => [event.chain.hash, event.chain.previous]));
  const knew = (later: Row, earlier: Row): boolean => {
    let hash = later.event.chain.previous;
    for (let left = rows.length; hash && left > 0; left--) {
      if (hash === earlier.event.chain.hash) return true;
      hash = previous.get(hash) ?? null;
    }
    return false;
  };
  return (later, earlier) => {
    if (!(timeOf(later) >= timeOf(earlier))) return false;
    if (later.stored && earlier.stored) return later.stored.seq > earlier.stored.seq;
    if (knew(later, earlier)) return true;
    return !later.stored && Boolean(earlier.stored) && timeOf(later) > timeOf(earlier);
  };
}
