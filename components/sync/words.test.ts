import { assert } from '@open-wc/testing';
import { absentWords, vi } from '../../src/i18n/index.ts';
import { viSync } from '../../src/i18n/sync.ts';
import type { ProblemCode } from '../../src/sandbox/problem.ts';
import type { OutboxErrorCode } from '../../src/outbox/errors.ts';
import { linesToChoose, placeLabel, valueLines } from './shown-value.ts';
import { codeOf, failureWords, loadSyncWords } from '../failure-words.ts';
import { exactTime, relativeTime, sizeWords } from './words.ts';
import { loadFormWords } from './form-words.ts';

const forms = await loadFormWords('vi');
const lines = (path: string, value: unknown): readonly string[] => valueLines(viSync, forms, path, value);

// Every key has to be named: a new code without words does not compile.
const ofOutbox: { readonly [code in OutboxErrorCode]: true } = {
  'vault.insecureOrigin': true,
  'vault.unavailable': true,
  'vault.locked': true,
  'vault.exists': true,
  'vault.empty': true,
  'vault.wrongPassphrase': true,
  'vault.shortPassphrase': true,
  'vault.damaged': true,
  'vault.rowDamaged': true,
  'vault.lost': true,
  'vault.full': true,
  'vault.newer': true,
  'draft.elsewhere': true,
  'copy.missing': true,
  'copy.tooOld': true,
  'entry.gone': true,
  'entry.sending': true,
  'file.unreadable': true,
  'file.wrongPassphrase': true,
};
const ofServer: readonly ProblemCode[] = [
  'body.notJson',
  'body.notText',
  'body.forbiddenKey',
  'body.forbiddenText',
  'body.tooDeep',
  'body.tooLarge',
  'body.wrongType',
  'body.invalid',
  'query.invalid',
  'token.required',
  'token.invalid',
  'access.denied',
  'access.needed',
  'access.restricted',
  'consent.needed',
  'consent.reused',
  'consent.altered',
  'consent.chain',
  'consent.kind',
  'consent.deciders',
  'consent.recipient',
  'consent.term',
  'consent.collector',
  'consent.serverField',
  'consent.future',
  'emergency.notFound',
  'emergency.open',
  'emergency.reviewed',
  'record.notFound',
  'version.notFound',
  'route.unknown',
  'group.notFound',
  'person.exists',
  'row.exists',
  'record.changed',
  'record.refused',
  'idempotencyKey.required',
  'idempotencyKey.reused',
  'ifMatch.required',
  'server.busy',
  'server.failed',
];
const ofClient = [
  'network.failed',
  'network.timeout',
  'network.interrupted',
  'token.unavailable',
  'response.invalid',
];
const byStatus = [
  'http.400',
  'http.401',
  'http.403',
  'http.404',
  'http.413',
  'http.429',
  'http.500',
  'http.503',
];

it('says what to do for every code of the store, the server and the client, in both languages', async () => {
  for (const words of [viSync, await loadSyncWords('en')]) {
    for (const code of Object.keys(ofOutbox)) assert.property(words.codes, code, `${words.locale} ${code}`);
    for (const code of [...ofServer, ...ofClient, ...byStatus]) {
      const [what, todo] = failureWords(words, code);
      assert.notEqual(what, words.codes.unknown[0], `${words.locale} ${code}`);
      assert.isNotEmpty(todo);
    }
  }
});

it('has general words for a code that nobody knows and finds nothing by names from outside', () => {
  for (const code of ['host.own', '__proto__', 'constructor.x', 'vault.__proto__', ''])
    assert.equal(failureWords(viSync, code), viSync.codes.unknown, code);
  assert.equal(codeOf(new DOMException('x', 'QuotaExceededError')), 'unknown');
  assert.equal(codeOf({ code: '<b>Nguyễn Văn Mẫu</b>' }), 'unknown');
  assert.equal(codeOf({ code: 'http.503' }), 'http.503');
});

it('gives reasons in the words that the fields show and read', () => {
  for (const [reason, text] of Object.entries(viSync.absent))
    assert.equal(text, absentWords(reason as keyof typeof viSync.absent));
});

it('tells times in words and exactly', () => {
  const now = new Date(2026, 10, 18, 14, 5).getTime();
  const at = (...time: [number, number, number]): number => new Date(2026, 10, ...time).getTime();
  assert.equal(relativeTime(viSync, now - 59_000, now), 'vừa xong');
  assert.equal(relativeTime(viSync, now - 5 * 60_000, now), '5 phút trước');
  assert.equal(relativeTime(viSync, at(18, 9, 30), now), '4 giờ trước');
  assert.equal(relativeTime(viSync, at(17, 23, 59), now), 'hôm qua');
  assert.equal(relativeTime(viSync, now + 60_000, now), 'vừa xong');
  assert.equal(exactTime(viSync, at(18, 9, 5), now), '09:05 hôm nay');
  assert.equal(exactTime(viSync, at(2, 9, 5), now), '09:05 02/11/2026');
});

it('tells sizes with the decimal comma of the language', async () => {
  assert.equal(sizeWords(viSync, 1_250_000_000), '1,3 GB');
  assert.equal(sizeWords(viSync, 340_400_000), '340 MB');
  assert.equal(sizeWords(viSync, 0), '0 MB');
  assert.equal(sizeWords(await loadSyncWords('en'), 12_340_000), '12.3 MB');
});

it('shows every kind of value as its field does', () => {
  const rows: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['administrative.birthDate', '2017-03', ['03/2017']],
    ['administrative.sex', 'female', ['Nữ']],
    ['administrative.currentAddress.commune', { code: '04108', text: 'Xã Chiềng Sung' }, ['Xã Chiềng Sung']],
    ['administrative.phoneMobile', '0900000118', ['0900 000 118']],
    ['history.birth.weightG', 2900, ['2.900']],
    ['history.birth.lengthCm', 48.5, ['48,5']],
    ['history.risk.smoking', ['yes', 'quit'], ['Có, Đã bỏ']],
    ['history.diseases.asthma', true, ['☑ có đánh dấu']],
    ['history.diseases.asthma', false, ['☐ không đánh dấu']],
    ['examinations.v.vitals.bloodPressureMmHg', { systolic: 120, diastolic: 80 }, ['120/80']],
    [
      'examinations.v.diagnoses',
      { text: 'Tăng huyết áp', codes: { I10: { code: 'I10', text: 'Tăng huyết áp vô căn' } } },
      ['Tăng huyết áp', 'I10 Tăng huyết áp vô căn'],
    ],
    ['examinations.v.vitals.weightKg', { value: 7.1, note: 'cả áo' }, ['7,1 (cả áo)']],
    ['examinations.v.vitals.weightKg', { absent: 'notMeasured', note: 'khóc' }, ['không đo (khóc)']],
    ['examinations.v.vitals.weightKg', { unread: 'chừng 7' }, ['chừng 7', '(chữ này chưa đọc được)']],
    ['examinations.v.vitals.weightKg', { note: 'cân hỏng' }, ['(cân hỏng)']],
    ['history.otherIssues', undefined, []],
    ['history.birth.weightG', 'gần ba cân', ['gần ba cân']],
    ['hostsOwn.field', { a: { b: 1.5 } }, ['a: b: 1,5']],
  ];
  for (const [path, value, shown] of rows) assert.deepEqual(lines(path, value), shown, path);
});

it('shows a row field by field in the order of the paper, what it does not know last', () => {
  assert.deepEqual(
    lines('immunizations.basic.bcg', {
      reaction: { value: 'sốt', note: '1 ngày' },
      hostsOwn: 'x',
      givenOn: '2026-04-15',
    }),
    ['Đã chủng ngừa, ghi rõ ngày: 15/04/2026', 'Phản ứng sau tiêm: sốt (1 ngày)', 'hostsOwn: x'],
  );
  assert.deepEqual(lines('examinations.v', { vitals: { weightKg: 7.1 } }), [
    '2.1. Dấu hiệu sinh tồn, chỉ số nhân trắc học:',
    'Cân nặng (kg): 7,1',
  ]);
});

it('tells two values apart that read the same', () => {
  const path = 'administrative.currentAddress.commune';
  const commune = (code: string) => ({ code, text: 'Xã Chiềng Sung' });
  const [mine, theirs] = linesToChoose(viSync, forms, path, [commune('04108'), commune('04111')]);
  assert.deepEqual(mine, ['Xã Chiềng Sung', 'Mã: 04108']);
  assert.deepEqual(theirs, ['Xã Chiềng Sung', 'Mã: 04111']);
});

it('names places as the form does, with the unit', () => {
  assert.equal(placeLabel(viSync, forms, 'examinations.v.vitals.bloodPressureMmHg'), 'HA (mmHg)');
  assert.equal(
    placeLabel(viSync, forms, 'history.reproductive.births'),
    vi.labels.history.reproductive.births,
  );
  assert.equal(placeLabel(viSync, forms, 'capturedOn'), 'Ngày lập hồ sơ');
  assert.equal(placeLabel(viSync, forms, 'constructor'), 'constructor');
});
