import { HealthRecord, RecordDraft, leafAt, wholeForm } from '../schema/index.ts';
import type { Issue } from '../schema/index.ts';
import type { IssueCode } from './issue-codes.ts';

// Maps by path: the place of an issue is the field that the key names.
const beside = new Set(['unread', 'absent', 'notes', 'confirmed', 'sources']);

type Path = readonly PropertyKey[];
const placeOf = (path: Path): string =>
  beside.has(String(path[0])) && path.length > 1 ? String(path[1]) : path.map(String).join('.');

/** The field of a place: what stands inside a value (`…commune.text`) belongs to its field. */
function leafOf(place: string) {
  for (let path = place; path; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const leaf = leafAt(path, wholeForm);
    if (leaf) return { path, leaf };
  }
  return { path: place, leaf: undefined };
}

/**
 * What has another shape than a draft (or, with `complete`, a record) must have: `text.tooLong` with `max`,
 * `date.invalid`, `value.invalid` for the rest; all errors. Values never stand in an issue. Takes any JSON.
 */
export function checkShape(value: unknown, complete = false): Issue[] {
  const result = (complete ? HealthRecord : RecordDraft).safeParse(value);
  return (result.error?.issues ?? []).map((found): Issue => {
    const { path, leaf } = leafOf(placeOf(found.path));
    if (found.code === 'too_big')
      return {
        path,
        code: 'text.tooLong' satisfies IssueCode,
        level: 'error',
        params: { max: Number(found.maximum) },
      };
    const isMissing =
      found.code === 'invalid_type' && complete && found.path.length === 1 && !hasKey(value, found.path);
    const code: IssueCode = isMissing
      ? 'required.missing'
      : leaf?.kind === 'date' || path === 'capturedOn'
        ? 'date.invalid'
        : 'value.invalid';
    return { path, code, level: 'error' };
  });
}

const hasKey = (value: unknown, [key]: Path): boolean =>
  typeof value === 'object' && value !== null && key !== undefined && Object.hasOwn(value, key);
