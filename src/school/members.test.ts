import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTemporaryId } from '../identity/index.ts';
import { canSend, check } from '../validation/index.ts';
import { listNumber, memberIds, recordOf } from './index.ts';
import type { ListedPupil } from './index.ts';

const list = { kind: 'class', name: '3A', place: 'Trường Tiểu học Ví Dụ', year: '2026-2027' };
const mau: ListedPupil = { fullName: 'Nguyễn Thị Mẫu', birthDate: '2018-03-05' };
const viDu: ListedPupil = {
  fullName: 'Trần Văn Ví Dụ',
  birthDate: '2018-04',
  studentCode: 'HS0990',
  identifiers: [{ kind: 'citizenId', number: '001218990001' }],
};
const ids = (members: readonly ListedPupil[], other: Partial<typeof list> = {}, facility = '01001') =>
  memberIds({ ...list, ...other, members }, facility);

// Worked out apart from this package with SHA-256 of Python's hashlib.
const known = [
  ['aeb11f68b33a454f10b18c48553fcc96c95471b6', 'TMP-LWMN05-HK2EV-6GMDW-6'],
  ['c87e34dc991f5181e4d7ee846abce58f75f5adaf', 'TMP-L2NABF-GR34V-ADRR5-Z'],
  ['1893465fea39429ba48ad5cc484432fbb3d282bc', 'TMP-LVG4P1-AN5M6-8VZV0-6'],
] as const;

test('ids of a list stay for ever what they are, identical people counted in their order', () => {
  assert.deepEqual(
    ids([mau, viDu, mau]),
    [known[0], known[2], known[1]].map(([id]) => id),
  );
});

test('what else stands on a list does not change an id', () => {
  const [first, second] = ids([mau, viDu]);
  assert.deepEqual(
    ids([{ fullName: 'Lê Mẫu' }, viDu, { fullName: 'Võ Mẫu' }, mau]).filter((_, at) => at % 2),
    [second, first],
  );
});

test('blanks, capitals and the way accents are encoded do not change an id', () => {
  const [expected] = ids([mau]);
  for (const fullName of [' NGUYỄN  THỊ MẪU ', mau.fullName.normalize('NFD'), 'Nguyễn\u00a0Thị Mẫu'])
    assert.equal(ids([{ ...mau, fullName }])[0], expected, fullName);
  assert.equal(ids([mau], { name: ' 3a', place: 'TRƯỜNG TIỂU HỌC VÍ DỤ'.normalize('NFD') })[0], expected);
  const [numbered] = ids([viDu]);
  const written = {
    studentCode: 'hs 0990',
    identifiers: [{ kind: 'citizenId' as const, number: '001 218 990 001' }],
  };
  assert.equal(ids([{ ...viDu, ...written }])[0], numbered);
});

test('each thing that tells people apart changes an id', () => {
  const [same] = ids([viDu]);
  const others: readonly [what: string, found: readonly string[]][] = [
    ['facility', ids([viDu], {}, '01002')],
    ['place', ids([viDu], { place: 'Trường Mẫu' })],
    ['class', ids([viDu], { name: '3B' })],
    ['class of the line', ids([{ ...viDu, className: '3B' }])],
    ['year', ids([viDu], { year: '2027-2028' })],
    ['name', ids([{ ...viDu, fullName: 'Trần Văn Ví Dú' }])],
    ['birth date', ids([{ ...viDu, birthDate: '2018-05' }])],
    ['student code', ids([{ ...viDu, studentCode: 'HS0991' }])],
    ['citizen number', ids([{ ...viDu, identifiers: [{ kind: 'citizenId', number: '001218990002' }] }])],
  ];
  for (const [what, [found]] of others) assert.notEqual(found, same, what);
  // The line's own class goes before the name of the list: a list of the whole school gives the same ids.
  assert.deepEqual(ids([{ ...viDu, className: '3A' }], { name: 'Toàn trường' }), [same]);
});

test('the number of an id has a check character that identity accepts', () => {
  for (const [id, number] of known) {
    assert.equal(listNumber(id), number);
    assert.ok(isTemporaryId(number) && isTemporaryId(number.toLowerCase().replaceAll('-', ' ')));
    assert.ok(!isTemporaryId(`${number.slice(0, -1)}7`) && !isTemporaryId(number.replace('L', '')));
  }
});

test('a record says what the list says and nothing else', () => {
  const member = {
    ...viDu,
    id: known[2][0],
    sex: 'male' as const,
    phone: '0900000123',
    guardianName: 'Trần Mẫu',
    ethnicity: 'Tày',
    hamlet: 'Thôn Mẫu',
    address: 'Số 9',
  };
  const record = recordOf(member, list, { capturedOn: '2026-11-18' });
  assert.deepEqual(record, {
    schemaVersion: 1,
    capturedOn: '2026-11-18',
    administrative: {
      fullName: 'Trần Văn Ví Dụ',
      sex: 'male',
      birthDate: '2018-04',
      ethnicity: { text: 'Tày' },
      identifiers: {
        personal: { kind: 'citizenId', number: '001218990001' },
        student: { kind: 'other', number: 'HS0990' },
        temporary: { kind: 'temporary', number: known[2][1] },
      },
      currentAddress: { line: 'Số 9, Thôn Mẫu' },
      caregiverName: 'Trần Mẫu',
      guardianPhoneMobile: '0900000123',
    },
    screenings: {
      '2026-2027': {
        general: { school: { name: 'Trường Tiểu học Ví Dụ', className: '3A', year: '2026-2027' } },
      },
    },
  });
  assert.ok(canSend(check(record, { now: '2026-11-18' })));
  const bare = recordOf(
    { id: 'x', fullName: 'Lê Mẫu', phone: '0900000123' },
    { name: 'Xưởng', kind: 'workplace', year: '2026-2027' },
    {
      capturedOn: '2026-11-18',
    },
  );
  assert.deepEqual(bare.administrative, {
    fullName: 'Lê Mẫu',
    identifiers: { temporary: { kind: 'temporary', number: listNumber('x') } },
    phoneMobile: '0900000123',
  });
  assert.equal(bare.screenings, undefined);
  const pupil = { id: 'x', fullName: 'Lê Mẫu' };
  assert.equal(recordOf(pupil, { name: '3A' }, { capturedOn: '2026-11-18' }).screenings, undefined);
});

test('numbers of a list stand in the rows of the form, one of a kind that is there already beside it, none twice', () => {
  const identifiers = [
    { kind: 'citizenId', number: '001218990001' },
    { kind: 'citizenId', number: '001218990001' },
    { kind: 'citizenId', number: '001218990002' },
    { kind: 'oldId', number: '990000001' },
    { kind: 'insuranceCard', number: 'HS4990123456789' },
    { kind: 'household', number: '0990' },
  ] as const;
  const record = recordOf({ id: 'x', fullName: 'Lê Mẫu', identifiers }, list, { capturedOn: '2026-11-18' });
  const { temporary, ...rows } = record.administrative?.identifiers ?? {};
  assert.ok(temporary);
  assert.deepEqual(rows, {
    personal: identifiers[0],
    personal2: identifiers[2],
    personal3: identifiers[3],
    insurance: identifiers[4],
    household: identifiers[5],
  });
});
