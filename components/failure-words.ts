import { viSync } from '../src/i18n/sync.ts';
import type { SyncWords } from '../src/i18n/sync.ts';

/** The words of a language about store and queue; Vietnamese is there at once, and where a language does not come with the package. */
export async function loadSyncWords(locale: string): Promise<SyncWords> {
  return locale === 'en' ? (await import('../src/i18n/en/sync.ts')).enSync : viSync;
}

/** The code of whatever was thrown. Foreign errors (a DOMException has a number) have none. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[a-zA-Z]+(\.[a-zA-Z0-9]+)*$/.test(code) ? code : 'unknown';
}

// Statuses that say the same as a code.
const statuses: { readonly [code: string]: string } = {
  'http.401': 'token.invalid',
  'http.403': 'access.denied',
  'http.404': 'record.notFound',
  'http.413': 'body.tooLarge',
  'http.429': 'server.busy',
  'http.503': 'server.busy',
};
// What stands for the codes of a family that have no words of their own: all of them are the program's fault.
const families: { readonly [family: string]: string } = {
  network: 'network.failed',
  token: 'token.invalid',
  access: 'access.denied',
  consent: 'consent.invalid',
  vault: 'unknown',
  body: 'body.invalid',
  query: 'body.invalid',
  route: 'body.invalid',
  ifMatch: 'body.invalid',
  idempotencyKey: 'body.invalid',
  server: 'server.failed',
};

/** What happened and what to do. A code that nobody knows gets the general words, never none. */
export function failureWords(words: SyncWords, code: string): readonly [what: string, todo: string] {
  const { codes } = words;
  const family = code.split('.')[0]!;
  const status = /^http\.[45]/.exec(code)?.[0];
  for (const key of [code, own(statuses, code), own(families, family), status]) {
    if (key && Object.hasOwn(codes, key)) return codes[key as keyof typeof codes];
  }
  return codes.unknown;
}

const own = (map: { readonly [key: string]: string }, key: string): string | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;
