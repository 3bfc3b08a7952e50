import { codeList, rowsOf, type CodeItem, type CodeList } from './code-list.ts';
import { ethnicGroupRows, relationshipRows, religionRows } from './data/people.ts';

/** `;` between further names of a row. */
export const namesIn = (field: string): string[] => (field ? field.split(';') : []);

/** The 54 ethnic groups, 55 foreigner and 99 unknown; shown by the name people say, found by the Ministry's too. */
export const ethnicGroups: CodeList = /* @__PURE__ */ codeList('ethnicGroups', () =>
  rowsOf(ethnicGroupRows).map(([code = '', text = '', names = '']) => ({
    code,
    text,
    names: namesIn(names),
  })),
);

/**
 * A word that several code sets number differently: its own code is the word itself, the numbers stand in `codes`
 * by set, so that the set is a setting of whoever sends it on.
 */
export interface CodedWord extends CodeItem {
  readonly codes: Readonly<Record<string, string>>;
}

const words = (id: string, rows: string, sets: readonly string[]): CodeList<CodedWord> =>
  codeList(id, () =>
    rowsOf(rows).map(([text = '', ...fields]) => ({
      code: text,
      text,
      names: namesIn(fields[sets.length] ?? ''),
      codes: Object.fromEntries(sets.flatMap((set, at) => (fields[at] ? [[set, fields[at]]] : []))),
    })),
  );

/** Religions by name; code sets `a`, `b` (two vendors) and `ministry` disagree, none is official. */
export const religions: CodeList<CodedWord> = /* @__PURE__ */ words('religions', religionRows, [
  'a',
  'ministry',
  'b',
]);

/** Relations to a person, by name; code sets `ksk-2062` and `his-seed`, and `v3` (HL7 RoleCode, a proposal). */
export const relationships: CodeList<CodedWord> = /* @__PURE__ */ words('relationships', relationshipRows, [
  'ksk-2062',
  'his-seed',
  'v3',
]);
