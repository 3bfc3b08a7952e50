import {
  absentReasons,
  identifierKinds,
  instantForm,
  isLeaf,
  isRows,
  leafAt,
  maxLine,
  maxLines,
  partialDateForm,
  rowIdForm,
  wholeForm,
} from '../schema/index.ts';
import type { Group, Issue, Leaf, Rows } from '../schema/index.ts';
import { isBag, own } from './context.ts';
import type { IssueCode } from './issue-codes.ts';

// What the zod schemas say of a record, walked without them: they are three times the size of all rules, and a form on an
// old computer is slower by as much. A property test holds both against each other. See docs/decisions/shape-without-zod.md.

/** Says what is wrong at a place: `true` = another shape, a number = longer than that. */
type Report = (path: string, wrong: true | number) => void;
type Shape = (value: unknown, path: string, report: Report) => void;
type Shapes = { readonly [key: string]: Shape };

const must =
  (holds: (value: unknown) => boolean): Shape =>
  (value, path, report) => {
    if (!holds(value)) report(path, true);
  };
const oneOf = (options: readonly string[]): Shape => must((value) => options.includes(value as string));
const written = (form: RegExp): Shape => must((value) => typeof value === 'string' && form.test(value));
const upTo =
  (max: number): Shape =>
  (value, path, report) => {
    if (typeof value !== 'string') report(path, true);
    else if (value.length > max) report(path, max);
  };
const number = /* @__PURE__ */ must(Number.isFinite);
const line = /* @__PURE__ */ upTo(maxLine);

/** An object with these keys, each of which may be missing but those of `needed`; what it does not know is left alone. */
const object =
  (shapes: Shapes, needed: readonly string[] = []): Shape =>
  (value, path, report) => {
    if (!isBag(value)) return report(path, true);
    for (const key of needed) if (own(value, key) === undefined) report(path, true);
    for (const key of Object.keys(shapes)) {
      const at = own(value, key);
      if (at !== undefined) shapes[key]!(at, path, report);
    }
  };

/** An object of any keys that fit; `at` = the place that a value belongs to. */
const keyed =
  (fits: (key: string) => boolean, shape: Shape, at: (path: string, key: string) => string): Shape =>
  (value, path, report) => {
    if (!isBag(value)) return report(path, true);
    for (const [key, each] of Object.entries(value)) {
      const place = at(path, key);
      if (!fits(key)) report(place, true);
      if (each !== undefined) shape(each, place, report);
    }
  };

const coded = /* @__PURE__ */ object({ code: upTo(40), text: line }, ['text']);
const byKind: { readonly [kind in Leaf['kind']]?: Shape } = {
  number,
  box: /* @__PURE__ */ must((value) => typeof value === 'boolean'),
  date: /* @__PURE__ */ written(partialDateForm),
  coded,
  bloodPressure: /* @__PURE__ */ object({ systolic: number, diastolic: number }, ['systolic']),
  diagnoses: /* @__PURE__ */ object(
    {
      text: upTo(maxLines),
      codes: keyed(
        () => true,
        coded,
        (path) => path,
      ),
    },
    ['text'],
  ),
};

/** Judges a leaf, group or list of the form. */
function node(of: Leaf | Rows | Group, value: unknown, path: string, report: Report): void {
  if (isLeaf(of)) {
    const shape =
      of.kind === 'choice'
        ? oneOf(of.options)
        : of.kind === 'boxes'
          ? must((boxes) => Array.isArray(boxes) && boxes.every((box) => of.options.includes(box as string)))
          : of.kind === 'text' && of.lines
            ? upTo(maxLines)
            : (byKind[of.kind] ?? line);
    return shape(value, path, report);
  }
  if (!isBag(value)) return report(path, true);
  for (const [key, each] of Object.entries(value)) {
    const at = `${path}.${key}`;
    if (isRows(of)) {
      if (!rowIdForm.test(key)) report(at, true);
      if (each !== undefined) node(of.rows, each, at, report);
      // A row that holds a number also says which kind of number it is.
      const kind = 'number' in of.rows ? own(each, 'kind') : undefined;
      if (kind !== undefined) oneOf(identifierKinds)(kind, `${at}.kind`, report);
    } else {
      const next = own(of, key);
      if (next && each !== undefined) node(next as Leaf | Rows | Group, each, at, report);
    }
  }
}

const map = (max: number, shape: Shape): Shape =>
  keyed(
    (key) => key.length <= max,
    shape,
    (_, key) => key,
  );
const confirmation = /* @__PURE__ */ object({ reason: line, by: line, at: written(instantForm) }, ['reason']);

/** What stands in a record beside the parts of the form. Maps by path: the place of an issue is the field that the key names. */
const beside: Shapes = {
  schemaVersion: number,
  capturedOn: /* @__PURE__ */ written(partialDateForm),
  capturedBy: line,
  facility: line,
  unread: /* @__PURE__ */ map(200, upTo(maxLines)),
  absent: /* @__PURE__ */ map(200, oneOf(absentReasons)),
  notes: /* @__PURE__ */ map(200, upTo(maxLines)),
  confirmed: /* @__PURE__ */ map(
    200,
    keyed(
      (code) => code.length <= 80,
      confirmation,
      (path) => path,
    ),
  ),
  sources: /* @__PURE__ */ map(200, object({ from: upTo(40), text: line, code: upTo(80) }, ['from'])),
};

/**
 * What has another shape than a draft (or, with `complete`, a record) must have: `text.tooLong` with `max`,
 * `date.invalid`, `value.invalid` for the rest, `required.missing`; all errors. Values never stand in an issue. Takes any
 * JSON.
 */
export function checkShape(value: unknown, complete = false): Issue[] {
  const issues: Issue[] = [];
  const add = (path: string, code: IssueCode, params?: Issue['params']): void =>
    void issues.push({ path, code, level: 'error', ...(params && { params }) });
  const report: Report = (path, wrong) => {
    if (wrong !== true) add(path, 'text.tooLong', { max: wrong });
    else
      add(
        path,
        path === 'capturedOn' || leafAt(path, wholeForm)?.kind === 'date' ? 'date.invalid' : 'value.invalid',
      );
  };
  if (!isBag(value)) {
    report('', true);
    return issues;
  }
  if (complete)
    for (const key of ['schemaVersion', 'capturedOn', 'administrative'])
      if (own(value, key) === undefined) add(key, 'required.missing');
  for (const [key, each] of Object.entries(value)) {
    if (each === undefined) continue;
    const part = own(wholeForm, key);
    if (part) node(part as Rows | Group, each, key, report);
    else if (Object.hasOwn(beside, key)) beside[key]!(each, key, report);
  }
  return issues;
}
