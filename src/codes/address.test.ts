import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  citizenIdProvince,
  codeList,
  communeProvince,
  expandPlace,
  findCommune,
  findOldProvince,
  findProvince,
  loadCommunes,
  loadOldUnits,
  provinces,
  readAddress,
} from './index.ts';

// First commune code of each run of codes in one province, from the list of July 2025.
const RUNS =
  '00004:01 00691:08 01273:04 01840:19 02212:08 02647:15 03127:11 03388:12 03646:14 04252:15 04792:25 04930:01 ' +
  '04960:25 05443:19 05977:20 06652:22 07210:24 07894:25 08974:01 09025:25 09169:24 09552:01 10507:31 11953:33 ' +
  '13285:37 14758:38 16681:40 18073:42 18859:44 19753:46 20194:48 21025:51 21553:52 22015:66 22333:56 22918:68 ' +
  '23284:51 23563:52 24121:66 24611:68 25195:75 25459:80 25747:79 25993:75 26506:79 27694:80 28249:82 28756:86 ' +
  '29869:82 30292:91 31120:92 31825:96';
const COUNTS =
  '01:126 04:56 08:124 11:45 12:38 14:75 15:99 19:92 20:65 22:54 24:99 25:148 31:114 33:104 37:129 38:166 40:130 ' +
  '42:69 44:78 46:40 48:94 51:96 52:135 56:65 66:102 68:124 75:95 79:168 80:96 82:102 86:124 91:102 92:103 96:64';

test('every commune knows its province, with and without the list', async () => {
  const runs = RUNS.split(' ').map((run) => run.split(':') as [string, string]);
  const counts = new Map<string, number>();
  const { items } = await loadCommunes();
  for (const { code, province } of items) {
    const expected = runs.findLast(([start]) => start <= code)?.[1] ?? '';
    assert.equal(communeProvince(code), expected, code);
    assert.equal(province, expected, code);
    counts.set(province, (counts.get(province) ?? 0) + 1);
  }
  assert.equal(items.length, 3321);
  assert.equal(
    [...counts]
      .sort()
      .map(([code, count]) => `${code}:${count}`)
      .join(' '),
    COUNTS,
  );
  for (const code of ['', '1', '00001', '0955', '095566', 'abcde'])
    assert.equal(communeProvince(code), undefined);
});

test('a province is found as people write it', () => {
  assert.equal(provinces.items.length, 34);
  for (const [text, code] of [
    ['Đắk Lắk', '66'],
    ['Tỉnh Đắk Lắk', '66'],
    ['Đăk Lăk', '66'],
    ['tinh dak lak', '66'],
    ['Tỉnh Gia Lai'.normalize('NFD'), '52'],
    ['Tỉnh Đồng Nai'.normalize('NFD'), '75'],
    ['TP Hà Nội', '01'],
    ['Thành phố Hà Nội', '01'],
    ['TP. Hồ Chí Minh', '79'],
    ['TP.HCM', '79'],
    ['tphcm', '79'],
    ['Tỉnh Đồng Nai', '75'],
    ['T. Khánh Hoà', '56'],
    ['THÀNH PHỐ HUẾ', '46'],
    ['Huế', '46'],
    ['Tỉnh Trà Vinh', undefined],
    ['Thừa Thiên Huế', undefined],
    ['Daegu, Hàn Quốc', undefined],
    ['79', undefined],
    ['', undefined],
  ] as const) {
    assert.equal(findProvince(text)?.code, code, text);
  }
  assert.equal(provinces.get('75')?.text, 'Thành phố Đồng Nai');
  assert.equal(provinces.get('40')?.text, 'Tỉnh Nghệ An');
});

test('an old province is found with the one it belongs to', () => {
  for (const [text, old, now] of [
    ['Tỉnh Trà Vinh', '84', '86'],
    ['Thừa Thiên - Huế', '46', '46'],
    ['Bà Rịa Vũng Tàu', '77', '79'],
    ['TP.HCM', '79', '79'],
    ['Hoà Bình', '17', '25'],
  ] as const) {
    assert.deepEqual([findOldProvince(text)?.code, findOldProvince(text)?.province], [old, now], text);
  }
  assert.equal(citizenIdProvince('084990000000')?.text, 'Trà Vinh');
  assert.equal(citizenIdProvince('184990000000'), undefined);
  assert.equal(citizenIdProvince('003990000000'), undefined);
});

test('abbreviations of places are written out', () => {
  for (const [text, place] of [
    ['P. 05', 'Phường 5'],
    ['P5', 'Phường 5'],
    ['X.Tân An', 'Xã Tân An'],
    ['TT Trà Cú', 'Thị trấn Trà Cú'],
    ['H. Trà Cú', 'Huyện Trà Cú'],
    ['Q.10', 'Quận 10'],
    ['TX Hồng Ngự', 'Thị xã Hồng Ngự'],
    ['Pờ Tó', 'Pờ Tó'],
    ["H'Bông", "H'Bông"],
  ] as const) {
    assert.equal(expandPlace(text), place);
  }
});

test('a commune is found in its province, and in the country where its name is unique', async () => {
  const communes = await loadCommunes();
  for (const [text, province, code] of [
    ['Xã Chiềng Sung', '14', '04108'],
    ['Ea M’Droh', '66', '24286'],
    ["xã ea m'droh", '66', '24286'],
    ['Tủa Thàng', '11', '03220'],
    ['P. Hà Đông', '01', '09556'],
    ['P.Hà Đông', '01', '09556'],
    ['phuong ha dong', '01', '09556'],
    ['Xã Hà Đông', '01', undefined],
    ['Hà Đông', '79', undefined],
    ['Xa Dung', '11', '03208'],
    ['TT Lộc Bình', '20', '06529'],
    ['TT Lộc Bình', undefined, undefined],
    ['Xã Đồng Tiến', '38', '15724'],
    ['Đông Tiến', '38', '15853'],
    ['dong tien', '38', undefined],
    ['xa dong tien', '38', '15724'],
    ['Phường Hà Đông', undefined, '09556'],
    ['Xã Tân An', undefined, undefined],
  ] as const) {
    assert.equal(findCommune(communes, text, province)?.code, code, `${text} ${province ?? ''}`);
  }
});

test('where ward and commune of one name stand in one province, the written kind decides', () => {
  const communes = codeList('communes', () => [
    { code: '09556', text: 'Phường Hà Đông', names: ['Hà Đông'] },
    { code: '09557', text: 'Xã Hà Đông', names: ['Hà Đông'] },
  ]);
  assert.equal(findCommune(communes, 'Hà Đông', '01'), undefined);
  assert.equal(findCommune(communes, 'X. Hà Đông', '01')?.code, '09557');
  assert.equal(findCommune(communes, 'Phường Hà Đông', '01')?.code, '09556');
});

test('an address of today gets codes and official names, any other stays words', async () => {
  const communes = await loadCommunes();
  for (const [written, commune, province] of [
    ['Vỹ Dạ||Huế', '19777 Phường Vỹ Dạ', '46 Thành phố Huế'],
    ['Phường Vỹ Dạ|TP Huế (cũ)|Thành phố Huế', '19777 Phường Vỹ Dạ', '46 Thành phố Huế'],
    ['Phường Hà Đông||TP Hồ Chí Minh', '09556 Phường Hà Đông', '79 Thành phố Hồ Chí Minh'],
    ['Phường Hà Đông|Quận 1|TP Hồ Chí Minh', 'Phường Hà Đông', '79 Thành phố Hồ Chí Minh'],
    ['Xã Diễn Thịnh|Huyện Diễn Châu|Tỉnh Nghệ An', 'Xã Diễn Thịnh', '40 Tỉnh Nghệ An'],
    ['Xã Ngãi Xuyên|Huyện Trà Cú|Tỉnh Trà Vinh', 'Xã Ngãi Xuyên', 'Tỉnh Trà Vinh'],
    ['Xã Trà Cú||Tỉnh Trà Vinh', 'Xã Trà Cú', 'Tỉnh Trà Vinh'],
    ['Phường Hà Đông||Seoul', 'Phường Hà Đông', 'Seoul'],
    ['Phường Hà Đông||', '09556 Phường Hà Đông', ''],
    ['Phường Hà Đông|Quận Hà Đông|', 'Phường Hà Đông', ''],
    ['Xã Tân An||', 'Xã Tân An', ''],
    ['TT Lộc Bình||Lạng Sơn', '06529 Xã Lộc Bình', '20 Tỉnh Lạng Sơn'],
    ['TT Lộc Bình|Huyện Lộc Bình|Lạng Sơn', 'TT Lộc Bình', '20 Tỉnh Lạng Sơn'],
    ['||Lạng Sơn', '', '20 Tỉnh Lạng Sơn'],
  ] as const) {
    const [commune_ = '', district = '', province_ = ''] = written.split('|');
    const read = readAddress({ commune: commune_, district, province: province_ }, communes);
    const [first, second] = [read.commune, read.province].map(({ code, text }) =>
      code ? `${code} ${text}` : text,
    );
    assert.deepEqual([first, second], [commune, province], written);
  }
  assert.deepEqual(readAddress({ commune: 'Vỹ Dạ', district: '', province: 'Huế' }, undefined).commune, {
    text: 'Vỹ Dạ',
  });
});

test('an old address gives the communes of today', async () => {
  const { find, communes, districts } = await loadOldUnits();
  assert.equal(communes.items.length, 10041);
  assert.equal(districts.items.length, 696);
  for (const [written, ...to] of [
    ['Xã Ngãi Xuyên|Huyện Trà Cú|Tỉnh Trà Vinh', '29461 whole'],
    ['Ngãi Xuyên|H. Trà Cú|Trà Vinh', '29461 whole'],
    ['Xã Diễn Thịnh|Huyện Diễn Châu|Tỉnh Nghệ An', '17479 whole'],
    ['Phường Bình Trị Đông A|Quận Bình Tân|TP.HCM', '27442 part', '27448 part'],
    ['Phường Thụy Khuê|Quận Tây Hồ|Hà Nội', '00103 partAreaAllPeople', '00004 part'],
    ['|Huyện Trà Cú|Trà Vinh'],
    ['Ngãi Xuyên|Huyện Càng Long|Trà Vinh'],
    ['Ngãi Xuyên|Huyện Không Có|Trà Vinh'],
    ['Ngãi Xuyên|Huyện Trà Cú|Vĩnh Long'],
    ['Ngãi Xuyên||Trà Vinh', '29461 whole'],
    ['Ngãi Xuyên||Vĩnh Long'],
  ] as const) {
    const [commune = '', district = '', province = ''] = written.split('|');
    const found = find({ commune, district, province })?.to ?? [];
    assert.deepEqual(found.map(({ code, extent }) => `${code} ${extent}`).sort(), [...to].sort(), written);
  }
});
