import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deed } from '../../src/sandbox/test-consents.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';
import type { Check, PaperCase } from './paper.ts';

const form: PaperCase = {
  id: 'test',
  title: 'invented',
  capturedOn: '2026-11-18',
  submittable: true,
  checks: [],
  paper: {},
};
const check: Check = {
  issue: 4,
  part: 'record',
  label: null,
  level: 'value',
  value: { by: 'Quàng Thị Mẫu', relation: 'Bà ngoại', method: 'fingerprint' },
};
const decider = {
  role: 'representative',
  name: 'Quàng Thị Mẫu',
  relation: 'grandparent',
  relationWords: 'Bà ngoại',
} as const;
const given = (more: Partial<ConsentEvent> = {}): ConsentEvent =>
  deed({
    kind: 'consent',
    decision: 'granted',
    decidedBy: [decider],
    signatures: [{ form: 'fingerprint', signedHash: 'a'.repeat(64), by: 'representative' }],
    ...more,
  });
const judged = (consents?: readonly ConsentEvent[]): Verdict =>
  judge(check, { form, draft: {}, issues: [], seen: new Map(), ...(consents && { consents }) }, [4]);

test('a consent is judged by name, relation and way of confirming, once one was recorded', () => {
  assert.equal(judged().due, false);
  assert.equal(judged([]).ok, false);
  assert.equal(judged([given()]).ok, true);
  assert.equal(judged([given({ decision: 'denied' }), given()]).ok, true);
  for (const [more, why] of [
    [{ decision: 'denied' }, 'a refusal is no consent'],
    [{ kind: 'notice', decision: 'informed' }, 'to be told is no consent'],
    [{ decidedBy: [{ ...decider, name: 'Người khác Ví Dụ' }] }, 'somebody else'],
    [{ decidedBy: [{ ...decider, role: 'witness' }] }, 'a witness does not consent'],
    [{ decidedBy: [{ ...decider, relationWords: 'Bà nội' }] }, 'another grandmother'],
    [{ decidedBy: [{ role: 'representative', name: decider.name, relation: 'grandparent' }] }, 'no words'],
    [{ signatures: [{ form: 'typed', signedHash: 'a'.repeat(64), by: 'representative' }] }, 'typed'],
    [{ signatures: [{ form: 'fingerprint', signedHash: 'a'.repeat(64), by: 'child' }] }, 'of the child'],
    [{ signatures: [] }, 'not confirmed'],
  ] satisfies [Partial<ConsentEvent>, string][])
    assert.equal(judged([given(more)]).ok, false, why);
});
