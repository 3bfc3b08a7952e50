import { assert } from '@open-wc/testing';
import { statusRows } from './export.ts';
import { viRoster } from '../../src/i18n/roster.ts';
import { pupils } from './testing.ts';

describe('files that go out', () => {
  it('what failed is who is not done or not sent', () => {
    const states = new Map([
      ['m1', { stations: { measure: 'all' as const } }],
      ['m2', { stations: { measure: 'all' as const }, queue: 'attention' as const }],
    ]);
    const question = {
      members: pupils(3),
      states,
      statusOf: (id: string) => (id === 'm3' ? ('refused' as const) : ('done' as const)),
      stations: ['measure' as const],
      words: viRoster,
    };
    const failed = statusRows(question, 'failed');
    assert.deepEqual(
      failed.map((row) => row[0]),
      ['STT', 2, 3],
    );
    assert.equal(failed[1]![8], 'phải xem lại');
    assert.include(String(failed[2]![7]), 'không đồng ý');
    assert.lengthOf(statusRows(question, 'all'), 4);
  });
});
