import type { AccessEntry, EmergencyReview, GroupKind, PublicKey, RosterPerson } from '../client/index.ts';
import type { StoredConsent } from '../schema/index.ts';
import { datesAgree } from './store.ts';
import type { KeptAnswer, PersonKey, Store, StoredRecord, StoreTransaction } from './store.ts';

interface Expected {
  readonly n: number;
  readonly id: string;
  readonly foldedName: string;
  readonly number: string;
  readonly person: RosterPerson;
  readonly groups: ReadonlySet<string>;
  readonly pid: string | undefined;
}

interface Tables {
  answers: ReadonlyMap<string, KeptAnswer>;
  records: ReadonlyMap<string, readonly StoredRecord[]>;
  people: ReadonlyMap<string, PersonKey>;
  consents: ReadonlyMap<string, readonly StoredConsent[]>;
  keys: ReadonlyMap<string, PublicKey>;
  emergencies: readonly EmergencyReview[];
  checkpoints: ReadonlyMap<string, number>;
  log: ReadonlyMap<string, readonly (AccessEntry & { n: number })[]>;
  groups: ReadonlyMap<string, { n: number; facility: string; kind: GroupKind; name: string }>;
  expected: ReadonlyMap<string, Expected>;
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function operations(now: Tables): StoreTransaction {
  const head = (pid: string) => now.records.get(pid)?.at(-1);
  // Tables are replaced, never changed: a transaction that fails is simply forgotten.
  const put = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
    new Map(map).set(key, value);
  const heads = (fits: (key: PersonKey) => boolean) =>
    [...now.people].filter(([, key]) => fits(key)).map(([pid]) => copy(head(pid)!));

  return {
    async claim(scope, key, hash) {
      const kept = now.answers.get(`${scope} ${key}`);
      if (kept) return copy(kept);
      now.answers = put(now.answers, `${scope} ${key}`, { hash, status: 0, data: null });
      return undefined;
    },
    async keep(scope, key, status, data) {
      const at = `${scope} ${key}`;
      now.answers = put(now.answers, at, { hash: now.answers.get(at)!.hash, status, data: copy(data) });
    },
    async load(pid) {
      const record = head(pid);
      return record && copy(record);
    },
    async save(record, person) {
      for (const { kind, number, unique } of person.identifiers) {
        if (!unique) continue;
        for (const [pid, other] of now.people)
          if (
            pid !== record.pid &&
            other.identifiers.some((i) => i.unique && i.kind === kind && i.number === number)
          )
            return pid;
      }
      now.records = put(now.records, record.pid, [...(now.records.get(record.pid) ?? []), copy(record)]);
      now.people = put(now.people, record.pid, copy(person));
      return undefined;
    },
    async versions(pid, cursor = Infinity, limit) {
      const all = now.records.get(pid) ?? [];
      return all
        .filter((entry) => entry.version < cursor)
        .slice(-limit)
        .reverse()
        .map(({ version, at, by, facility, action }) => ({ version, at, by, facility, action }));
    },
    async version(pid, version) {
      const found = now.records.get(pid)?.find((entry) => entry.version === version);
      return found && copy(found);
    },
    async findByIdentifier(kind, number) {
      return heads((key) => key.identifiers.some((i) => i.kind === kind && i.number === number));
    },
    async findByPerson(foldedName, birthDate, commune) {
      return heads(
        (key) =>
          key.foldedName === foldedName &&
          datesAgree(key.birthDate, birthDate) &&
          (commune === undefined || key.communes.includes(commune)),
      );
    },
    async addConsent(pid, consent) {
      const all = now.consents.get(pid) ?? [];
      if (consent.seq !== all.length + 1) throw new Error('an event is out of its order');
      now.consents = put(now.consents, pid, [...all, copy(consent)]);
    },
    async consents(pid, cursor = 0, limit) {
      return copy((now.consents.get(pid) ?? []).slice(cursor, cursor + limit));
    },
    async lastConsent(pid) {
      const last = now.consents.get(pid)?.at(-1);
      return last && copy(last);
    },
    async findConsent(pid, id) {
      const found = now.consents.get(pid)?.find(({ event }) => event.id === id);
      return found && copy(found);
    },
    async keepKey(key) {
      if (!now.keys.has(key.key)) now.keys = put(now.keys, key.key, copy(key));
    },
    async keys() {
      return copy([...now.keys.values()]);
    },
    async openEmergency(access) {
      now.emergencies = [...now.emergencies, copy(access)];
    },
    async emergencyOpen(pid, facility, user, time) {
      return now.emergencies.some(
        (e) =>
          e.pid === pid && e.facility === facility && e.user === user && e.openedAt <= time && time < e.until,
      );
    },
    async emergency(pid, id) {
      const found = now.emergencies.find((e) => e.pid === pid && e.id === id);
      return found && copy(found);
    },
    async changeEmergency(access) {
      now.emergencies = now.emergencies.map((e) => (e.id === access.id ? copy(access) : e));
    },
    async emergencies(isReviewed, cursor = 0, limit) {
      return now.emergencies
        .map((access, index) => ({ ...copy(access), n: index + 1 }))
        .filter(({ n, outcome }) => n > cursor && (outcome !== undefined) === isReviewed)
        .slice(0, limit);
    },
    async checkpoint(scope, storeId, revision) {
      const at = `${scope} ${storeId}`;
      const highest = now.checkpoints.get(at);
      now.checkpoints = put(now.checkpoints, at, Math.max(highest ?? 0, revision));
      return highest;
    },
    async log(pid, entry) {
      const all = now.log.get(pid) ?? [];
      now.log = put(now.log, pid, [...all, { ...copy(entry), n: all.length + 1 }] as (AccessEntry & {
        n: number;
      })[]);
    },
    async accessLog(pid, cursor = Infinity, limit) {
      const all = now.log.get(pid) ?? [];
      return copy(
        all
          .filter((entry) => entry.n < cursor)
          .slice(-limit)
          .reverse(),
      );
    },
    async addExpected(facility, id, person, key, newGroupId, pid) {
      const groups = new Set<string>();
      for (const [kind, name] of Object.entries(person.groups) as [GroupKind, string][]) {
        let group = [...now.groups].find(
          ([, g]) => g.facility === facility && g.kind === kind && g.name === name,
        )?.[0];
        if (!group) {
          group = newGroupId();
          now.groups = put(now.groups, group, { n: now.groups.size + 1, facility, kind, name });
        }
        groups.add(group);
      }
      const shown = copy({ id, fullName: person.fullName, birthDate: person.birthDate, sex: person.sex });
      now.expected = put(now.expected, id, {
        n: now.expected.size + 1,
        id,
        ...key,
        person: shown,
        groups,
        pid,
      });
    },
    async findExpected(foldedName, birthDate, numbers) {
      return [...now.expected.values()]
        .filter(
          (e) =>
            e.pid === undefined &&
            ((e.number !== '' && numbers.includes(e.number)) ||
              (e.foldedName === foldedName && datesAgree(e.person.birthDate ?? '', birthDate))),
        )
        .map((e) => e.id);
    },
    async linkExpected(id, pid) {
      now.expected = put(now.expected, id, { ...now.expected.get(id)!, pid });
    },
    async groupFacility(group) {
      return now.groups.get(group)?.facility;
    },
    async roster(group, state, cursor = 0, limit) {
      return [...now.expected.values()]
        .filter(
          (e) =>
            e.groups.has(group) &&
            e.n > cursor &&
            (!state || (state === 'captured') === (e.pid !== undefined)),
        )
        .slice(0, limit)
        .map((e) => ({ ...copy(e.person), ...(e.pid === undefined ? {} : { pid: e.pid }), n: e.n }));
    },
    async coverage(facility, kind, within, since, cursor = 0, limit) {
      const isSeen = (pid: string, by: string): boolean =>
        now.records.get(pid)!.some((version) => version.facility === by && version.at >= since);
      const people = [...now.expected.values()].filter((e) => !within || e.groups.has(within));
      return [...now.groups]
        .filter(
          ([, g]) => g.kind === kind && g.n > cursor && (facility === undefined || g.facility === facility),
        )
        .map(([group, g]) => {
          const members = people.filter((e) => e.groups.has(group));
          const pids = members.flatMap((e) => e.pid ?? []);
          const seenToday = pids.filter((pid) => isSeen(pid, g.facility)).length;
          const counts = { expected: members.length, captured: pids.length, seenToday };
          return { n: g.n, group, kind: g.kind, name: g.name, ...counts };
        })
        .filter((g) => g.expected > 0)
        .slice(0, limit);
    },
  };
}

/** A store that forgets everything when it is dropped: for stories, tests and msw. Transactions run one after another. */
export function createMemoryStore(): Store {
  let tables: Tables = {
    answers: new Map(),
    records: new Map(),
    people: new Map(),
    consents: new Map(),
    keys: new Map(),
    emergencies: [],
    checkpoints: new Map(),
    log: new Map(),
    groups: new Map(),
    expected: new Map(),
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    transaction(work) {
      const run = last.then(async () => {
        const draft = { ...tables };
        const result = await work(operations(draft));
        tables = draft;
        return result;
      });
      last = run.catch(() => {});
      return run;
    },
    async close() {
      await last;
    },
  };
}
