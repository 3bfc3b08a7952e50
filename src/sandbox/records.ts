import * as z from 'zod/mini';
import {
  MergePatch,
  NewExamination,
  NewImmunization,
  NewRecord,
  NewScreening,
  mergePatch,
} from '../client/index.ts';
import type { Receipt } from '../client/index.ts';
import { HealthRecord, getAt, newRowId, setAt } from '../schema/index.ts';
import type { Issue } from '../schema/index.ts';
import { checkShape } from '../validation/index.ts';
import { demandRole, groundFor, openRecord, staffRoles } from './access.ts';
import { conform, unknownFields } from './body.ts';
import { demandConsent, takeOver } from './consents.ts';
import { demandScreening } from './screening-consent.ts';
import { logAccess } from './context.ts';
import type { Call, Outcome } from './context.ts';
import { cutPage, pageOf } from './page.ts';
import { personKey } from './person.ts';
import { Refusal } from './problem.ts';
import type { StoredRecord } from './store.ts';

const dayMs = 86_400_000;

// Of a new record only this is looked at here; the rest is judged as every record is.
const NewRecordShape = /* @__PURE__ */ z.looseObject({ consents: NewRecord.shape.consents });

/** Judges a record as on its day of capture, which may not lie further ahead than any time zone. Gives the warnings. */
function judge(call: Call, value: unknown): { record: HealthRecord; warnings: readonly Issue[] } {
  const parsed = HealthRecord.safeParse(value);
  if (!parsed.success) throw new Refusal('body.invalid', { issues: checkShape(value, true).slice(0, 100) });
  const record = parsed.data;
  const unknown = unknownFields(record);
  if (unknown.length) throw new Refusal('body.invalid', { issues: unknown });
  const { capturedOn } = record;
  const issues = [...call.services.check(record, { now: capturedOn })];
  const latest = new Date(Date.parse(call.now) + dayMs).toISOString().slice(0, 10);
  if (capturedOn > latest) issues.unshift({ path: 'capturedOn', code: 'date.future', level: 'error' });
  if (issues.some((issue) => issue.level === 'error')) throw new Refusal('record.refused', { issues });
  return { record, warnings: issues };
}

async function store(
  call: Call,
  before: StoredRecord | undefined,
  value: unknown,
  rowId?: string,
): Promise<{ data: Receipt; record: StoredRecord }> {
  const { record, warnings } = judge(call, value);
  const { tx, caller, services } = call;
  const next: StoredRecord = {
    pid: before?.pid ?? services.newId(),
    home: before?.home ?? caller.facility,
    version: (before?.version ?? 0) + 1,
    at: call.now,
    by: caller.user,
    facility: caller.facility,
    action: call.name,
    record,
  };
  const key = personKey(record);
  const holder = await tx.save(next, key);
  if (holder !== undefined) {
    // Whose number it is may be known only to those who may open that record.
    const other = await tx.load(holder);
    const ground = other && (await groundFor(call, other, 'read'));
    throw new Refusal('person.exists', ground ? { pid: holder } : {});
  }
  const numbers = key.identifiers.map((identifier) => identifier.number);
  const expected = await tx.findExpected(key.foldedName, key.birthDate, numbers);
  // Two who fit are two people, or one listed twice: a person decides.
  if (expected.length === 1) await tx.linkExpected(expected[0]!, next.pid);
  const data: Receipt = {
    pid: next.pid,
    version: next.version,
    at: next.at,
    ...(rowId === undefined ? {} : { rowId }),
    ...(warnings.length ? { warnings: [...warnings] } : {}),
  };
  return { data, record: next };
}

export async function createRecord(call: Call): Promise<Outcome> {
  demandRole(call.caller, ...staffRoles);
  const { consents, ...body } = conform(NewRecordShape, call.body);
  const { data, record } = await store(call, undefined, body);
  if (consents) await takeOver(call, record, consents);
  await demandConsent(call, record);
  await demandScreening(call, undefined, record);
  await logAccess(call, data.pid, 'facility');
  return { data };
}

export async function patchRecord(call: Call): Promise<Outcome> {
  demandRole(call.caller, ...staffRoles);
  const patch = conform(MergePatch, call.body);
  const { ground, ...before } = await openRecord(call, call.pid, 'change');
  const tags = call.ifMatch!.split(',').map((tag) => tag.trim());
  if (!tags.includes(`"${before.version}"`)) throw new Refusal('record.changed', { version: before.version });
  await demandConsent(call, before);
  const { data, record } = await store(call, before, mergePatch(before.record, patch));
  await demandScreening(call, before.record, record);
  await logAccess(call, call.pid, ground);
  return { data };
}

type Appended = NewExamination | NewImmunization | NewScreening;
const besides = ['unread', 'absent', 'notes', 'confirmed', 'sources'] as const;

const rowIdOf = (call: Call): string => {
  const given = getAt(call.body, 'id');
  return typeof given === 'string'
    ? given
    : newRowId(Date.parse(call.now), new TextEncoder().encode(call.services.newId()));
};

async function append(call: Call, id: string, body: Appended, list: string, row: unknown): Promise<Outcome> {
  const { ground, ...before } = await openRecord(call, call.pid, 'append');
  const path = `${list}.${id}`;
  if (getAt(before.record, path) !== undefined)
    throw new Refusal('row.exists', {
      version: before.version,
      issues: [{ path, code: 'row.exists', level: 'error' }],
    });
  let record: unknown = setAt(before.record, path, row);
  for (const name of besides) {
    for (const [place, value] of Object.entries(body[name] ?? {})) {
      if (!`${place}.`.startsWith(`${path}.`))
        throw new Refusal('body.invalid', {
          issues: [{ path: place, code: 'field.outsideRow', level: 'error' }],
        });
      const map = (record as Record<string, object | undefined>)[name];
      record = {
        ...(record as object),
        [name]: Object.fromEntries([...Object.entries(map ?? {}), [place, value]]),
      };
    }
  }
  if (ground !== 'emergency') await demandConsent(call, before);
  // The later day counts as today from now on; else what was just added would lie in the future.
  if (body.capturedOn > before.record.capturedOn) record = setAt(record, 'capturedOn', body.capturedOn);
  const { data, record: stored } = await store(call, before, record, id);
  if (ground !== 'emergency') await demandScreening(call, before.record, stored);
  await logAccess(call, call.pid, ground);
  return { data };
}

export async function appendExamination(call: Call): Promise<Outcome> {
  demandRole(call.caller, ...staffRoles);
  const id = rowIdOf(call);
  const body = conform(NewExamination, call.body, { examination: `examinations.${id}` });
  return append(call, id, body, 'examinations', body.examination);
}

export async function appendImmunization(call: Call): Promise<Outcome> {
  demandRole(call.caller, ...staffRoles);
  const id = rowIdOf(call);
  const body = conform(NewImmunization, call.body, {
    dose: `immunizations.${getAt(call.body, 'table')}.${id}`,
  });
  return append(call, id, body, `immunizations.${body.table}`, body.dose);
}

export async function appendScreening(call: Call): Promise<Outcome> {
  demandRole(call.caller, ...staffRoles);
  const id = rowIdOf(call);
  const body = conform(NewScreening, call.body, { screening: `screenings.${id}` });
  return append(call, id, body, 'screenings', body.screening);
}

const shown = ({ pid, version, at, by, facility, action, record }: Omit<StoredRecord, 'home'>) => ({
  pid,
  version,
  at,
  by,
  facility,
  action,
  record,
});

export async function loadRecord(call: Call): Promise<Outcome> {
  const record = await openRecord(call, call.pid, 'read');
  await logAccess(call, call.pid, record.ground);
  return { data: shown(record) };
}

export async function loadVersions(call: Call): Promise<Outcome> {
  const { ground } = await openRecord(call, call.pid, 'read');
  await logAccess(call, call.pid, ground);
  const { cursor, limit } = pageOf(call.query);
  return cutPage(await call.tx.versions(call.pid, cursor, limit + 1), limit, (entry) => entry.version);
}

export async function loadVersion(call: Call): Promise<Outcome> {
  const { ground } = await openRecord(call, call.pid, 'read');
  const found = /^[1-9]\d{0,8}$/.test(call.version)
    ? await call.tx.version(call.pid, Number(call.version))
    : undefined;
  if (!found) throw new Refusal('version.notFound');
  await logAccess(call, call.pid, ground);
  return { data: shown({ ...found, pid: call.pid }) };
}

export async function loadAccessLog(call: Call): Promise<Outcome> {
  demandRole(call.caller, 'reviewer', 'citizen');
  const { ground } = await openRecord(call, call.pid, 'oversee');
  const { cursor, limit } = pageOf(call.query);
  const page = cutPage(await call.tx.accessLog(call.pid, cursor, limit + 1), limit, (entry) => entry.n);
  await logAccess(call, call.pid, ground);
  return page;
}
