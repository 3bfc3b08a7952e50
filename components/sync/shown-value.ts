import {
  compose,
  formatBloodPressure,
  formatDate,
  formatGrams,
  formatNumber,
  formatPhone,
  labelOf,
  optionOf,
} from '../../src/i18n/index.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { isLeaf, isRows, nodeAt, pathPattern } from '../../src/schema/index.ts';
import type { Coded, Diagnoses, Group, Leaf, Rows } from '../../src/schema/index.ts';
import type { FormWords } from './form-words.ts';

type Bag = { readonly [key: string]: unknown };
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with what stands beside it. */
interface Cell {
  readonly value?: unknown;
  readonly absent?: keyof SyncWords['absent'];
  readonly unread?: string;
  readonly note?: string;
}
const cellKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(['value', 'absent', 'unread', 'note']);
const isCell = (value: unknown): value is Cell =>
  isBag(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => cellKeys.has(key));

/** The lines of a value as its field shows them; none where it is empty. A row is shown field by field. */
export function valueLines(
  words: SyncWords,
  forms: FormWords,
  path: string,
  value: unknown,
): readonly string[] {
  const { value: inside, absent, unread, note }: Cell = isCell(value) ? value : { value };
  const lines = plainLines(words, forms, path, inside);
  const reason = absent && (words.absent[absent] ?? absent);
  const [first = '', ...rest] = unread === undefined && !reason ? lines : [unread ?? reason ?? ''];
  return [compose(first, note), ...rest, unread === undefined ? '' : words.ui.notRead].filter(Boolean);
}

function plainLines(words: SyncWords, forms: FormWords, path: string, value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  const node = nodeAt(path);
  if (node && isLeaf(node)) return leafLines(words, forms, path, node, value);
  return isBag(value) ? groupLines(words, forms, path, node, value) : [primitive(words, value)];
}

/** The fields of a row or group, in the order of the paper; what the form does not know comes last. */
function groupLines(
  words: SyncWords,
  forms: FormWords,
  path: string,
  node: Rows | Group | undefined,
  value: Bag,
): readonly string[] {
  const order = node && !isRows(node) ? Object.keys(node) : [];
  const keys = [
    ...order.filter((key) => Object.hasOwn(value, key)),
    ...Object.keys(value).filter((key) => !order.includes(key)),
  ];
  return keys.flatMap((key) => {
    const inside = valueLines(words, forms, `${path}.${key}`, value[key]);
    if (!inside.length) return [];
    const label = placeLabel(words, forms, `${path}.${key}`);
    return isLeaf(nodeAt(`${path}.${key}`) ?? { kind: 'text' })
      ? [`${label}: ${inside.join('; ')}`]
      : [`${label}:`, ...inside];
  });
}

/** The label of a place, with its unit as fields show it. */
export function placeLabel(words: SyncWords, forms: FormWords, path: string): string {
  const last = path.slice(path.lastIndexOf('.') + 1);
  const label = labelOf(forms.words, pathPattern(path)) ?? besideLabel(words, last);
  return (label ?? last) + unitOf(forms, path);
}

const besideLabel = (words: SyncWords, key: string): string | undefined =>
  Object.hasOwn(words.beside, key) ? words.beside[key as keyof SyncWords['beside']] : undefined;

/** Unit of a number or of blood pressure in brackets, with a blank before it; nothing where the label says it. */
export function unitOf(forms: FormWords, path: string): string {
  const node = nodeAt(path);
  if (!node || !isLeaf(node)) return '';
  const { units } = forms.words;
  if (node.kind === 'bloodPressure') return ` (${units.mmHg})`;
  if (node.kind !== 'number' || ['times', 'children', 'month'].includes(node.unit)) return '';
  return ` (${units[node.unit]})`;
}

function leafLines(
  words: SyncWords,
  forms: FormWords,
  path: string,
  leaf: Leaf,
  value: unknown,
): readonly string[] {
  const field = path.slice(path.lastIndexOf('.') + 1);
  switch (leaf.kind) {
    case 'number':
      if (typeof value !== 'number') break;
      return [leaf.unit === 'g' ? formatGrams(value) : formatNumber(value)];
    case 'date':
      if (typeof value !== 'string') break;
      return [formatDate(value)];
    case 'phone':
      if (typeof value !== 'string') break;
      return [formatPhone(value)];
    case 'choice':
    case 'boxes':
      return [
        (Array.isArray(value) ? value : [value])
          .map((code) => optionOf(forms.words, field, String(code)))
          .join(', '),
      ];
    case 'bloodPressure':
      if (!isBag(value) || typeof value['systolic'] !== 'number') break;
      return [formatBloodPressure(value as { systolic: number })];
    case 'coded':
      if (!isBag(value)) break;
      return [(value as Coded).text];
    case 'diagnoses': {
      if (!isBag(value)) break;
      const { text = '', codes = {} } = value as Partial<Diagnoses>;
      return [
        text,
        ...Object.values(codes).map((coded) => `${coded.code ?? ''} ${coded.text}`.trim()),
      ].filter(Boolean);
    }
  }
  return isBag(value) ? details(words, value) : [primitive(words, value)];
}

function primitive(words: SyncWords, value: unknown): string {
  if (typeof value === 'boolean') return value ? words.ui.ticked : words.ui.unticked;
  return typeof value === 'number'
    ? formatNumber(value)
    : Array.isArray(value)
      ? value.join(', ')
      : String(value);
}

/** Everything that stands in a value, key by key. */
function details(words: SyncWords, value: unknown, under = ''): readonly string[] {
  if (!isBag(value))
    return value === undefined ? [] : [`${under ? `${under}: ` : ''}${primitive(words, value)}`];
  return Object.entries(value).flatMap(([key, inside]) => {
    const label = besideLabel(words, key) ?? key;
    return details(words, inside, under ? `${under} ${label}` : label);
  });
}

/** Two values to choose from. Where both read the same, what differs (a code behind the words) is added. */
export function linesToChoose(
  words: SyncWords,
  forms: FormWords,
  path: string,
  values: readonly [unknown, unknown],
): readonly [readonly string[], readonly string[]] {
  const [mine, theirs] = values.map((value) => valueLines(words, forms, path, value)) as [string[], string[]];
  if (mine.join('\n') !== theirs.join('\n')) return [mine, theirs];
  const [a, b] = values.map((value) => details(words, value)) as [string[], string[]];
  return [
    [...mine, ...a.filter((line) => !b.includes(line))],
    [...theirs, ...b.filter((line) => !a.includes(line))],
  ];
}
