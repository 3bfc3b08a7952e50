import type {
  AccessEntry,
  EmergencyReview,
  GroupKind,
  PublicKey,
  RosterPerson,
  VersionEntry,
} from '../client/index.ts';
import type { StoredConsent } from '../schema/index.ts';
import { migrations } from './migrations.ts';
import { Refusal } from './problem.ts';
import type { ExpectedGroup, Store, StoredRecord, StoredVersion, StoreTransaction } from './store.ts';

/** Runs one statement and gives its rows. */
export type Query = <Row>(text: string, params?: readonly unknown[]) => Promise<Row[]>;

/** All the SQL store asks of a database: PGlite, a pool of connections, or another PostgreSQL ≥ 15. */
export interface SqlDriver {
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const json = (value: unknown): string => JSON.stringify(value);
// A page going backwards starts above every number there is.
const top = 2 ** 31 - 1;
const agree = (column: string, param: string) =>
  `(${column} <> '' and ${param} <> '' and (starts_with(${column}, ${param}) or starts_with(${param}, ${column})))`;

const versionColumns = 'v.version, v.at, v.by_user as by, v.facility, v.action';
const head = `select r.pid, r.home, ${versionColumns}, v.record from hssk_records r
  join hssk_versions v on v.pid = r.pid and v.version = r.version`;

/** An event as text: what the hashes cover must come back to the byte, and JSONB has its own idea of numbers and keys. */
interface EventRow {
  readonly seq: number;
  readonly stored: Omit<StoredConsent, 'seq' | 'event'>;
  readonly event: string;
}
const events = 'select seq, stored, event from hssk_events';
const consentOf = ({ seq, stored, event }: EventRow): StoredConsent =>
  ({ seq, ...stored, event: JSON.parse(event) as unknown }) as StoredConsent;

type AccessRow = { readonly [K in keyof EmergencyReview]: EmergencyReview[K] | null };
const accesses = `select n, id, pid, by_user as user, facility, opened_at as "openedAt", until, basis, reason,
  reviewer, reviewed_at as "reviewedAt", outcome, words from hssk_emergencies`;
const accessOf = ({ n: _, ...row }: AccessRow): EmergencyReview =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as EmergencyReview;

function operations(query: Query): StoreTransaction {
  const one = async <Row>(text: string, params: readonly unknown[]) => (await query<Row>(text, params))[0];
  return {
    async claim(scope, key, hash) {
      const taken = await query(
        `insert into hssk_answers (scope, key, hash, status) values ($1, $2, $3, 0)
         on conflict do nothing returning key`,
        [scope, key, hash],
      );
      if (taken.length) return undefined;
      return one(`select hash, status, data from hssk_answers where scope = $1 and key = $2`, [scope, key]);
    },
    async keep(scope, key, status, data) {
      await query(`update hssk_answers set status = $3, data = $4::jsonb where scope = $1 and key = $2`, [
        scope,
        key,
        status,
        json(data),
      ]);
    },
    async load(pid, lock = false) {
      // The lock comes first, in a statement of its own: only then does the next one see the newest version.
      if (lock) await query('select 1 from hssk_records where pid = $1 for update', [pid]);
      return one<StoredRecord>(`${head} where r.pid = $1`, [pid]);
    },
    async save(record, person) {
      const { pid, home, version } = record;
      const found = [person.foldedName, person.birthDate, json(person.communes)];
      await query(
        `insert into hssk_records (pid, home, version, folded_name, birth_date, communes)
         values ($1, $2, $3, $4, $5, $6::jsonb)
         on conflict (pid) do update set version = $3, folded_name = $4, birth_date = $5, communes = $6::jsonb`,
        [pid, home, version, ...found],
      );
      await query('delete from hssk_identifiers where pid = $1', [pid]);
      // In one order, so that two writers never wait for each other's numbers.
      const numbers = [...person.identifiers].sort((a, b) =>
        a.kind + a.number < b.kind + b.number ? -1 : 1,
      );
      for (const { kind, number, unique } of numbers) {
        await query(
          `insert into hssk_identifiers (pid, kind, number, is_unique) values ($1, $2, $3, $4)
           on conflict do nothing`,
          [pid, kind, number, unique],
        );
        if (!unique) continue;
        const holder = await one<{ pid: string }>(
          'select pid from hssk_identifiers where kind = $1 and number = $2 and is_unique',
          [kind, number],
        );
        if (holder && holder.pid !== pid) return holder.pid;
      }
      await query(
        `insert into hssk_versions (pid, version, at, by_user, facility, action, record)
         values ($1, $2, $3, $4, $5, $6, $7::jsonb)`,
        [pid, version, record.at, record.by, record.facility, record.action, json(record.record)],
      );
      return undefined;
    },
    versions: (pid, cursor = top, limit) =>
      query<VersionEntry>(
        `select ${versionColumns} from hssk_versions v where pid = $1 and version < $2 order by version desc limit $3`,
        [pid, cursor, limit],
      ),
    version: (pid, version) =>
      one<StoredVersion>(
        `select ${versionColumns}, v.record from hssk_versions v where pid = $1 and version = $2`,
        [pid, version],
      ),
    findByIdentifier: (kind, number) =>
      query<StoredRecord>(
        `${head} where r.pid in (select pid from hssk_identifiers where kind = $1 and number = $2) limit 20`,
        [kind, number],
      ),
    findByPerson: (foldedName, birthDate, commune) =>
      query<StoredRecord>(
        `${head} where r.folded_name = $1 and ${agree('r.birth_date', '$2::text')}
         and ($3::text is null or r.communes @> to_jsonb($3::text)) limit 20`,
        [foldedName, birthDate, commune ?? null],
      ),
    async addConsent(pid, { seq, event, ...stored }) {
      await query(
        'insert into hssk_events (pid, seq, id, stored, event) values ($1, $2, $3, $4::jsonb, $5)',
        [...[pid, seq, event.id, json(stored), json(event)]],
      );
    },
    consents: async (pid, cursor = 0, limit) =>
      (
        await query<EventRow>(`${events} where pid = $1 and seq > $2 order by seq limit $3`, [
          ...[pid, cursor, limit],
        ])
      ).map(consentOf),
    async lastConsent(pid) {
      const row = await one<EventRow>(`${events} where pid = $1 order by seq desc limit 1`, [pid]);
      return row && consentOf(row);
    },
    async findConsent(pid, id) {
      const row = await one<EventRow>(`${events} where pid = $1 and id = $2`, [pid, id]);
      return row && consentOf(row);
    },
    async keepKey({ key, algorithm, publicKey }) {
      await query(
        'insert into hssk_keys (key, algorithm, public_key) values ($1, $2, $3) on conflict do nothing',
        [key, algorithm, publicKey],
      );
    },
    keys: () => query<PublicKey>('select key, algorithm, public_key as "publicKey" from hssk_keys'),
    async openEmergency({ id, pid, user, facility, openedAt, until, basis, reason }) {
      await query(
        `insert into hssk_emergencies (id, pid, by_user, facility, opened_at, until, basis, reason)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, pid, user, facility, openedAt, until, basis, reason],
      );
    },
    async emergencyOpen(pid, facility, user, now) {
      const open = await one(
        `select 1 from hssk_emergencies
         where pid = $1 and facility = $2 and by_user = $3 and opened_at <= $4 and until > $4 limit 1`,
        [pid, facility, user, now],
      );
      return open !== undefined;
    },
    async emergency(pid, id) {
      const row = await one<AccessRow>(`${accesses} where pid = $1 and id = $2 for update`, [pid, id]);
      return row && accessOf(row);
    },
    async changeEmergency({ id, until, reviewer = null, reviewedAt = null, outcome = null, words = null }) {
      await query(
        `update hssk_emergencies set until = $2, reviewer = $3, reviewed_at = $4, outcome = $5, words = $6
         where id = $1`,
        [id, until, reviewer, reviewedAt, outcome, words],
      );
    },
    async emergencies(isReviewed, cursor = 0, limit) {
      const rows = await query<AccessRow & { n: number }>(
        `${accesses} where n > $1 and (outcome is not null) = $2 order by n limit $3`,
        [cursor, isReviewed, limit],
      );
      return rows.map((row) => ({ ...accessOf(row), n: row.n }));
    },
    async checkpoint(scope, storeId, revision) {
      const first = await query(
        `insert into hssk_checkpoints (scope, store_id, highest) values ($1, $2, $3)
         on conflict do nothing returning highest`,
        [scope, storeId, revision],
      );
      if (first.length) return undefined;
      // The lock comes first: of two at once the second sees what the first one left.
      const seen = await one<{ highest: number }>(
        'select highest::float8 as highest from hssk_checkpoints where scope = $1 and store_id = $2 for update',
        [scope, storeId],
      );
      await query(
        'update hssk_checkpoints set highest = greatest(highest, $3) where scope = $1 and store_id = $2',
        [scope, storeId, revision],
      );
      return seen!.highest;
    },
    async log(pid, entry) {
      await query('insert into hssk_access (pid, entry) values ($1, $2::jsonb)', [pid, json(entry)]);
    },
    async accessLog(pid, cursor = top, limit) {
      const rows = await query<{ n: number; entry: AccessEntry }>(
        'select n, entry from hssk_access where pid = $1 and n < $2 order by n desc limit $3',
        [pid, cursor, limit],
      );
      return rows.map(({ n, entry }) => ({ ...entry, n }));
    },
    async addExpected(facility, id, person, key, newGroupId, pid) {
      const shown = { id, fullName: person.fullName, birthDate: person.birthDate, sex: person.sex };
      await query(
        `insert into hssk_expected (id, facility, folded_name, birth_date, number, person, pid)
         values ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
        [id, facility, key.foldedName, person.birthDate ?? '', key.number, json(shown), pid ?? null],
      );
      for (const [kind, name] of Object.entries(person.groups)) {
        const group = await one<{ id: string }>(
          `insert into hssk_groups (id, facility, kind, name) values ($1, $2, $3, $4)
           on conflict (facility, kind, name) do update set name = excluded.name returning id`,
          [newGroupId(), facility, kind, name],
        );
        await query('insert into hssk_members (group_id, person_id) values ($1, $2)', [group!.id, id]);
      }
    },
    async findExpected(foldedName, birthDate, numbers) {
      const rows = await query<{ id: string }>(
        `select id from hssk_expected where pid is null and ((number <> '' and $3::jsonb @> to_jsonb(number))
         or (folded_name = $1 and ${agree('birth_date', '$2::text')})) limit 2`,
        [foldedName, birthDate, json(numbers)],
      );
      return rows.map((row) => row.id);
    },
    async linkExpected(id, pid) {
      await query('update hssk_expected set pid = $2 where id = $1', [id, pid]);
    },
    async groupFacility(group) {
      return (await one<{ facility: string }>('select facility from hssk_groups where id = $1', [group]))
        ?.facility;
    },
    async roster(group, state, cursor = 0, limit) {
      const rows = await query<{ n: number; person: RosterPerson; pid: string | null }>(
        `select e.n, e.person, e.pid from hssk_members m join hssk_expected e on e.id = m.person_id
         where m.group_id = $1 and e.n > $2
         and ($3::text is null or ($3 = 'captured') = (e.pid is not null)) order by e.n limit $4`,
        [group, cursor, state ?? null, limit],
      );
      return rows.map(({ n, person, pid }) => ({ ...person, ...(pid === null ? {} : { pid }), n }));
    },
    coverage: (facility, kind, within, since, cursor = 0, limit) =>
      query<ExpectedGroup>(
        `select g.n, g.id as "group", g.kind, g.name, count(*)::int as expected, count(e.pid)::int as captured,
           (count(*) filter (where exists (select 1 from hssk_versions v
             where v.pid = e.pid and v.facility = g.facility and v.at >= $6)))::int as "seenToday"
         from hssk_groups g join hssk_members m on m.group_id = g.id join hssk_expected e on e.id = m.person_id
         where g.kind = $2 and g.n > $4 and ($1::text is null or g.facility = $1)
         and ($3::text is null or exists
           (select 1 from hssk_members w where w.group_id = $3 and w.person_id = e.id))
         group by g.n, g.id, g.kind, g.name order by g.n limit $5`,
        [facility ?? null, kind satisfies GroupKind, within ?? null, cursor, limit, since],
      ),
  };
}

// A deadlock or a serialisation failure means: nothing was done, try again.
const repeatable = (error: unknown): boolean =>
  ['40001', '40P01'].includes((error as { code?: string } | undefined)?.code ?? '');

/** A store on any PostgreSQL, its tables brought up to date first. */
export async function createSqlStore(driver: SqlDriver): Promise<Store> {
  await driver.transaction(async (query) => {
    // Two processes may start at once; the lock ends with the transaction.
    await query('select pg_advisory_xact_lock(8310831)');
    await query('create table if not exists hssk_migrations (step integer primary key)');
    const [row] = await query<{ count: number }>('select count(*)::int as count from hssk_migrations');
    for (let step = row!.count; step < migrations.length; step++) {
      for (const statement of migrations[step]!.split(';')) if (statement.trim()) await query(statement);
      await query('insert into hssk_migrations (step) values ($1)', [step]);
    }
  });
  return {
    async transaction(work) {
      for (let turn = 0; ; turn++) {
        try {
          return await driver.transaction((query) => work(operations(query)));
        } catch (error) {
          if (!repeatable(error)) throw error;
          if (turn >= 4) throw new Refusal('server.busy');
        }
      }
    },
    close: () => driver.close(),
  };
}
