import { assert } from '@open-wc/testing';
import type { HealthRecord } from '../../src/schema/index.ts';
import { recipientOf } from './results-model.ts';
import { names, paperOf, resultsOf } from './school-results-testing.ts';
import { ailing, pupil, screened, sound } from './testing.ts';

it('tells the parents in plain words what was measured, found, and where to go', async () => {
  const text = await paperOf(screened(pupil(1), ailing));
  for (const part of [
    'Trường Tiểu học Ví Dụ',
    'Năm học 2026-2027, lần 1',
    'Kính gửi: Ông/Bà Trần Thị Mẫu m1 (mẹ)',
    'em Nguyễn Văn Mẫu 1, sinh ngày 14/03/2017, lớp 3A.',
    'Ngày kiểm tra: 20/11/2026',
    'Cân nặng 29 kg Chưa thấy',
    'BMI 16,35 kg/m² Chưa thấy',
    'Thị lực không kính mắt phải 5/10, mắt trái 6/10 Có',
    'Cột sống Vẹo phải; góc xoay thân 8° Có',
    'Mắt của em nhìn xa chưa rõ khi không đeo kính.',
    'Đưa em đi khám mắt ở cơ sở có bác sĩ chuyên khoa mắt.',
    'Đưa em đi khám và chữa răng',
    'không phải là chẩn đoán bệnh',
    'YS. Lê Thị Mẫu',
  ])
    assert.include(text, part);
  assert.notInclude(text, 'chưa kiểm tra');
});

it('says what was not measured, with the reason that was written, and what could not be read as written', async () => {
  const record = screened(pupil(1), { weightKg: 29, vision: { uncorrectedRight: '8/10' } });
  const place = 'screenings.2026-2027.rounds.round1';
  const text = await paperOf({
    ...record,
    unread: { [`${place}.heightCm`]: 'hơn mét ba' },
    absent: { [`${place}.caries`]: 'refused', [`${place}.vision.uncorrectedLeft`]: 'notMeasured' },
  });
  assert.include(text, 'Lần này chưa kiểm tra: huyết áp, cột sống, răng (từ chối).');
  assert.include(text, 'Chiều cao “hơn mét ba” (ghi như trên phiếu)');
  assert.include(text, 'mắt phải 8/10, mắt trái không đo');
  assert.include(text, 'nhà trường chưa thấy điều cần lưu ý');
});

it('a decision of the staff goes before what the values advise, with place and date', async () => {
  const book = {
    followUp: {
      actions: ['referCommune' as const],
      referredTo: 'Trạm y tế xã Mẫu',
      dueOn: '2026-12-01',
    },
  };
  const text = await paperOf(screened(pupil(1), ailing, book));
  assert.include(text, 'Đưa em đến trạm y tế xã, phường để khám.');
  assert.include(text, 'Nơi khám: Trạm y tế xã Mẫu. Hẹn: 01/12/2026.');
  assert.notInclude(text, 'Đưa em đi khám mắt');
  assert.include(text, 'Mắt của em nhìn xa chưa rõ');
  const asked = { recommendation: ['treatment' as const], followUp: { actions: ['none' as const] } };
  const none = await paperOf(screened(pupil(1), ailing, asked));
  assert.include(none, 'Chưa cần làm gì thêm.');
  assert.include(none, 'Đề nghị của nơi khám: điều trị');
  assert.notInclude(none, 'Đưa em đi');
});

it('a notice names no detail of the paediatric examination', async () => {
  const specialist = {
    pediatrics: { neuroPsychiatry: 'Kín đáo' },
    ent: { spokenLeftM: 3, diseases: 'Ráy tai' },
  };
  const text = await paperOf(screened(pupil(1), sound, { specialist }));
  assert.notInclude(text, 'Kín đáo');
  assert.include(text, 'xin gia đình hỏi trực tiếp nhân viên y tế');
  assert.include(text, 'trái 3 m');
  assert.include(text, 'Em nghe chưa rõ');
});

it('refers whom values, staff or the facility refer, to the place that staff named, with room for an answer', async () => {
  const followUp = { actions: ['emergency' as const], referredTo: 'Bệnh viện Ví Dụ' };
  const text = await paperOf(screened(pupil(1), ailing, { followUp, healthIssues: 'Sốt cao' }), 'referrals');
  for (const part of [
    'CẦN KHÁM NGAY',
    'Kính gửi: Bệnh viện Ví Dụ',
    'Thị lực không kính từ 7/10 trở xuống',
    'Theo đề nghị của nhân viên y tế: chuyển cấp cứu.',
    'Vấn đề cần lưu ý: Sốt cao',
    'Phần trả lời của nơi khám',
  ])
    assert.include(text, part);
  assert.include(
    await paperOf(screened(pupil(1), sound, { recommendation: ['specialist'] }), 'referrals'),
    'Theo đề nghị của nhân viên y tế: khám chuyên khoa.',
  );
});

it('writes no letter for whom nobody refers, or whose outcome is known', async () => {
  for (const book of [{ followUp: { outcome: 'Đã khám' } }, { followUp: { actions: ['none' as const] } }]) {
    const results = await resultsOf({
      view: 'referrals',
      value: {
        list: { id: 'l', kind: 'class', name: '3A', year: '2026-2027' },
        pupils: [{ member: pupil(1), record: screened(pupil(1), ailing, book), state: { stations: {} } }],
      },
    });
    assert.deepEqual(names(results), []);
  }
});

it('addresses the guardian of the book, the one who cares for the child first', () => {
  const member = pupil(1, { guardianName: 'Lê Văn Danh Sách' });
  const guardians = {
    a: { name: 'Nguyễn Tiến Ví Dụ', relation: { text: 'Bố' } },
    b: { name: 'Trần Thị Bích Mẫu', relation: { text: 'Mẹ' } },
  };
  const general = { guardians };
  const year = '2026-2027';
  const name = (record: HealthRecord | undefined): string | undefined =>
    recipientOf(record, year, member)?.name;
  assert.equal(name(screened(member, sound, { general })), 'Nguyễn Tiến Ví Dụ');
  const caring = { caregiverName: '  trần thị  bích mẫu ' };
  assert.deepEqual(recipientOf(screened(member, sound, { general }, caring), year), {
    name: 'Trần Thị Bích Mẫu',
    relation: 'Mẹ',
  });
  assert.equal(
    name(screened(member, sound, { general: {} }, { caregiverName: 'Cô Mẫu', motherName: 'Mẹ' })),
    'Cô Mẫu',
  );
  assert.equal(name(screened(member, sound, { general: {} }, { motherName: 'Bà Mẫu' })), 'Lê Văn Danh Sách');
  assert.equal(name(undefined), 'Lê Văn Danh Sách');
  assert.isUndefined(recipientOf(screened(member, sound, { general: {} }), year));
});

it('the notice of the paper-form pupil with myopia and scoliosis goes to whom her book names', async () => {
  const address = '/.config/capture/cases/case-04.json';
  const { default: paper } = await import(address);
  const expected = paper.checks.find(
    ({ measure }: { measure?: string }) => measure === 'parentNoticeTo',
  ).value;
  const [about, rounds] = [paper.screening['Phần I'], paper.screening['Phần II']];
  const eyes = rounds['Lần 2']['Thị lực']['không kính'];
  const vision = { uncorrectedRight: eyes['Mắt phải'], uncorrectedLeft: eyes['Mắt trái'] };
  const guardian = { name: about['Họ tên cha/mẹ hoặc người giám hộ'], relation: { text: 'Mẹ' } };
  const record = screened(
    pupil(1, { fullName: about['Họ và tên học sinh (chữ in hoa)'] }),
    { vision, spine: ['scoliosisRight'] },
    { general: { guardians: { g: guardian } } },
  );
  const text = await paperOf(record);
  assert.include(text, `Kính gửi: Ông/Bà ${expected} (mẹ)`);
  assert.include(text, 'mắt phải 5/10, mắt trái 6/10 Có');
  assert.include(text, 'cột sống của em có vẻ cong hoặc vẹo');
});
