import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  citizenIdFacts,
  hasNumberForm,
  isTemporaryId,
  newTemporaryId,
  readCardQr,
  readInsuranceId,
  readPersonalId,
} from './index.ts';

type Row = [words: string, kind: string, number: string, note?: string];
const asReading = ([, kind, number, note]: Row) => ({ value: { kind, number }, ...(note && { note }) });

test('personal numbers are read with their kind, the rest is a note', () => {
  const table: Row[] = [
    ['040084990742', 'citizenId', '040084990742'],
    ['040 084 990 742', 'citizenId', '040084990742'],
    ['040.084.990-742', 'citizenId', '040084990742'],
    ['０４００８４９９０７４２', 'citizenId', '040084990742'],
    ['CCCD: 040084990742', 'citizenId', '040084990742'],
    ['CCCD040084990742', 'citizenId', '040084990742'],
    ['Căn cước công dân số 040084990742', 'citizenId', '040084990742'],
    ['040084990742 (mới đổi)', 'citizenId', '040084990742', '(mới đổi)'],
    ['040084990742; CMND cũ 080990142', 'citizenId', '040084990742', 'CMND cũ 080990142'],
    ['080990142 040084990742', 'oldId', '080990142', '040084990742'],
    ['080990142 cấp 2003', 'oldId', '080990142', 'cấp 2003'],
    ['040084990742 15/07/2021', 'citizenId', '040084990742', '15/07/2021'],
    ['080990142', 'oldId', '080990142'],
    ['CMND cũ 080990142', 'oldId', '080990142'],
    ['07908599010', 'citizenId', '07908599010'],
    ['0790859901', 'citizenId', '0790859901'],
    ['0400849907421', 'citizenId', '0400849907421'],
    ['M990B1234 (hộ chiếu)', 'passport', 'M990B1234', '(hộ chiếu)'],
    ['hộ chiếu M990B1234', 'passport', 'M990B1234'],
    ['HC: b 9900012', 'passport', 'B9900012'],
    ['B9900012 cũ', 'passport', 'B9900012', 'cũ'],
    ['12AB34567', 'passport', '12AB34567'],
    ['990000123 (hộ chiếu)', 'passport', '990000123', '(hộ chiếu)'],
    ['(040084990742)', 'citizenId', '040084990742'],
    ['TE1666626990207', 'insuranceCard', 'TE1666626990207'],
  ];
  for (const row of table) assert.deepEqual(readPersonalId(row[0]), asReading(row), row[0]);
});

test('insurance numbers are read with their kind, other counts are kept', () => {
  const table: Row[] = [
    ['TE1666626990207', 'insuranceCard', 'TE1666626990207'],
    ['te 1 66 6626990207', 'insuranceCard', 'TE1666626990207'],
    ['HS-4-01-0117990417', 'insuranceCard', 'HS4010117990417'],
    ['6812990514', 'socialInsurance', '6812990514'],
    ['BHXH 6812 9905 14', 'socialInsurance', '6812990514'],
    ['Thẻ BHYT: HS4010117990417 hết hạn 12/2025', 'insuranceCard', 'HS4010117990417', 'hết hạn 12/2025'],
    ['040084990742', 'citizenId', '040084990742'],
    ['DN47912345678', 'insuranceCard', 'DN47912345678'],
    ['681299051', 'socialInsurance', '681299051'],
    ['68129905142', 'socialInsurance', '68129905142'],
    ['1666626990207', 'insuranceCard', '1666626990207'],
  ];
  for (const row of table) assert.deepEqual(readInsuranceId(row[0]), asReading(row), row[0]);
});

test('words without a number, and numbers with a letter for a figure, stay unread as typed', () => {
  for (const words of [
    'mất thẻ',
    'đang làm lại CCCD',
    'Mất CMND 080990142',
    '0400849907O2',
    '08099O142',
    '12',
    '?',
  ])
    assert.deepEqual(readPersonalId(words), { unread: words });
  for (const words of ['mượn thẻ của chị', 'TE16666269902O7', 'bị mờ'])
    assert.deepEqual(readInsuranceId(words), { unread: words });
  assert.deepEqual(readPersonalId(' '), {});
});

test('every character of a number field is kept, as number, note, label or unread', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0159AZoê ./-(;'), maxLength: 40 }), (words) => {
      for (const read of [readPersonalId, readInsuranceId]) {
        const { value, note, unread } = read(words);
        if (unread !== undefined) assert.equal(unread, words);
        else if (value) assert.equal(words.endsWith(note ?? '') || words.trim().endsWith(note ?? ''), true);
        else assert.equal(words.trim(), '');
      }
    }),
  );
});

test('the digits of a citizen id tell province, sex and year of birth', () => {
  const table: [number: string, province: string, sex: string, year: number][] = [
    ['000190000001', '000', 'female', 1990],
    ['000087000002', '000', 'male', 1987],
    ['000314000003', '000', 'female', 2014],
    ['066226990207', '066', 'male', 2026],
    ['001401000000', '001', 'male', 2101],
    ['001999000000', '001', 'female', 2399],
  ];
  for (const [number, provinceCode, sex, birthYear] of table)
    assert.deepEqual(citizenIdFacts(number), { provinceCode, sex, birthYear }, number);
  for (const number of ['07908599010', '080990142', 'M990B1234', ''])
    assert.equal(citizenIdFacts(number), undefined);
});

test('the form of a number by its kind', () => {
  const good = {
    citizenId: '040084990742',
    oldId: '080990142',
    passport: 'M990B1234',
    insuranceCard: 'TE1666626990207',
    socialInsurance: '6812990514',
    temporary: 'X',
    household: '1',
    toString: '',
  };
  for (const [kind, number] of Object.entries(good)) assert.ok(hasNumberForm(kind, number), kind);
  const bad = {
    citizenId: '07908599010',
    oldId: '08099014',
    passport: 'M99',
    insuranceCard: 'DN47912345678',
    socialInsurance: '681299051',
  };
  for (const [kind, number] of Object.entries(bad)) assert.ok(!hasNumberForm(kind, number), kind);
});

test('a temporary number shows its day, tells slips and holds nothing else', () => {
  const now = Date.UTC(2026, 10, 17, 18); // 1 o'clock of the 18th in Vietnam
  const id = newTemporaryId(now, Uint8Array.of(0, 1, 2, 3, 4, 27, 28, 29, 30, 31));
  assert.match(id, /^TMP-261118-01234-WXYZ0-[0-9A-Z]$/);
  assert.ok(isTemporaryId(id) && isTemporaryId(id.toLowerCase().replaceAll('-', ' ')));
  assert.throws(() => newTemporaryId(now, new Uint8Array(9)), RangeError);
  for (const other of ['', 'TMP-', '040084990742', id.slice(0, -1)]) assert.ok(!isTemporaryId(other), other);
});

test('one wrong or two swapped characters of a temporary number are noticed', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRTVWXYZ';
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(bytes, fc.nat(9), fc.nat(30), fc.nat(8), (random, place, other, swap) => {
      const id = newTemporaryId(Date.UTC(2026, 10, 18), random);
      const tail = [...id.slice(11).replace(/-/g, '')];
      const build = (characters: string[]) => id.slice(0, 11) + characters.join('');
      const wrong = tail.with(place, alphabet[other]!);
      assert.equal(isTemporaryId(build(wrong)), wrong.join('') === tail.join(''));
      const swapped = tail.with(swap, tail[swap + 1]!).with(swap + 1, tail[swap]!);
      assert.equal(isTemporaryId(build(swapped)), swapped.join('') === tail.join(''));
    }),
  );
});

test('the QR of citizen cards of both models is read', () => {
  assert.deepEqual(
    readCardQr(
      '000190000001|000000001|Trần Thị Mẫu|05031990|Nữ|Số 1 Đường Thử, Phường Mẫu, Quận Ví Dụ, Thành phố Không Có|01072021',
    ),
    {
      kind: 'citizenCard',
      number: '000190000001',
      oldNumber: '000000001',
      fullName: 'Trần Thị Mẫu',
      birthDate: '1990-03-05',
      sex: 'female',
      residence: 'Số 1 Đường Thử, Phường Mẫu, Quận Ví Dụ, Thành phố Không Có',
      issuedOn: '2021-07-01',
    },
  );
  assert.deepEqual(
    readCardQr(
      '000314000003||Phạm Thị Ví Dụ'.normalize('NFD') + '|20102014|NỮ|Tổ 1, Phường Mẫu|02102024||||\r\n',
    ),
    {
      kind: 'citizenCard',
      number: '000314000003',
      fullName: 'Phạm Thị Ví Dụ',
      birthDate: '2014-10-20',
      sex: 'female',
      residence: 'Tổ 1, Phường Mẫu',
      issuedOn: '2024-10-02',
    },
  );
  assert.deepEqual(readCardQr('000087000002||Lê Văn Thử|1987|Nam||30022021'), {
    kind: 'citizenCard',
    number: '000087000002',
    fullName: 'Lê Văn Thử',
    birthDate: '1987',
    sex: 'male',
  });
  assert.deepEqual(readCardQr('000087000002||L\uFFFD V?n Thử|121987|nam|Xã M?u|'), {
    kind: 'citizenCard',
    number: '000087000002',
    birthDate: '1987-12',
    sex: 'male',
    damaged: true,
  });
});

test('the QR of insurance cards of both forms is read', () => {
  assert.deepEqual(
    readCardQr(
      '0000000001|5472e1baa76e205468e1bb8b204de1baab75|05/03/1990|2|-|01 - 000|01/01/2025|-|15/12/2024|00000000000001|-|4| 01/01/2030|0123456789abcdef-0000|4|5175e1baad6e2056c3ad2044e1bba5|$',
    ),
    {
      kind: 'insuranceCard',
      number: '0000000001',
      numberKind: 'socialInsurance',
      fullName: 'Trần Thị Mẫu',
      birthDate: '1990-03-05',
      sex: 'female',
      facilityCode: '01000',
      validFrom: '2025-01-01',
      issuedOn: '2024-12-15',
      fiveYearsOn: '2030-01-01',
    },
  );
  assert.deepEqual(
    readCardQr(
      '0000000002|4cc3aa2056c4836e205468e1bbad|9/6/2021|1|-|01 – 000|09/06/2021|08/06/2027|20/06/2021|00000000000002|5472e1baa76e205468e1bb8b204de1baab75|1| -|fedcba9876543210-0000|1|487579e1bb876e2056c3ad2044e1bba5|$',
    ),
    {
      kind: 'insuranceCard',
      number: '0000000002',
      numberKind: 'socialInsurance',
      fullName: 'Lê Văn Thử',
      birthDate: '2021-06-09',
      sex: 'male',
      facilityCode: '01000',
      validFrom: '2021-06-09',
      validTo: '2027-06-08',
      issuedOn: '2021-06-20',
      guardianName: 'Trần Thị Mẫu',
    },
  );
  assert.deepEqual(
    readCardQr(
      'DN4000000000003|5068e1baa16d2056c4836e204de1baab75|1987|1|5468c3b46e2056c3ad2044e1bba5|01 - 000|01/01/2019|31/12/2019|20/12/2018|$',
    ),
    {
      kind: 'insuranceCard',
      number: 'DN4000000000003',
      numberKind: 'insuranceCard',
      fullName: 'Phạm Văn Mẫu',
      birthDate: '1987',
      sex: 'male',
      address: 'Thôn Ví Dụ',
      facilityCode: '01000',
      validFrom: '2019-01-01',
      validTo: '2019-12-31',
      issuedOn: '2018-12-20',
    },
  );
});

test('names of insurance cards survive UTF-16, plain text and a Telex keyboard', () => {
  const nameOf = (part: string) => {
    const card = readCardQr(`0000000001|${part}|1990|1|-|01000|-|-|-`);
    return card?.fullName;
  };
  assert.equal(nameOf('4c00ea00'), 'Lê');
  assert.equal(nameOf('Lê Văn Thử'), 'Lê Văn Thử');
  assert.equal(nameOf('5472e1baa76e205468e1bb8b204de1baab75'.replaceAll('aa', 'â')), 'Trần Thị Mẫu');
  assert.equal(nameOf('4e677579e1bb856e205468e1bầ6e67'), 'Nguyễn Thắng');
  assert.equal(nameOf('54727579ê1bb816e'.replace('ê', 'e')), 'Truyền');
  assert.equal(nameOf('c4906e61d0b4đ'), 'c4906e61d0b4đ');
});

test('every other text is not recognised, none throws', () => {
  for (const text of [
    '',
    'https://example.com',
    'CCCD:000190000001|x|y|z|a|b|c',
    '000190000001|1|2',
    '0000000001',
    '{"id":1}',
  ])
    assert.equal(readCardQr(text), undefined, text);
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('000190000001', '0000000001', 'DN4000000000003', '-', 'ff', '05031990'),
  );
  fc.assert(fc.property(fc.array(part, { maxLength: 18 }), (parts) => void readCardQr(parts.join('|'))));
});
