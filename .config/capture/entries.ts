/** What stands on one paper form, blank by blank, and where it belongs in a record. */
import { groups, sections, tables } from './paper.ts';
import type { Blank, Entry, Group, PaperCase, RowRef, Text } from './paper.ts';

type Bag = { readonly [key: string]: unknown };
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const bagOf = (value: unknown): Bag => (isBag(value) ? value : {});
const listOf = (value: unknown): readonly Bag[] => (Array.isArray(value) ? value.filter(isBag) : []);

export const nameLabel = 'Loại vắc xin';
const screenLabel = (label: string): string => label.split(' › ').at(-1)!;
const keyOf = (part: string, keys: readonly string[], label: string): string =>
  [part, ...keys, label].join(' ¦ ');

/** Blanks of all groups by part, headings in the paper's JSON and label. */
const blanks = new Map<string, Blank>(groups.flatMap(blanksOf));

function blanksOf(group: Group): [string, Blank][] {
  const { part, keys, at, path } = group;
  const section = sections[part[0]!]!;
  return Object.entries(group.blanks).flatMap(([label, name]) => {
    const base = { part, label, section, headings: at, screenLabel: screenLabel(label) };
    if (group.rows)
      return Object.entries(group.rows).map(([row, key]): [string, Blank] => [
        keyOf(part, [...keys, row], label),
        { ...base, row, screenRow: row, path: `${path}.${key}.${name}` },
      ]);
    const row = group.isHeadingRow ? keys[0] : undefined;
    return [[keyOf(part, keys, label), { ...base, row, screenRow: undefined, path: `${path}.${name}` }]];
  });
}

/** A cell of a vaccine table; `id` of a printed row, else the row is written by hand. */
function cell(part: string, label: string, row: string, id: string | undefined): Blank | undefined {
  const table = tables[part]!;
  const column = label === nameLabel ? 'vaccine' : table.columns[label];
  if (!column) return undefined;
  return {
    part,
    label,
    row,
    section: sections['C']!,
    headings: [table.at],
    screenRow: id === undefined ? undefined : row,
    screenLabel: label,
    path: `${table.list}.${id ?? '{row}'}.${column}`,
  };
}

/** Whether anything is written: an empty text, an empty box and blanks are nothing. */
export const isWritten = (text: unknown): text is Text =>
  Array.isArray(text)
    ? text.some(isWritten)
    : typeof text === 'string'
      ? /[^\s\p{Cc}\p{Cf}]/u.test(text)
      : text === true;

const hasWriting = (value: unknown, without?: string): boolean =>
  isBag(value)
    ? Object.entries(value).some(([key, each]) => key !== without && hasWriting(each))
    : isWritten(value);

interface VaccineRow {
  readonly name: string;
  /** 1 for the first row of that name. */
  readonly turn: number;
  readonly printed: string | undefined;
  readonly ref: RowRef | undefined;
  readonly cells: Bag;
}

/** The rows of a vaccine table as they stand on the paper: the first of a printed name is the printed row. */
function vaccineRows(form: PaperCase, part: string): VaccineRow[] {
  const turns = new Map<string, number>();
  let free = 0;
  return listOf(bagOf(form.paper['C'])[part]).map((cells) => {
    const { list, rows } = tables[part]!;
    const name = String(cells[nameLabel] ?? '').trim();
    const turn = (turns.get(name) ?? 0) + 1;
    turns.set(name, turn);
    const printed = turn === 1 && Object.hasOwn(rows, name) ? rows[name] : undefined;
    const ref = printed === undefined && hasWriting(cells) ? { part, list, nth: free++, name } : undefined;
    return { name, turn, printed, ref, cells };
  });
}

/** Everything that is written on a form, in the order a person goes through it, and labels the form does not know. */
export function entriesOf(form: PaperCase): { entries: Entry[]; unknown: string[] } {
  const entries: Entry[] = [];
  const unknown: string[] = [];
  const put = (blank: Blank | undefined, name: string, text: unknown, rowRef?: RowRef): void => {
    if (!isWritten(text)) return;
    if (blank) entries.push({ ...blank, text, rowRef });
    else unknown.push(name);
  };
  const walk = (bag: Bag, part: string, keys: readonly string[], rowRef?: RowRef): void => {
    for (const [label, value] of Object.entries(bag))
      if (isBag(value)) walk(value, part, [...keys, label], rowRef);
      else put(blanks.get(keyOf(part, keys, label)), [part, ...keys, label].join(' › '), value, rowRef);
  };
  walk(bagOf(form.paper['A']), 'A', []);
  for (const [part, bag] of Object.entries(bagOf(form.paper['B']))) walk(bagOf(bag), part, []);
  for (const [part, value] of Object.entries(bagOf(form.paper['C']))) {
    if (!Object.hasOwn(tables, part)) {
      put(blanks.get(keyOf('C1', [], part)), part, value);
      continue;
    }
    for (const { name, printed, ref, cells } of vaccineRows(form, part))
      for (const [label, text] of Object.entries(cells))
        if (label !== nameLabel || printed === undefined)
          put(cell(part, label, name, printed), `${part} › ${name} › ${label}`, text, ref);
  }
  let nth = 0;
  for (const visit of listOf(form.paper['D']))
    if (hasWriting(visit)) walk(visit, 'D', [], { part: 'D', list: 'examinations', nth: nth++ });
  return { entries, unknown };
}

/** The ids of rows that are not printed, in the order they were added; also of rows of which nothing could be read. */
export function rowIds(draft: unknown, list: string): string[] {
  const [part, name] = list.split('.');
  const rows = name ? bagOf(bagOf(draft)[part!])[name] : bagOf(draft)[part!];
  const printed = Object.values(tables).find((table) => table.list === list)?.rows ?? {};
  const beside = ['unread', 'absent', 'notes'].flatMap((map) => Object.keys(bagOf(bagOf(draft)[map])));
  const ids = beside
    .filter((path) => path.startsWith(`${list}.`))
    .map((path) => path.slice(list.length + 1).split('.')[0]!);
  return [...new Set([...Object.keys(bagOf(rows)), ...ids])]
    .filter((id) => !Object.values(printed).includes(id))
    .sort();
}

export const pathOf = ({ path, rowRef }: Pick<Entry, 'path' | 'rowRef'>, draft: unknown): string =>
  rowRef ? path.replace('{row}', rowIds(draft, rowRef.list)[rowRef.nth] ?? '{row}') : path;

/** A place that a check or a blanking names. `diagnosis` = the code as written in the line. */
export interface Target {
  readonly blank: Blank;
  readonly rowRef: RowRef | undefined;
  readonly diagnosis: string | undefined;
  /** What the paper says there. */
  readonly text: Text | undefined;
}

/** Finds what a check names; `undefined` where the form has no such label. */
export function targetOf(
  form: PaperCase,
  named: { part: string; label: string; row?: string },
): Target | undefined {
  const place = placeNamed(form, named);
  if (!place) return undefined;
  const { blank, rowRef } = place;
  const entry = entriesOf(form).entries.find(
    (each) => each.path === blank.path && each.part === blank.part && each.rowRef?.nth === rowRef?.nth,
  );
  return { ...place, text: entry?.text };
}

function placeNamed(
  form: PaperCase,
  { part, label, row }: { part: string; label: string; row?: string },
): Omit<Target, 'text'> | undefined {
  const visit = /^D\[(\d+)\]$/.exec(part);
  if (visit) {
    const at = Number(visit[1]);
    const visits = listOf(form.paper['D']);
    const nth = visits.slice(0, at).filter((each) => hasWriting(each)).length;
    const found = [...blanks.values()].filter((blank) => blank.part === 'D' && blank.label === label);
    const blank = found.find((each) => each.row === row) ?? (found.length === 1 ? found[0] : undefined);
    if (!blank) return undefined;
    const diagnosis = blank.row === undefined ? row : undefined;
    return { blank, rowRef: { part: 'D', list: 'examinations', nth }, diagnosis };
  }
  if (Object.hasOwn(tables, part) && row !== undefined) {
    const line = rowOf(form, part, row);
    const blank = line && cell(part, label, row, line.printed);
    return blank && { blank, rowRef: line.ref, diagnosis: undefined };
  }
  const blank = [...blanks.values()].find(
    (each) => each.part === part && each.label === label && (row === undefined || each.row === row),
  );
  return blank && { blank, rowRef: undefined, diagnosis: undefined };
}

function rowOf(
  form: PaperCase,
  part: string,
  row: string,
): { printed: string | undefined; ref: RowRef | undefined } | undefined {
  const rows = vaccineRows(form, part);
  const [, name, turn] = /^(.*) #(\d+)$/.exec(row) ?? [];
  const line =
    rows.find((each) => each.name === row) ??
    rows.find((each) => each.name === name && each.turn === Number(turn));
  const printed = tables[part]!.rows;
  return line ?? (Object.hasOwn(printed, row) ? { printed: printed[row], ref: undefined } : undefined);
}

/** The paths under which everything of a part stands (of one row or line, where one is named). */
export function prefixesOf(
  form: PaperCase,
  { part, row }: { part: string; row?: string },
  draft: unknown,
): string[] {
  if (part === 'record') return [''];
  const visit = /^D\[(\d+)\]$/.exec(part);
  if (visit) {
    const nth = listOf(form.paper['D'])
      .slice(0, Number(visit[1]))
      .filter((each) => hasWriting(each)).length;
    return [`examinations.${rowIds(draft, 'examinations')[nth] ?? '{row}'}`];
  }
  if (Object.hasOwn(tables, part)) {
    const { list } = tables[part]!;
    if (row === undefined) return part === 'C1' ? [list, 'immunizations.motherTetanusDoses'] : [list];
    const line = rowOf(form, part, row);
    return line ? [`${list}.${line.printed ?? rowIds(draft, list)[line.ref?.nth ?? -1] ?? '{row}'}`] : [];
  }
  const ofPart = [...blanks.values()].filter(
    (each) => each.part === part && (row === undefined || each.row === row),
  );
  // Groups carry issues of their own, but B5 and B8 stand directly in the part.
  const whole = groups.filter((each) => each.part === part && row === undefined && each.path !== 'history');
  return [...new Set([...ofPart, ...whole].map(({ path }) => path))];
}
