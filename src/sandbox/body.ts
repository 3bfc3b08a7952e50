import type * as z from 'zod/mini';
import { HealthRecord, isLeaf, nodeAt, schemaVersion, wholeForm } from '../schema/index.ts';
import type { Issue } from '../schema/index.ts';
import { Refusal } from './problem.ts';

const forbidden = ['__proto__', 'constructor', 'prototype'];
const deepest = 40;
// A lone half of a surrogate pair, or NUL: no database and no JSON reader is bound to take them.
const unstorable = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The text of a request body of at most `limit` bytes. */
export async function readText(request: Request, limit: number): Promise<string> {
  const reader = request.body?.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  // What is too large is still read to its end (up to a bound), so that the answer reaches whoever is sending.
  for (let piece; reader && !(piece = await reader.read()).done;) {
    size += piece.value.length;
    if (size > 32 * limit) break;
    try {
      if (size <= limit) text += decoder.decode(piece.value, { stream: true });
    } catch {
      throw new Refusal('body.notText');
    }
  }
  if (size > limit) throw new Refusal('body.tooLarge');
  try {
    return text + decoder.decode();
  } catch {
    throw new Refusal('body.notText');
  }
}

function inspect(value: unknown, depth: number): void {
  if (depth > deepest) throw new Refusal('body.tooDeep');
  if (typeof value === 'string' && unstorable.test(value)) throw new Refusal('body.forbiddenText');
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Refusal('body.notJson');
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const item of value) inspect(item, depth + 1);
  else
    for (const key of Object.keys(value)) {
      if (forbidden.includes(key)) throw new Refusal('body.forbiddenKey');
      if (unstorable.test(key)) throw new Refusal('body.forbiddenText');
      inspect((value as Record<string, unknown>)[key], depth + 1);
    }
}

/** JSON that is safe to work with: no prototype keys, no text a database cannot hold, not nested without end. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('body.notJson');
  }
  inspect(value, 0);
  return value;
}

/**
 * The value as the schema sees it, or a refusal with an issue for each place that is wrong. `places` gives the place
 * in the record for a key of the envelope.
 */
export function conform<T extends z.ZodMiniType>(
  schema: T,
  value: unknown,
  places: Readonly<Record<string, string>> = {},
): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const at = ([first, ...rest]: readonly PropertyKey[]): string =>
    [places[String(first)] ?? first ?? '', ...rest].map(String).join('.').slice(0, 200);
  const issues = result.error.issues.flatMap((issue): Issue[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: at([...issue.path, key]), code: 'field.unknown', level: 'error' }))
      : [
          {
            path: at(issue.path),
            code: issue.code === 'too_big' ? 'text.tooLong' : 'value.invalid',
            level: 'error',
          },
        ],
  );
  throw new Refusal('body.invalid', { issues: issues.slice(0, 100) });
}

/** Keys the form does not have. They are a mistake in a record of our own version, and kept in one of a newer version. */
export function unknownFields(record: HealthRecord): Issue[] {
  if (record.schemaVersion > schemaVersion) return [];
  const found: string[] = [];
  const walk = (value: unknown, path: string) => {
    const node = nodeAt(path, wholeForm);
    if (!node) found.push(path);
    else if (!isLeaf(node) && typeof value === 'object' && value !== null)
      for (const [key, child] of Object.entries(value)) {
        // A number says which kind it is; that is no blank of the paper.
        if (key === 'kind' && 'number' in node) continue;
        walk(child, `${path}.${key}`);
      }
  };
  for (const [key, value] of Object.entries(record)) {
    if (nodeAt(key, wholeForm)) walk(value, key);
    else if (!(key in HealthRecord.shape)) found.push(key);
  }
  return found
    .slice(0, 100)
    .map((path) => ({ path: path.slice(0, 200), code: 'field.unknown', level: 'error' }));
}

/** A short fingerprint that tells requests under one key apart; it guards against mistakes, not against attacks. */
export function fingerprint(text: string): string {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x85ebca6b];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 15);
    c = Math.imul(c + code, 0xcc9e2d51) ^ (c >>> 13);
    d = Math.imul(d ^ (code + i), 0x1b873593) ^ (d >>> 16);
  }
  return [a, b, c, d, text.length].map((n) => (n >>> 0).toString(36)).join('-');
}
