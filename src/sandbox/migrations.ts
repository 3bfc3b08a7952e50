/**
 * The tables, step by step. A step that was released is never changed: a new one is added. Instants are kept as the
 * ISO text that was given out; documents as JSONB. No extension is needed.
 */
export const migrations: readonly string[] = [
  `
  create table hssk_records (
    pid text primary key,
    home text not null,
    version integer not null,
    folded_name text not null,
    birth_date text not null,
    communes jsonb not null
  );
  create index hssk_records_name on hssk_records (folded_name);
  create table hssk_versions (
    pid text not null references hssk_records,
    version integer not null,
    at text not null,
    by_user text not null,
    facility text not null,
    action text not null,
    record jsonb not null,
    primary key (pid, version)
  );
  create table hssk_identifiers (
    pid text not null references hssk_records,
    kind text not null,
    number text not null,
    is_unique boolean not null,
    primary key (pid, kind, number)
  );
  create unique index hssk_identifiers_unique on hssk_identifiers (kind, number) where is_unique;
  create index hssk_identifiers_number on hssk_identifiers (kind, number);
  create table hssk_answers (
    scope text not null,
    key text not null,
    hash text not null,
    status integer not null,
    data jsonb,
    primary key (scope, key)
  );
  create table hssk_consents (
    pid text not null references hssk_records,
    seq integer not null,
    recorded_at text not null,
    recorded_by text not null,
    facility text not null,
    event jsonb not null,
    primary key (pid, seq)
  );
  create table hssk_emergencies (
    pid text not null references hssk_records,
    by_user text not null,
    facility text not null,
    opened_at text not null,
    until text not null,
    basis text not null,
    reason text not null
  );
  create index hssk_emergencies_pid on hssk_emergencies (pid);
  create table hssk_access (
    n integer generated always as identity primary key,
    pid text not null references hssk_records,
    entry jsonb not null
  );
  create index hssk_access_pid on hssk_access (pid, n);
  create table hssk_groups (
    n integer generated always as identity primary key,
    id text not null unique,
    facility text not null,
    kind text not null,
    name text not null,
    unique (facility, kind, name)
  );
  create table hssk_expected (
    n integer generated always as identity primary key,
    id text not null unique,
    facility text not null,
    folded_name text not null,
    birth_date text not null,
    number text not null,
    person jsonb not null,
    pid text references hssk_records
  );
  create index hssk_expected_name on hssk_expected (folded_name) where pid is null;
  create index hssk_expected_number on hssk_expected (number) where pid is null;
  create table hssk_members (
    group_id text not null references hssk_groups (id),
    person_id text not null references hssk_expected (id),
    primary key (group_id, person_id)
  );
  `,
  `
  create table hssk_checkpoints (
    scope text not null,
    store_id text not null,
    highest bigint not null,
    primary key (scope, store_id)
  );
  `,
  // Events of before had neither text nor deciders nor a chain: they prove nothing and open nothing any more. They are
  // kept where they are, and asked for anew.
  `
  alter table hssk_consents rename to hssk_consents_unproven;
  create table hssk_events (
    pid text not null references hssk_records,
    seq integer not null,
    id text not null,
    stored jsonb not null,
    event text not null,
    primary key (pid, seq),
    unique (pid, id)
  );
  create table hssk_keys (
    key text primary key,
    algorithm text not null,
    public_key text not null
  );
  alter table hssk_emergencies add column n integer generated always as identity;
  alter table hssk_emergencies add column id text;
  alter table hssk_emergencies add column reviewer text;
  alter table hssk_emergencies add column reviewed_at text;
  alter table hssk_emergencies add column outcome text;
  alter table hssk_emergencies add column words text;
  update hssk_emergencies set id = md5(pid || opened_at || n);
  alter table hssk_emergencies alter column id set not null;
  create unique index hssk_emergencies_id on hssk_emergencies (id);
  create index hssk_emergencies_open on hssk_emergencies (n) where outcome is null;
  `,
];
