import { ConsentEvent, StoredConsent } from '../schema/index.ts';
import { msOf } from './days.ts';
import { eventHash, ledgerHead } from './evidence.ts';

/** An event as it is at hand: sealed on a device and not sent yet, or as it stands at the server. */
export type AnyConsent = ConsentEvent | StoredConsent;

/** What is wrong with events, and at which place of the list. */
export type FlawCode =
  | 'unreadable'
  | 'altered'
  | 'removed'
  | 'reordered'
  | 'doubled'
  | 'unsigned'
  | 'unknownKey'
  | 'countersignatureWrong';

/** One flaw. `index` = place in the list as given; `list.length` where something is missing at the end. */
export interface EvidenceFlaw {
  readonly code: FlawCode;
  readonly index: number;
  /** Id of the event, where it could be read. */
  readonly id?: string;
}

/** One event of the list, read. */
export interface Row {
  readonly index: number;
  readonly event: ConsentEvent;
  /** Set where the server has it. */
  readonly stored?: StoredConsent;
}

/** Every row that could be read, and what is wrong with the set whatever its order. */
export function readRows(events: readonly unknown[]): { rows: Row[]; flaws: EvidenceFlaw[] } {
  const flaws: EvidenceFlaw[] = [];
  const rows: Row[] = [];
  events.forEach((entry, index) => {
    const isStored = typeof entry === 'object' && entry !== null && 'event' in entry;
    const stored = isStored ? StoredConsent.safeParse(entry) : undefined;
    const read = stored ?? ConsentEvent.safeParse(entry);
    const row = !read.success
      ? undefined
      : stored?.success
        ? { index, event: stored.data.event, stored: stored.data }
        : { index, event: read.data as ConsentEvent };
    if (row && isUsable(row)) rows.push(row);
    else flaws.push({ code: 'unreadable', index });
  });
  return { rows, flaws: [...flaws, ...chainFlaws(rows), ...ledgerFlaws(rows)] };
}

// Instants of the calendar, and text that can be hashed: half a surrogate pair cannot.
function isUsable({ event, stored }: Row): boolean {
  const instants = [event.decidedAt, stored?.recordedAt ?? event.decidedAt];
  if (instants.some((instant) => Number.isNaN(msOf(instant)))) return false;
  try {
    eventHash(event);
    if (stored) ledgerHead(null, stored);
    return true;
  } catch {
    return false;
  }
}

// Each event's own hash, and whether the event it follows is here.
function chainFlaws(rows: readonly Row[]): EvidenceFlaw[] {
  const flaws: EvidenceFlaw[] = [];
  const hashes = new Set(rows.map(({ event }) => event.chain.hash));
  const byId = new Map<string, Row>();
  for (const row of rows) {
    const { id, chain } = row.event;
    const at = { index: row.index, id };
    if (eventHash(row.event) !== chain.hash) flaws.push({ code: 'altered', ...at });
    if (chain.previous !== null && !hashes.has(chain.previous)) flaws.push({ code: 'removed', ...at });
    const twin = byId.get(id);
    // An event may be at hand twice: as it was queued and as the server has it.
    const isSame =
      twin && twin.event.chain.hash === chain.hash && Boolean(twin.stored) !== Boolean(row.stored);
    if (twin && !isSame) flaws.push({ code: 'doubled', ...at });
    byId.set(id, row);
  }
  return flaws;
}

// The server's numbers run 1, 2, 3 …, and every head follows from the one before.
function ledgerFlaws(rows: readonly Row[]): EvidenceFlaw[] {
  const flaws: EvidenceFlaw[] = [];
  const stored = rows.filter(({ stored }) => stored).sort((a, b) => a.stored!.seq - b.stored!.seq);
  let head: string | null = null;
  stored.forEach((row, place) => {
    const { seq, head: written, event } = row.stored!;
    const at = { index: row.index, id: event.id };
    if (seq !== place + 1) flaws.push({ code: 'removed', ...at });
    if (ledgerHead(head, row.stored!) !== written) flaws.push({ code: 'altered', ...at });
    head = written;
  });
  return flaws;
}
