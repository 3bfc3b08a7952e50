import * as z from 'zod/mini';
import {
  Administrative,
  Examination,
  HealthRecord,
  Identifier,
  Instant,
  Issue,
  Override,
  PartialDate,
  RowId,
  SchoolBook,
  StoredConsent,
  besideValues,
  groupSchema,
  immunizationsForm,
  upTo,
} from '../schema/index.ts';

const line = /* @__PURE__ */ upTo(500);
const word = /* @__PURE__ */ z.optional(line);
const count = /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.minimum(0));
const short = /* @__PURE__ */ upTo(80);

/** Opaque id of a person's record; never a citizen number. */
export const Pid = /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(/^[A-Za-z0-9_-]{1,64}$/));
export type Pid = z.infer<typeof Pid>;

/** Opaque id of a device's offline store, made by the device; never a name of anyone. */
export const StoreId = /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(/^[A-Za-z0-9_-]{16,64}$/));
export type StoreId = z.infer<typeof StoreId>;

// Without an `id` the server makes one. `capturedOn` is "today" for the rules that judge the row.
const appended = {
  id: /* @__PURE__ */ z.optional(RowId),
  capturedOn: PartialDate,
  // The paths are those of the whole record.
  ...besideValues,
};

/** One visit (part D) to append. */
export const NewExamination = /* @__PURE__ */ z.strictObject({ ...appended, examination: Examination });
export type NewExamination = z.infer<typeof NewExamination>;

/** One dose (part C) to append to the table it belongs to. */
export const NewImmunization = /* @__PURE__ */ z.strictObject({
  ...appended,
  table: /* @__PURE__ */ z.enum(['basic', 'other', 'tetanus']),
  dose: /* @__PURE__ */ groupSchema(immunizationsForm.tetanus.rows),
});
export type NewImmunization = z.infer<typeof NewImmunization>;

/** One screening of the school health book to append. */
export const NewScreening = /* @__PURE__ */ z.strictObject({
  ...appended,
  screening: SchoolBook,
});
export type NewScreening = z.infer<typeof NewScreening>;

/** A JSON Merge Patch (RFC 7396): what is named is set, `null` removes, the rest stays. */
export const MergePatch = /* @__PURE__ */ z.record(/* @__PURE__ */ z.string(), /* @__PURE__ */ z.unknown());
export type MergePatch = z.infer<typeof MergePatch>;

/**
 * A record of a person who has none yet. `consents` = what the person decided before there was a record to put it to:
 * where a purpose of writing needs consent, it is judged by these. They count from the same moment as the record; one
 * that is not right counts for nothing, and is told as that when it is appended itself.
 */
export const NewRecord = /* @__PURE__ */ z.extend(HealthRecord, {
  consents: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.array(/* @__PURE__ */ z.unknown()).check(/* @__PURE__ */ z.maxLength(100)),
  ),
});
export type NewRecord = z.infer<typeof NewRecord>;

/** Why a record is opened without the usual right. `other` needs words that say more than a few. */
export const EmergencyRequest = /* @__PURE__ */ z.strictObject({
  basis: Override.shape.basis,
  reason: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(5), /* @__PURE__ */ z.maxLength(500)),
});
export type EmergencyRequest = z.infer<typeof EmergencyRequest>;

/** Id of an emergency access; its event of the kind `emergencyOverride` has the same. */
export const EmergencyId = /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(/^[A-Za-z0-9_-]{8,64}$/));
export type EmergencyId = z.infer<typeof EmergencyId>;

/** An emergency access; it ends by itself at `until`, which is now where it was closed. */
export const EmergencyAccess = /* @__PURE__ */ z.looseObject({
  id: EmergencyId,
  pid: Pid,
  basis: Override.shape.basis,
  openedAt: Instant,
  until: Instant,
});
export type EmergencyAccess = z.infer<typeof EmergencyAccess>;

/** What a reviewer finds of an emergency access, with the words that say why. */
export const ReviewRequest = /* @__PURE__ */ z.strictObject({
  outcome: /* @__PURE__ */ z.enum(['justified', 'misuse']),
  words: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(5), /* @__PURE__ */ z.maxLength(500)),
});
export type ReviewRequest = z.infer<typeof ReviewRequest>;

/** An emergency access as it is reviewed: who, where, why, how long. Of the person nothing but the opaque id. */
export const EmergencyReview = /* @__PURE__ */ z.looseObject({
  ...EmergencyAccess.shape,
  user: line,
  facility: line,
  /** As it was written when the record was opened. */
  reason: line,
  reviewer: word,
  reviewedAt: /* @__PURE__ */ z.optional(Instant),
  outcome: /* @__PURE__ */ z.optional(ReviewRequest.shape.outcome),
  words: word,
});
export type EmergencyReview = z.infer<typeof EmergencyReview>;

/** The answer to a write: which version it made. Warnings that were let stand come along. */
export const Receipt = /* @__PURE__ */ z.looseObject({
  pid: Pid,
  version: count,
  at: Instant,
  rowId: /* @__PURE__ */ z.optional(RowId),
  warnings: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.array(Issue)),
});
export type Receipt = z.infer<typeof Receipt>;

const made = { version: count, at: Instant, by: line, facility: line, action: line };

/** One version in the history of a record: who made it, where, when and by which call. */
export const VersionEntry = /* @__PURE__ */ z.looseObject(made);
export type VersionEntry = z.infer<typeof VersionEntry>;

/** A record with its version. */
export const RecordAnswer = /* @__PURE__ */ z.looseObject({ ...made, pid: Pid, record: HealthRecord });
export type RecordAnswer = z.infer<typeof RecordAnswer>;

/** A look-up: by a number of any kind, or by name, birth date and commune code together. */
export const PersonQuery = /* @__PURE__ */ z.union([
  /* @__PURE__ */ z.strictObject({ identifier: /* @__PURE__ */ z.strictObject(Identifier.shape) }),
  /* @__PURE__ */ z.strictObject({
    fullName: /* @__PURE__ */ z
      .string()
      .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(500)),
    birthDate: PartialDate,
    commune: /* @__PURE__ */ z
      .string()
      .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(40)),
  }),
]);
export type PersonQuery = z.infer<typeof PersonQuery>;

/**
 * A person who may be meant, with just enough to tell people apart: given name and initials, year of birth, sex,
 * commune, the last digits of a number. `mayLoad` = the caller may read the record without asking anyone.
 */
export const PersonCandidate = /* @__PURE__ */ z.looseObject({
  pid: Pid,
  name: line,
  birthYear: word,
  sex: Administrative.shape.sex,
  commune: word,
  identifierEnding: word,
  mayLoad: /* @__PURE__ */ z.boolean(),
});
export type PersonCandidate = z.infer<typeof PersonCandidate>;

export const PersonCandidates = /* @__PURE__ */ z.looseObject({
  candidates: /* @__PURE__ */ z.array(PersonCandidate),
});
export type PersonCandidates = z.infer<typeof PersonCandidates>;

/** By what expected people are grouped. */
export const GroupKind = /* @__PURE__ */ z.enum([
  'commune',
  'hamlet',
  'household',
  'school',
  'class',
  'workplace',
]);
export type GroupKind = z.infer<typeof GroupKind>;

/** A person who is expected: on a class list, in a household, at a workplace. `pid` once a record stands. */
export const RosterPerson = /* @__PURE__ */ z.looseObject({
  id: line,
  fullName: line,
  birthDate: /* @__PURE__ */ z.optional(PartialDate),
  sex: Administrative.shape.sex,
  pid: /* @__PURE__ */ z.optional(Pid),
});
export type RosterPerson = z.infer<typeof RosterPerson>;

/** How many of a group are expected, have a record, are missing. `group` is the opaque id that a roster is asked by. */
export const CoverageGroup = /* @__PURE__ */ z.looseObject({
  group: line,
  kind: GroupKind,
  name: line,
  expected: count,
  captured: count,
  missing: count,
});
export type CoverageGroup = z.infer<typeof CoverageGroup>;

/** Who touched a record, when, by which call, on which ground. */
export const AccessEntry = /* @__PURE__ */ z.looseObject({
  at: Instant,
  user: line,
  role: line,
  facility: line,
  action: line,
  /** `facility`, `self`, `review`, `consent`, `emergency`, `lookup`; `refused` where it was not allowed. */
  ground: line,
  /** Basis and reason of an emergency, what a review found, which event a consent was, why it was refused. */
  reason: word,
});
export type AccessEntry = z.infer<typeof AccessEntry>;

/** The revision an offline store stands at; it only ever grows. */
export const CheckpointRequest = /* @__PURE__ */ z.strictObject({ revision: count });
export type CheckpointRequest = z.infer<typeof CheckpointRequest>;

/**
 * The highest revision this server had seen of the store before; `null` = never seen. Higher than the one that was sent:
 * the store was put back from an old copy.
 */
export const Checkpoint = /* @__PURE__ */ z.looseObject({ highest: /* @__PURE__ */ z.nullable(count) });
export type Checkpoint = z.infer<typeof Checkpoint>;

/** A public key by its id; `publicKey` = 32 bytes in lower-case hexadecimal. */
export const PublicKey = /* @__PURE__ */ z.looseObject({
  key: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(/^[\w.:-]{1,80}$/)),
  algorithm: /* @__PURE__ */ z.literal('Ed25519'),
  publicKey: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(/^[0-9a-f]{64}$/)),
});
export type PublicKey = z.infer<typeof PublicKey>;

/** What this server speaks and how much it takes at once. */
export const Metadata = /* @__PURE__ */ z.looseObject({
  api: line,
  schemaVersions: /* @__PURE__ */ z.array(/* @__PURE__ */ z.int()),
  abilities: /* @__PURE__ */ z.array(line),
  limits: /* @__PURE__ */ z.looseObject({ bodyBytes: count, batchLines: count, batchBytes: count }),
  /** Public keys of the countersignatures, old ones too: an event signed by any other key was not recorded here. */
  keys: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.array(PublicKey)),
  time: Instant,
});
export type Metadata = z.infer<typeof Metadata>;

/** The writes a batch line may hold, by the name of their call. */
export const BatchCall = /* @__PURE__ */ z.enum([
  'record.create',
  'record.patch',
  'examination.append',
  'immunization.append',
  'screening.append',
  'consent.append',
]);
export type BatchCall = z.infer<typeof BatchCall>;

/** One line of a batch: a write with its own idempotency key. `pid` for all but `record.create`. */
export const BatchLine = /* @__PURE__ */ z.strictObject({
  key: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(/^[\x21-\x7e]{8,128}$/)),
  call: BatchCall,
  pid: /* @__PURE__ */ z.optional(Pid),
  ifMatch: /* @__PURE__ */ z.optional(short),
  body: MergePatch,
});
export type BatchLine = z.infer<typeof BatchLine>;

/**
 * RFC 9457. `code` is stable; `issues` name the fields; `version`/`pid` say what stands there instead; `purpose` is the
 * one that needs a consent which is not there.
 */
export const Problem = /* @__PURE__ */ z.looseObject({
  type: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.string()),
  title: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.string()),
  status: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.int()),
  code: /* @__PURE__ */ z.string(),
  issues: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.array(Issue)),
  version: /* @__PURE__ */ z.optional(count),
  pid: /* @__PURE__ */ z.optional(Pid),
  purpose: /* @__PURE__ */ z.optional(short),
});
export type Problem = z.infer<typeof Problem>;

/** The answer to one batch line: a receipt (or stored consent) or a problem, under the line's key. */
export const BatchResult = /* @__PURE__ */ z.looseObject({
  key: /* @__PURE__ */ z.string(),
  status: /* @__PURE__ */ z.int(),
  receipt: /* @__PURE__ */ z.optional(Receipt),
  consent: /* @__PURE__ */ z.optional(StoredConsent),
  problem: /* @__PURE__ */ z.optional(Problem),
});
export type BatchResult = z.infer<typeof BatchResult>;

/** A page of a list; where to go on stands in the `Link` header. */
export const page = <T extends z.ZodMiniType>(item: T) => z.looseObject({ items: z.array(item) });
