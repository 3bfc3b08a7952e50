/** Units a number is stored in; the unit stands in the field's name too. */
export type Unit =
  | 'g'
  | 'kg'
  | 'cm'
  | '°C'
  | 'perMinute'
  | 'glasses'
  | 'doses'
  | 'times'
  | 'children'
  | 'month'
  | 'kg/m²'
  | 'mm'
  | 'm'
  | 'degree'
  | 'teeth';

/** Code lists an open coded field is looked up in (room `codes`). */
export type ListName =
  | 'relationships'
  | 'provinces'
  | 'communes'
  | 'ethnicGroups'
  | 'nationalities'
  | 'religions'
  | 'occupations'
  | 'vaccines';

/**
 * One blank or box of the paper form. `lines` = text of several lines; `reasons` = words such as "chưa có" are a
 * reason and no text; `future` = a date that is planned.
 */
export type Leaf =
  | { readonly kind: 'text'; readonly lines?: true; readonly reasons?: true }
  | { readonly kind: 'number'; readonly unit: Unit; readonly integer?: true }
  | { readonly kind: 'date'; readonly future?: true }
  | { readonly kind: 'box' }
  | { readonly kind: 'boxes'; readonly options: readonly string[] }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'coded'; readonly list: ListName }
  | {
      readonly kind: 'phone' | 'email' | 'district' | 'vision' | 'identifier' | 'bloodPressure' | 'diagnoses';
    };

/** A list: an object keyed by row id; `printed` rows have their code as id. */
export interface Rows<T extends Group = Group> {
  readonly rows: T;
  readonly printed?: readonly string[];
}

/** A named group of leaves, groups and lists. */
export interface Group {
  readonly [name: string]: Leaf | Rows | Group;
}

export const text = { kind: 'text' } as const;
export const named = { kind: 'text', reasons: true } as const;
export const lines = { kind: 'text', lines: true } as const;
export const date = { kind: 'date' } as const;
export const planned = { kind: 'date', future: true } as const;
export const box = { kind: 'box' } as const;
export const phone = { kind: 'phone' } as const;
export const vision = { kind: 'vision' } as const;
export const times = { kind: 'number', unit: 'times', integer: true } as const;
export const decimal = <U extends Unit>(unit: U) => ({ kind: 'number', unit }) as const;
export const whole = <U extends Unit>(unit: U) => ({ kind: 'number', unit, integer: true }) as const;
export const coded = <L extends ListName>(list: L) => ({ kind: 'coded', list }) as const;
export const boxes = <const O extends readonly string[]>(...options: O) =>
  ({ kind: 'boxes', options }) as const;
export const choice = <const O extends readonly string[]>(...options: O) =>
  ({ kind: 'choice', options }) as const;

export const isLeaf = (node: Leaf | Rows | Group): node is Leaf => typeof (node as Leaf).kind === 'string';
export const isRows = (node: Leaf | Rows | Group): node is Rows => 'rows' in node;
