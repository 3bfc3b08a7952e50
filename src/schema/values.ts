import * as z from 'zod/mini';
import { isLeaf, isRows } from './leaves.ts';
import {
  absentReasons,
  identifierKinds,
  instantForm,
  maxLine,
  maxLines,
  partialDateForm,
  rowIdForm,
} from './limits.ts';
import type { Group, Leaf, Rows } from './leaves.ts';

/** A text of at most so many UTF-16 units. */
export const upTo = (max: number): z.ZodMiniString<string> => z.string().check(z.maxLength(max));

/** A day, month or year as precise as it was written: `1942`, `1942-03`, `1942-03-19`. */
export const PartialDate = /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(partialDateForm));
export type PartialDate = z.infer<typeof PartialDate>;

/** An instant with its offset, RFC 3339. */
export const Instant = /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(instantForm));
export type Instant = z.infer<typeof Instant>;

/** A coded value: the words shown, and the code where the list has one. */
export const Coded = /* @__PURE__ */ z.looseObject({
  code: /* @__PURE__ */ z.optional(/* @__PURE__ */ upTo(40)),
  text: /* @__PURE__ */ upTo(maxLine),
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
  text: /* @__PURE__ */ upTo(maxLines),
  codes: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.record(/* @__PURE__ */ z.string(), Coded)),
});
export type Diagnoses = z.infer<typeof Diagnoses>;

/**
 * Kinds of number a person or household is known by. `temporary` is issued here until another one is known,
 * `pid` is the opaque id of the central record; `other` keeps a number whose kind is not known.
 */
export const IdentifierKind = /* @__PURE__ */ z.enum(identifierKinds);
export type IdentifierKind = z.infer<typeof IdentifierKind>;

/** A number with its kind. */
export const Identifier = /* @__PURE__ */ z.looseObject({
  kind: IdentifierKind,
  number: /* @__PURE__ */ upTo(40),
});
export type Identifier = z.infer<typeof Identifier>;

/** Why a field that was asked for has no value. Not asked = no entry. */
export const AbsentReason = /* @__PURE__ */ z.enum(absentReasons);
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

/** Id of a row: a printed row's code or a time-sortable id; no dot, so that it can stand in a path. */
export const RowId = /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(rowIdForm));
export type RowId = z.infer<typeof RowId>;

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
      return upTo(leaf.lines ? maxLines : maxLine);
    default:
      return upTo(maxLine);
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
  return z.record(
    RowId,
    isIdentifier ? z.looseObject({ ...row.shape, kind: z.optional(IdentifierKind) }) : row,
  );
}

/** The schema of a group of the form: every key optional (what is required is a matter of the profile), unknown keys kept. */
export function groupSchema<T extends Group>(group: T): GroupSchema<T> {
  const shape: Record<string, z.ZodMiniType> = {};
  for (const [name, node] of Object.entries(group)) {
    shape[name] = isLeaf(node) ? optionalLeaf(node) : z.optional(nodeSchema(node));
  }
  return z.looseObject(shape) as unknown as GroupSchema<T>;
}
