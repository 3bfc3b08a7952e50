import * as z from 'zod/mini';
import { isLeaf, isRows } from './leaves.ts';
import type { Group, Leaf, Rows } from './leaves.ts';

/** Longest text of a one-line and of a many-line field, in UTF-16 units. */
export const maxLine = 500;
export const maxLines = 20_000;

/** A day, month or year as precise as it was written: `1942`, `1942-03`, `1942-03-19`. */
export const PartialDate = /* @__PURE__ */ z
  .string()
  .check(/* @__PURE__ */ z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));
export type PartialDate = z.infer<typeof PartialDate>;

/** An instant with its offset, RFC 3339. */
export const Instant = /* @__PURE__ */ z
  .string()
  .check(/* @__PURE__ */ z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/));
export type Instant = z.infer<typeof Instant>;

/** A coded value: the words shown, and the code where the list has one. */
export const Coded = /* @__PURE__ */ z.looseObject({
  code: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(40))),
  text: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(maxLine)),
});
export type Coded = z.infer<typeof Coded>;

/** Blood pressure in mmHg; the diastolic value is missing where only one number was written. */
export const BloodPressure = /* @__PURE__ */ z.looseObject({
  systolic: /* @__PURE__ */ z.number(),
  diastolic: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.number()),
});
export type BloodPressure = z.infer<typeof BloodPressure>;

/** "4. Chẩn đoán/ Kết luận": the line as written and the ICD-10 codes found in it, keyed by the code without its point. */
export const Diagnoses = /* @__PURE__ */ z.looseObject({
  text: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(maxLines)),
  codes: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.record(/* @__PURE__ */ z.string(), Coded)),
});
export type Diagnoses = z.infer<typeof Diagnoses>;

/**
 * Kinds of number a person or household is known by. `temporary` is issued here until another one is known,
 * `pid` is the opaque id of the central record; `other` keeps a number whose kind is not known.
 */
export const IdentifierKind = /* @__PURE__ */ z.enum([
  'citizenId',
  'oldId',
  'passport',
  'insuranceCard',
  'socialInsurance',
  'temporary',
  'household',
  'pid',
  'other',
]);
export type IdentifierKind = z.infer<typeof IdentifierKind>;

/** A number with its kind. */
export const Identifier = /* @__PURE__ */ z.looseObject({
  kind: IdentifierKind,
  number: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(40)),
});
export type Identifier = z.infer<typeof Identifier>;

/** Why a field that was asked for has no value. Not asked = no entry. */
export const AbsentReason = /* @__PURE__ */ z.enum([
  'unknown',
  'notMeasured',
  'notAvailableYet',
  'notApplicable',
  'refused',
]);
export type AbsentReason = z.infer<typeof AbsentReason>;

type TextSchema = z.ZodMiniString<string>;
type LeafSchema<L extends Leaf> = L extends { kind: 'number' }
  ? z.ZodMiniNumber<number>
  : L extends { kind: 'box' }
    ? z.ZodMiniBoolean<boolean>
    : L extends { kind: 'boxes'; options: infer O extends readonly string[] }
      ? z.ZodMiniArray<z.ZodMiniEnum<{ [K in O[number]]: K }>>
      : L extends { kind: 'choice'; options: infer O extends readonly string[] }
        ? z.ZodMiniEnum<{ [K in O[number]]: K }>
        : L extends { kind: 'coded' }
          ? typeof Coded
          : L extends { kind: 'bloodPressure' }
            ? typeof BloodPressure
            : L extends { kind: 'diagnoses' }
              ? typeof Diagnoses
              : TextSchema;

type NodeSchema<T> = T extends Leaf
  ? LeafSchema<T>
  : T extends { rows: infer R extends Group }
    ? z.ZodMiniRecord<z.ZodMiniString<string>, RowSchema<R>>
    : T extends Group
      ? GroupSchema<T>
      : never;

type Shape<T extends Group> = { [K in keyof T]: z.ZodMiniOptional<NodeSchema<T[K]>> };
/** An object schema with an optional key for every name of the group; unknown keys pass through unchanged. */
export type GroupSchema<T extends Group> = z.ZodMiniObject<Shape<T>, z.core.$loose>;
// A row that holds a number (identifiers) also says which kind of number it is.
type RowSchema<R extends Group> = R extends { number: { kind: 'identifier' } }
  ? z.ZodMiniObject<Shape<R> & { kind: z.ZodMiniOptional<typeof IdentifierKind> }, z.core.$loose>
  : GroupSchema<R>;

const rowKey = /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(/^[A-Za-z0-9_-]{1,64}$/));

function leafSchema(leaf: Leaf): z.ZodMiniType {
  switch (leaf.kind) {
    case 'number':
      return z.number();
    case 'box':
      return z.boolean();
    case 'boxes':
      return z.array(z.enum(leaf.options as [string, ...string[]]));
    case 'choice':
      return z.enum(leaf.options as [string, ...string[]]);
    case 'coded':
      return Coded;
    case 'bloodPressure':
      return BloodPressure;
    case 'diagnoses':
      return Diagnoses;
    case 'date':
      return PartialDate;
    case 'text':
      return z.string().check(z.maxLength(leaf.lines ? maxLines : maxLine));
    default:
      return z.string().check(z.maxLength(maxLine));
  }
}

// Most leaves of the form are the same few: making their schemas once keeps the start of a page short.
const known = /* @__PURE__ */ new Map<string, z.ZodMiniType>();

function optionalLeaf(leaf: Leaf): z.ZodMiniType {
  const key = JSON.stringify(leaf);
  let schema = known.get(key);
  if (!schema) known.set(key, (schema = z.optional(leafSchema(leaf))));
  return schema;
}

function nodeSchema(node: Rows | Group): z.ZodMiniType {
  if (!isRows(node)) return groupSchema(node);
  const row = groupSchema(node.rows);
  const isIdentifier = 'number' in node.rows;
  return z.record(rowKey, isIdentifier ? z.extend(row, { kind: z.optional(IdentifierKind) }) : row);
}

/** The schema of a group of the form: every key optional (what is required is a matter of the profile), unknown keys kept. */
export function groupSchema<T extends Group>(group: T): GroupSchema<T> {
  const shape: Record<string, z.ZodMiniType> = {};
  for (const [name, node] of Object.entries(group)) {
    shape[name] = isLeaf(node) ? optionalLeaf(node) : z.optional(nodeSchema(node));
  }
  return z.looseObject(shape) as unknown as GroupSchema<T>;
}
