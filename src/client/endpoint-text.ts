import type { EndpointName } from './endpoints.ts';

/** Problem codes any call can answer. */
export const commonErrors = [
  'body.notJson',
  'body.notText',
  'body.forbiddenKey',
  'body.tooDeep',
  'body.tooLarge',
  'body.wrongType',
  'query.invalid',
  'token.required',
  'token.invalid',
  'access.denied',
  'route.unknown',
  'server.busy',
  'server.failed',
] as const;

const record = ['record.notFound', 'access.needed'] as const;
const judged = ['record.refused', 'body.invalid'] as const;
const keyed = ['idempotencyKey.required', 'idempotencyKey.reused'] as const;

/**
 * What each call does, in a sentence, and the stable codes of the problems it can answer itself (those of every call are
 * `commonErrors`): the part of the contract that a program does not need to make the call.
 */
export const endpointText: {
  readonly [name in EndpointName]: { readonly summary: string; readonly errors: readonly string[] };
} = {
  'record.load': { summary: 'Read the newest version of a record', errors: record },
  'record.create': {
    summary: 'Create the record of a person who has none',
    errors: [...judged, ...keyed, 'person.exists', 'consent.needed'],
  },
  'record.patch': {
    summary: 'Change a record (JSON Merge Patch, RFC 7396)',
    errors: [
      ...record,
      ...judged,
      ...keyed,
      'ifMatch.required',
      'record.changed',
      'person.exists',
      'consent.needed',
    ],
  },
  'record.versions': { summary: 'History of a record, newest first', errors: record },
  'record.version': { summary: 'Read one version of a record', errors: [...record, 'version.notFound'] },
  'examination.append': {
    summary: 'Append a visit (part D)',
    errors: [...record, ...judged, ...keyed, 'row.exists', 'consent.needed'],
  },
  'immunization.append': {
    summary: 'Append a dose (part C)',
    errors: [...record, ...judged, ...keyed, 'row.exists', 'consent.needed'],
  },
  'screening.append': {
    summary: 'Append a school screening',
    errors: [...record, ...judged, ...keyed, 'row.exists', 'consent.needed'],
  },
  'consent.append': {
    summary: 'Append a consent event; nothing is ever changed or removed',
    errors: [
      'record.notFound',
      'body.invalid',
      ...keyed,
      'consent.reused',
      'consent.altered',
      'consent.chain',
      'consent.kind',
      'consent.deciders',
      'consent.recipient',
      'consent.term',
      'consent.reason',
      'consent.requestClosed',
      'consent.extension',
      'consent.collector',
      'consent.serverField',
      'consent.future',
    ],
  },
  'consent.list': { summary: 'Consent events in the order they were recorded', errors: record },
  'emergency.open': {
    summary: 'Open a record in an emergency for a short while; reviewed afterwards',
    errors: ['record.notFound', 'body.invalid', ...keyed],
  },
  'emergency.close': {
    summary: 'Close an emergency access of one’s own before its time is over',
    errors: ['emergency.notFound', ...keyed],
  },
  'emergency.review': {
    summary: 'Say whether an emergency access was justified; once, by someone else than who opened it',
    errors: ['emergency.notFound', 'emergency.open', 'emergency.reviewed', 'body.invalid', ...keyed],
  },
  'emergency.list': {
    summary: 'Emergency accesses that nobody has reviewed yet, oldest first; `state=reviewed` for the others',
    errors: [],
  },
  'person.lookup': {
    summary: 'Find people by a number, or by name, birth date and commune',
    errors: ['body.invalid'],
  },
  'batch.send': {
    summary: 'Many writes at once, one a line; each is answered by its own line as soon as it is done',
    errors: ['body.invalid'],
  },
  'roster.load': { summary: 'People expected in a group', errors: ['group.notFound'] },
  'coverage.load': {
    summary: 'Groups of expected people: how many have a record, how many are missing',
    errors: ['group.notFound'],
  },
  'accessLog.load': { summary: 'Who looked at a record, newest first', errors: record },
  'store.checkpoint': {
    summary:
      'Tell the revision of an offline store and learn the highest one seen of it from this user before',
    errors: ['store.invalid', 'body.invalid'],
  },
  'metadata.load': { summary: 'Versions and abilities of this server', errors: [] },
};
