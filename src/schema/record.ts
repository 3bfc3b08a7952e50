import * as z from 'zod/mini';
import { administrativeForm, examinationForm, historyForm, immunizationsForm } from './form.ts';
import { periodicForm, schoolBookForm } from './screening.ts';
import { maxLine, maxLines } from './limits.ts';
import { AbsentReason, Instant, PartialDate, RowId, groupSchema, upTo } from './values.ts';

// Schemas of the parts are made when they are first asked for: a page that only draws the form needs none of them.
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
const administrative = /* @__PURE__ */ once(() => groupSchema(administrativeForm));
const history = /* @__PURE__ */ once(() => groupSchema(historyForm));
const immunizations = /* @__PURE__ */ once(() => groupSchema(immunizationsForm));
const examination = /* @__PURE__ */ once(() => groupSchema(examinationForm));
const examinations = /* @__PURE__ */ once(() => z.record(RowId, examination()));
const schoolBook = /* @__PURE__ */ once(() => groupSchema(schoolBookForm));
const periodic = /* @__PURE__ */ once(() => groupSchema(periodicForm));
const screenings = /* @__PURE__ */ once(() => z.record(RowId, schoolBook()));
const periodicExaminations = /* @__PURE__ */ once(() => z.record(RowId, periodic()));

/** Part A of the form. */
export const Administrative = /* @__PURE__ */ administrative();
export type Administrative = z.infer<typeof Administrative>;

/** Part B of the form. */
export const History = /* @__PURE__ */ history();
export type History = z.infer<typeof History>;

/** Part C of the form. */
export const Immunizations = /* @__PURE__ */ immunizations();
export type Immunizations = z.infer<typeof Immunizations>;

/** Part D of the form, one visit. */
export const Examination = /* @__PURE__ */ examination();
export type Examination = z.infer<typeof Examination>;

/** The school health book of one school year. */
export const SchoolBook = /* @__PURE__ */ schoolBook();
export type SchoolBook = z.infer<typeof SchoolBook>;

/** A periodic examination of who is 6 to under 18. */
export const PeriodicExamination = /* @__PURE__ */ periodic();
export type PeriodicExamination = z.infer<typeof PeriodicExamination>;

/** One dose of part C, as it is appended by `POST …/immunizations`. */
export type Dose = NonNullable<Immunizations['tetanus']>[string];

/** A warning that a person looked at and let stand. */
export const Confirmation = /* @__PURE__ */ z.looseObject({
  reason: /* @__PURE__ */ upTo(maxLine),
  by: /* @__PURE__ */ z.optional(/* @__PURE__ */ upTo(maxLine)),
  at: /* @__PURE__ */ z.optional(Instant),
});
export type Confirmation = z.infer<typeof Confirmation>;

/**
 * Where a value came from when it was not simply typed: `typed` = read with an assumption named by `code`
 * (a two-digit year, a converted unit), else the prefilling source (`citizenCardQr`, `insuranceCardQr`, `host`, …).
 */
export const Source = /* @__PURE__ */ z.looseObject({
  from: /* @__PURE__ */ upTo(40),
  text: /* @__PURE__ */ z.optional(/* @__PURE__ */ upTo(maxLine)),
  code: /* @__PURE__ */ z.optional(/* @__PURE__ */ upTo(80)),
});
export type Source = z.infer<typeof Source>;

const version = /* @__PURE__ */ z.number();
const pathKey = /* @__PURE__ */ upTo(200);
const written = /* @__PURE__ */ upTo(maxLines);

/** What stands beside the values, by path: nothing typed is ever dropped (`unread`, `notes`), and why a value is missing or stands. */
export const besideValues = {
  unread: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.record(pathKey, written)),
  absent: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.record(pathKey, AbsentReason)),
  notes: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.record(pathKey, written)),
  confirmed: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.record(pathKey, /* @__PURE__ */ z.record(/* @__PURE__ */ upTo(80), Confirmation)),
  ),
  sources: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.record(pathKey, Source)),
};

/** A record while it is written: anything may be missing. */
export const RecordDraft = /* @__PURE__ */ z.looseObject({
  schemaVersion: /* @__PURE__ */ z.optional(version),
  capturedOn: /* @__PURE__ */ z.optional(PartialDate),
  capturedBy: /* @__PURE__ */ z.optional(/* @__PURE__ */ upTo(maxLine)),
  facility: /* @__PURE__ */ z.optional(/* @__PURE__ */ upTo(maxLine)),
  get administrative() {
    return z.optional(administrative());
  },
  get history() {
    return z.optional(history());
  },
  get immunizations() {
    return z.optional(immunizations());
  },
  get examinations() {
    return z.optional(examinations());
  },
  get screenings() {
    return z.optional(screenings());
  },
  get periodicExaminations() {
    return z.optional(periodicExaminations());
  },
  ...besideValues,
});
export type RecordDraft = z.infer<typeof RecordDraft>;

/**
 * A record that may be sent: its form version, the day of capture (`YYYY-MM-DD`, "today" for ages and dates in the
 * future) and part A are there. Which fields of the parts are required is decided by the profile (`check`).
 */
export const HealthRecord = /* @__PURE__ */ z.looseObject({
  schemaVersion: version,
  capturedOn: PartialDate,
  capturedBy: /* @__PURE__ */ z.optional(/* @__PURE__ */ upTo(maxLine)),
  facility: /* @__PURE__ */ z.optional(/* @__PURE__ */ upTo(maxLine)),
  get administrative() {
    return administrative();
  },
  get history() {
    return z.optional(history());
  },
  get immunizations() {
    return z.optional(immunizations());
  },
  get examinations() {
    return z.optional(examinations());
  },
  get screenings() {
    return z.optional(screenings());
  },
  get periodicExaminations() {
    return z.optional(periodicExaminations());
  },
  ...besideValues,
});
export type HealthRecord = z.infer<typeof HealthRecord>;

/** What is wrong or doubtful at one place. `path` = dotted path of the field; errors block sending, never saving. */
export const Issue = /* @__PURE__ */ z.looseObject({
  path: /* @__PURE__ */ z.string(),
  code: /* @__PURE__ */ z.string(),
  params: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.record(
      /* @__PURE__ */ z.string(),
      /* @__PURE__ */ z.union([/* @__PURE__ */ z.string(), /* @__PURE__ */ z.number()]),
    ),
  ),
  level: /* @__PURE__ */ z.enum(['error', 'warning']),
});
export type Issue = z.infer<typeof Issue>;
