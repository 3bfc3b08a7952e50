import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  codeListOrigins,
  ethnicGroups,
  findByName,
  isKnownIcd10,
  loadCommunes,
  loadHealthCheckLists,
  loadIcd10,
  loadIcd10Chapters,
  loadInsuranceLevels,
  loadInsuranceObjects,
  loadNationalities,
  loadOccupations,
  loadOlderOccupations,
  loadOldUnits,
  loadVaccineProducts,
  oldProvinces,
  provinces,
  relationships,
  religions,
  vaccineRows,
  type CodeList,
} from './index.ts';

const everyList = async (): Promise<CodeList[]> => {
  const { communes, districts } = await loadOldUnits();
  return [
    ...[ethnicGroups, religions, relationships, provinces, oldProvinces, vaccineRows, communes, districts],
    ...(await Promise.all([loadCommunes(), loadNationalities(), loadOccupations(), loadOlderOccupations()])),
    ...(await Promise.all([loadIcd10(), loadIcd10Chapters(), loadVaccineProducts()])),
    ...(await Promise.all([loadInsuranceObjects(), loadInsuranceLevels()])),
  ];
};

test('the lists are whole', async () => {
  const sizes = Object.fromEntries((await everyList()).map(({ id, items }) => [id, items.length]));
  assert.deepEqual(sizes, {
    ethnicGroups: 56,
    religions: 18,
    relationships: 22,
    provinces: 34,
    oldProvinces: 63,
    vaccineRows: 32,
    oldCommunes: 10041,
    oldDistricts: 696,
    communes: 3321,
    nationalities: 192,
    occupations: 58,
    olderOccupations: 13,
    icd10Common: 152,
    icd10Chapters: 22,
    vaccineProducts: 233,
    insuranceObjects: 47,
    insuranceLevels: 5,
  });
});

test('every entry is found by its code, has words, and no text holds a sign of the encoding', async () => {
  for (const list of await everyList()) {
    for (const item of list.items) {
      assert.equal(list.get(item.code), item);
      for (const word of [item.code, item.text, ...(item.names ?? [])]) {
        assert.match(word, /^[^|`]*$/, `${list.id} ${item.code}`);
      }
      assert.ok(item.code && (item.text || list.id === 'oldCommunes'), `${list.id} ${item.code}`);
      assert.equal(item.text, item.text.normalize('NFC'));
    }
  }
});

test('every list has its origin', async () => {
  const origins = new Map(codeListOrigins().map((origin) => [origin.id, origin]));
  for (const { id } of await everyList()) {
    const origin = origins.get(id);
    assert.ok(origin?.title && origin.source && origin.version, id);
    assert.match(origin.certainty, /^(?:high|medium|low)$/);
  }
});

test('a list is loaded once', async () => {
  assert.equal(await loadCommunes(), await loadCommunes());
});

test('ethnic groups are found by the name of the list and the one people use', () => {
  for (const [text, code] of [
    ['Kinh', '01'],
    ['Thái', '03'],
    ['thai', '03'],
    ['Thài', undefined],
    ['Khmer', '05'],
    ['Khơ-me', '05'],
    ['Mông', '08'],
    ['HMông', '08'],
    ["H'Mông", '08'],
    ['H’mông', '08'],
    ['Mường', '06'],
    ['Gia Rai', '10'],
    ['Jrai', '10'],
    ['Ê Đê', '12'],
    ['Ê-đê', '12'],
    ['Êđê', '12'],
    ['Ba na', '13'],
    ['Cơ Ho', '16'],
    ["K'Ho", '16'],
    ['Bru-Vân Kiều', '23'],
    ['Tà-ôi', '31'],
    ['Người nước ngoài', '55'],
    ['Anh', undefined],
  ] as const) {
    assert.equal(findByName(ethnicGroups, text)?.code, code, text);
  }
});

test('nationalities are found by name in two languages and by code', async () => {
  const list = await loadNationalities();
  for (const [text, code] of [
    ['VN', 'VN'],
    ['Việt Nam', 'VN'],
    ['Vietnam', 'VN'],
    ['Hàn Quốc', 'KR'],
    ['South Korea', 'KR'],
    ['Triều Tiên', 'KP'],
    ['Mỹ', 'US'],
    ['MY', undefined],
    ['Anh', 'GB'],
    ['Áo', 'AT'],
    ['AO', undefined],
    ['Lào', 'LA'],
    ['Ấn Độ', 'IN'],
    ['Cộng hòa Azerbaijan', 'AZ'],
    ["Côte d'Ivoire", 'CI'],
    ['Iran, Islamic Republic of', 'IR'],
    ['000', undefined],
  ] as const) {
    assert.equal(findByName(list, text)?.code, code, text);
  }
  assert.deepEqual(list.get('AZ')?.insuranceCodes, ['113', '114']);
  assert.deepEqual(list.get('VN')?.insuranceCodes, ['000']);
});

test('religions and relations go by their words, with the numbers of each code set', () => {
  assert.equal(findByName(religions, 'Phật giáo Nam tông'), undefined);
  assert.equal(findByName(religions, 'tin lành')?.code, 'Tin Lành');
  assert.deepEqual(religions.get('Công giáo')?.codes, { a: '02', ministry: '2', b: '02' });
  assert.deepEqual(religions.get('Không')?.codes, { a: '00' });
  assert.deepEqual(relationships.get('Mẹ')?.codes, { 'ksk-2062': '2', v3: 'MTH' });
  assert.deepEqual(relationships.get('Khác')?.codes, { 'ksk-2062': '9', 'his-seed': '99' });
  assert.equal(findByName(relationships, 'Ba'), undefined);
  assert.equal(findByName(relationships, 'Bà')?.code, 'Bà');
});

test('the vaccine rows are those printed in part C', () => {
  const printed = (table: string) =>
    vaccineRows.items.filter((row) => row.table === table).map(({ code, text }) => `${code} ${text}`);
  assert.deepEqual(printed('basic'), [
    'bcg BCG',
    'hepBBirth VGB sơ sinh',
    'dptHepBHib1 DPT -VGB-Hib 1',
    'dptHepBHib2 DPT -VGB-Hib 2',
    'dptHepBHib3 DPT -VGB-Hib 3',
    'polio1 Bại liệt 1',
    'polio2 Bại liệt 2',
    'polio3 Bại liệt 3',
    'measles1 Sởi 1',
    'measles2 Sởi 2',
    'dpt4 DPT4',
    'japaneseEncephalitis1 VNNB B1',
    'japaneseEncephalitis2 VNNB B2',
    'japaneseEncephalitis3 VNNB B3',
  ]);
  assert.deepEqual(printed('other'), [
    'cholera1 Tả 1',
    'cholera2 Tả 2',
    'mumps1 Quai bị 1',
    'mumps2 Quai bị 2',
    'mumps3 Quai bị 3',
    'influenza1 Cúm 1',
    'influenza2 Cúm 2',
    'influenza3 Cúm 3',
    'typhoid Thương hàn',
    'hpv1 HPV 1',
    'hpv2 HPV 2',
    'hpv3 HPV 3',
    'pneumococcal Vắc xin phế cầu khuẩn',
  ]);
  assert.deepEqual(printed('tetanus'), [
    'tetanus1 UV1',
    'tetanus2 UV2',
    'tetanus3 UV3',
    'tetanus4 UV4',
    'tetanus5 UV5',
  ]);
  assert.deepEqual(vaccineRows.get('dptHepBHib2')?.antigens, ['D', 'T', 'wP', 'HepB', 'Hib']);
  assert.deepEqual(vaccineRows.get('tetanus1')?.antigens, ['T']);
});

test('diseases, products and the rest keep what their tables say', async () => {
  const diseases = await loadIcd10();
  assert.deepEqual(diseases.get('A00'), {
    code: 'A00',
    text: 'Bệnh tả',
    official: true,
    english: 'Cholera',
    names: ['Cholera'],
  });
  assert.deepEqual(diseases.get('D50'), { code: 'D50', text: 'Thiếu máu thiếu sắt', official: false });
  for (const { code } of diseases.items) assert.ok(isKnownIcd10(code), code);
  assert.equal((await loadIcd10Chapters()).get('IX')?.first, 'I00');
  const products = await loadVaccineProducts();
  assert.deepEqual(products.get('21'), {
    code: '21',
    text: 'Infanrix Hexa',
    kind: 'vaccine',
    antigens: ['D', 'T', 'aP', 'IPV', 'Hib', 'HepB'],
    names: [],
    cvx: '132',
    doses: 4,
  });
  assert.equal(products.get('1158')?.kind, 'skin_test');
  assert.deepEqual((await loadInsuranceObjects()).get('TE'), {
    code: 'TE',
    text: 'Trẻ em dưới 6 tuổi',
    level: '1',
    payer: 'state budget',
  });
  assert.equal((await loadInsuranceObjects()).get('TL')?.text, 'TL');
  assert.deepEqual((await loadInsuranceLevels()).get('3')?.objects, ['HT', 'TC', 'CN']);
  assert.equal((await loadInsuranceLevels()).get('3')?.percent, 95);
  assert.equal((await loadOccupations()).get('22')?.group, '2');
  assert.equal((await loadOlderOccupations()).get('22'), undefined);
  const lists = await loadHealthCheckLists();
  assert.deepEqual([...lists.keys()].sort(), [
    'DOI_TUONG',
    'GIOI_TINH',
    'MA_LOAI_KCB',
    'NGUON_CHI_TRA',
    'NHOM_MAU',
    'PHAN_LOAI_SK',
    'SAN_KHOA_KHONG_BT',
    'TIEM_CHUNG',
  ]);
  assert.equal(lists.get('PHAN_LOAI_SK')?.get('1')?.text, 'Loại I - Rất khỏe');
});
