import * as z from 'zod/mini';
import { administrativeForm, examinationForm, historyForm, immunizationsForm } from './form.ts';
import { periodicForm, schoolBookForm } from './screening.ts';
import { maxLine, maxLines } from './limits.ts';
import { AbsentReason, Instant, PartialDate, RowId, groupSchema, upTo } from './values.ts';

/** Part A of the form. */
export const Administrative = /* @__PURE__ */ groupSchema(administrativeForm);
export type Administrative = z.infer<typeof Administrative>;

/** Part B of the form. */
export const History = /* @__PURE__ */ groupSchema(historyForm);
export type History = z.infer<typeof History>;

/** Part C of the form. */
export const Immunizations = /* @__PURE__ */ groupSchema(immunizationsForm);
export type Immunizations = z.infer<typeof Immunizations>;

/** Part D of the form, one visit. */
export const Examination = /* @__PURE__ */ groupSchema(examinationForm);
export type Examination = z.infer<typeof Examination>;

/** The school health book of one school year. */
export const SchoolBook = /* @__PURE__ */ groupSchema(schoolBookForm);
export type SchoolBook = z.infer<typeof SchoolBook>;

/** A periodic examination of who is 6 to under 18. */
export const PeriodicExamination = /* @__PURE__ */ groupSchema(periodicForm);
export type PeriodicExamination = z.infer<typeof PeriodicExamination>;

/** One dose of part C, as it is appended by `POST …/immunizations`. */
export type Dose = NonNullable<Immunizations['tetanus']>[string];

const word = /* @__PURE__ */ z.optional(/* @__PURE__ */ upTo(maxLine));

/** A warning that a person looked at and let stand. */
export const Confirmation = /* @__PURE__ */ z.looseObject({
  reason: /* @__PURE__ */ upTo(maxLine),
  by: word,
  at: /* @__PURE__ */ z.optional(Instant),
});
export type Confirmation = z.infer<typeof Confirmation>;

/**
 * Where a value came from when it was not simply typed: `typed` = read with an assumption named by `code`
 * (a two-digit year, a converted unit), else the prefilling source (`citizenCardQr`, `insuranceCardQr`, `host`, …).
 */
export const Source = /* @__PURE__ */ z.looseObject({
  from: /* @__PURE__ */ upTo(40),
  text: word,
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

const parts = {
  history: /* @__PURE__ */ z.optional(History),
  immunizations: /* @__PURE__ */ z.optional(Immunizations),
  examinations: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.record(RowId, Examination)),
  screenings: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.record(RowId, SchoolBook)),
  periodicExaminations: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.record(RowId, PeriodicExamination)),
};

/** A record while it is written: anything may be missing. */
export const RecordDraft = /* @__PURE__ */ z.looseObject({
  schemaVersion: /* @__PURE__ */ z.optional(version),
  capturedOn: /* @__PURE__ */ z.optional(PartialDate),
  capturedBy: word,
  facility: word,
  administrative: /* @__PURE__ */ z.optional(Administrative),
  ...parts,
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
  capturedBy: word,
  facility: word,
  administrative: Administrative,
  ...parts,
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
