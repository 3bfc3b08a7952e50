/**
 * The paper form as this test knows it: every printed label, where a person looks for it, and where its text must stand
 * in the record. Labels are copied from the paper, not from the product.
 */

export interface Check {
  readonly issue: number;
  readonly part: string;
  readonly label: string | null;
  readonly row?: string;
  readonly level: string;
  readonly measure?: string;
  readonly value?: unknown;
  readonly why?: string;
}

/** A field to be emptied, or retyped `with` a text, before a form with errors may be sent. */
export interface Blanking {
  readonly part: string;
  readonly label: string;
  readonly row?: string;
  readonly with?: string;
}

/** One filled paper form, as in its JSON file. */
export interface PaperCase {
  readonly id: string;
  readonly title: string;
  readonly capturedOn: string;
  readonly paper: { readonly [part: string]: unknown };
  readonly submittable: boolean;
  readonly blank?: readonly Blanking[];
  readonly checks: readonly Check[];
}

/** A blank of the paper: its label, its row, where it is printed on screen, its path (`{row}` = id of a row). */
export interface Blank {
  readonly part: string;
  readonly label: string;
  /** What a check calls `row`: vaccine, line of B6, heading above `Khác`. */
  readonly row: string | undefined;
  readonly section: string;
  readonly headings: readonly string[];
  /** Row of a printed table. */
  readonly screenRow: string | undefined;
  readonly screenLabel: string;
  readonly path: string;
}

/** A row that a person adds (a vaccine written in by hand) or opens (a visit): the n-th of its list. */
export interface RowRef {
  readonly part: string;
  readonly list: string;
  readonly nth: number;
  /** Vaccine written by hand. */
  readonly name?: string;
}

export type Text = string | boolean | readonly string[];

/** What is written in one blank. */
export interface Entry extends Blank {
  readonly text: Text;
  readonly rowRef: RowRef | undefined;
}

export interface Group {
  readonly part: string;
  /** Headings of the group in the paper's JSON. */
  readonly keys: readonly string[];
  /** Headings on screen. */
  readonly at: readonly string[];
  readonly path: string;
  readonly blanks: { readonly [label: string]: string };
  /** Lines of a printed table and their keys in the record. */
  readonly rows?: { readonly [row: string]: string };
  readonly isHeadingRow?: true;
}

export const sections: { readonly [part: string]: string } = {
  A: 'A. PHẦN THÔNG TIN HÀNH CHÍNH',
  B: 'B. NHÓM THÔNG TIN TIỀN SỬ VÀ CÁC YẾU TỐ LIÊN QUAN SỨC KHỎE',
  C: 'C. TIÊM CHỦNG',
  D: 'D. KHÁM LÂM SÀNG VÀ CẬN LÂM SÀNG',
};

const affected = 'Người mắc: (ghi rõ quan hệ huyết thống: ông, bà, bố, mẹ, anh, chị, em...)';
const guardian = 'Điện thoại (bố/ mẹ/ người NCSC)';
const history = '3. Tiền sử bệnh tật, dị ứng';
const family = '6. Tiền sử gia đình';
const places = (line: string) => ({
  [`${line} › Xã/Phường`]: 'commune',
  [`${line} › Quận/Huyện`]: 'district',
  [`${line} › Tỉnh/TP`]: 'province',
});
const group = (
  part: string,
  keys: readonly string[],
  at: readonly string[],
  path: string,
  blanks: Group['blanks'],
  more: Pick<Group, 'rows' | 'isHeadingRow'> = {},
): Group => ({ part, keys, at, path, blanks, ...more });

export const groups: readonly Group[] = [
  group('A', [], [], 'administrative', {
    'Mã hộ GĐ': 'householdCode',
    'Họ và tên': 'fullName',
    'Quan hệ với chủ hộ': 'relationToHead',
    'Giới tính': 'sex',
    'Nhóm máu: Hệ ABO': 'bloodAbo',
    'Hệ Rh': 'bloodRh',
    'Ngày sinh': 'birthDate',
    'Tỉnh/TP đăng ký khai sinh': 'birthRegistration',
    'Dân tộc': 'ethnicity',
    'Quốc tịch': 'nationality',
    'Tôn giáo': 'religion',
    'Nghề nghiệp': 'occupation',
    'Số CMND/CCCD': 'identifiers.personal.number',
    'Ngày cấp CMND/CCCD': 'identifiers.personal.issuedOn',
    'Nơi cấp CMND/CCCD': 'identifiers.personal.issuedPlace',
    'Mã định danh BHYT/ Số thẻ BHYT': 'identifiers.insurance.number',
    'Họ tên mẹ': 'motherName',
    'Họ tên bố': 'fatherName',
    'Họ tên người chăm sóc chính (NCSC)': 'caregiverName',
    'Mối quan hệ': 'caregiverRelation',
  }),
  group('A', [], ['Nơi đăng ký HKTT'], 'administrative.permanentAddress', {
    'Nơi đăng ký HKTT: (Thôn/xóm; số nhà, đường phố)': 'line',
    ...places('Nơi đăng ký HKTT'),
  }),
  group('A', [], ['Nơi ở hiện tại'], 'administrative.currentAddress', {
    'Nơi ở hiện tại: Thôn/xóm; số nhà, đường phố': 'line',
    ...places('Nơi ở hiện tại'),
  }),
  // On the paper "Di động" stands on one line with "Điện thoại: Cố định" and Email.
  group('A', [], ['Điện thoại, email'], 'administrative', {
    'Điện thoại: Cố định': 'phoneLandline',
    'Di động': 'phoneMobile',
    Email: 'email',
  }),
  group('A', [], [guardian], 'administrative', {
    [`${guardian}: Cố định`]: 'guardianPhoneLandline',
    [`${guardian} › Di động`]: 'guardianPhoneMobile',
  }),
  group('B1', [], ['1. Tình trạng lúc sinh'], 'history.birth', {
    'Đẻ thường □ / Đẻ mổ □': 'delivery',
    'Đẻ thiếu tháng': 'preterm',
    'Bị ngạt lúc đẻ': 'asphyxia',
    'Cân nặng lúc đẻ': 'weightG',
    'Chiều dài lúc đẻ': 'lengthCm',
    'Dị tật bẩm sinh (ghi rõ nếu có)': 'defects',
    'Vấn đề khác (ghi rõ nếu có)': 'other',
  }),
  group('B2', [], ['2. Yếu tố nguy cơ đối với sức khỏe cá nhân'], 'history.risk', {
    'Hút thuốc lá, lào': 'smoking',
    'Uống rượu bia thường xuyên': 'alcohol',
    'Số ly cốc uống/ngày': 'alcoholGlassesPerDay',
    'Sử dụng ma túy': 'drugs',
    'Hoạt động thể lực': 'activity',
    'Yếu tố tiếp xúc nghề nghiệp/ Môi trường sống (Hóa chất, bụi, ồn, virút,....) ghi rõ yếu tố tiếp xúc':
      'exposure',
    'thời gian tiếp xúc': 'exposureDuration',
    'Loại hố xí của gia đình (xả nước/ hai ngăn/hố xí thùng/ không có hố xí)': 'toilet',
    'Nguy cơ khác (ghi rõ)': 'other',
  }),
  group('B3', ['Dị ứng'], [history, 'Dị ứng'], 'history.allergies', {
    Thuốc: 'drug',
    'Hóa chất/ mỹ phẩm': 'chemical',
    'Thực phẩm': 'food',
    Khác: 'other',
  }),
  group('B3', ['Bệnh tật'], [history, 'Bệnh tật'], 'history.diseases', {
    'Bệnh tim mạch': 'cardiovascular',
    'Tăng huyết áp': 'hypertension',
    'Đái tháo đường': 'diabetes',
    'Bệnh dạ dày': 'stomach',
    'Bệnh phổi mạn tính': 'chronicLung',
    'Hen suyễn': 'asthma',
    'Bệnh bướu cổ': 'goitre',
    'Viêm gan': 'hepatitis',
    'Tim bẩm sinh': 'congenitalHeart',
    'Tâm thần': 'mental',
    'Tự kỷ': 'autism',
    'Động kinh': 'epilepsy',
    'Ung thư (ghi rõ loại ung thư)': 'cancer',
    'Lao (ghi rõ loại lao)': 'tuberculosis',
    'Khác (nêu rõ)': 'other',
  }),
  group('B4', [], ['4. Khuyết tật'], 'history.disabilities', {
    'Thính lực': 'hearing',
    'Thị lực': 'vision',
    Tay: 'hand',
    Chân: 'leg',
    'Cong vẹo cột sống': 'scoliosis',
    'Khe hở môi, vòm miệng': 'cleft',
    Khác: 'other',
  }),
  group('B5', [], ['5. Tiền sử phẫu thuật'], 'history', {
    'Tiền sử phẫu thuật (ghi rõ bộ phận cơ thể đã phẫu thuật và năm phẫu thuật)': 'surgeries',
  }),
  group(
    'B6',
    ['Dị ứng'],
    [family, 'Dị ứng'],
    'history.familyAllergies',
    { 'Mô tả rõ': 'description', [affected]: 'affected' },
    { rows: { Thuốc: 'drug', 'Hóa chất/ mỹ phẩm': 'chemical', 'Thực phẩm': 'food', Khác: 'other' } },
  ),
  group(
    'B6',
    ['Bệnh tật'],
    [family, 'Bệnh tật'],
    'history.familyDiseases',
    { 'Tên bệnh': 'present', [affected]: 'affected' },
    {
      rows: {
        'Bệnh tim mạch': 'cardiovascular',
        'Hen suyễn': 'asthma',
        'Tăng huyết áp': 'hypertension',
        'Đái tháo đường': 'diabetes',
        'Tâm thần': 'mental',
        'Động kinh': 'epilepsy',
      },
    },
  ),
  group('B6', ['Bệnh tật'], [family, 'Bệnh tật'], 'history.familyDiseases', {
    'Ung thư (ghi rõ loại ung thư, người mắc, quan hệ)': 'cancer',
    'Lao (ghi rõ loại lao, người mắc, quan hệ)': 'tuberculosis',
    'Khác (ghi rõ, người mắc, quan hệ)': 'other',
  }),
  group('B7', [], ['7. Sức khỏe sinh sản và kế hoạch hóa gia đình'], 'history.reproductive', {
    'Biện pháp tránh thai đang dùng': 'contraception',
    'Kỳ có thai cuối cùng': 'lastPregnancy',
    'Số lần có thai': 'pregnancies',
    'Số lần sảy thai': 'miscarriages',
    'Số lần phá thai': 'abortions',
    'Số lần sinh đẻ': 'births',
    'Đẻ thường': 'normalDeliveries',
    'Đẻ mổ': 'caesareans',
    'Đẻ khó': 'difficultDeliveries',
    'Số lần đẻ đủ tháng': 'termBirths',
    'Số lần đẻ non': 'pretermBirths',
    'Số con hiện sống': 'livingChildren',
    'Bệnh phụ khoa': 'gynecologicalDisease',
  }),
  group('B8', [], ['8. Vấn đề khác'], 'history', { 'Vấn đề khác (ghi rõ nếu có)': 'otherIssues' }),
  group('C1', [], ['1. Tiêm chủng cơ bản cho trẻ em'], 'immunizations', {
    'Số mũi vắc xin uốn ván mẹ đã tiêm': 'motherTetanusDoses',
  }),
  group('D', [], [], 'examinations.{row}', {
    'Ngày khám': 'examinedOn',
    '1. Bệnh sử': 'presentIllness',
    '4. Chẩn đoán/ Kết luận (ghi tên, mã bệnh theo ICD 10)': 'diagnoses',
    '5. Tư vấn': 'advice',
    '6. Bác sĩ khám': 'doctor',
  }),
  ...visitGroups({
    '2.1. Dấu hiệu sinh tồn, chỉ số nhân trắc học': [
      'vitals',
      {
        Mạch: 'pulsePerMinute',
        'Nhiệt độ': 'temperatureC',
        HA: 'bloodPressureMmHg',
        'Nhịp thở': 'respiratoryRatePerMinute',
        'Cân nặng': 'weightKg',
        Cao: 'heightCm',
        BMI: 'bmi',
        'Vòng bụng': 'waistCm',
      },
    ],
    '2.3.1. Toàn thân': ['general', { 'Da, niêm mạc': 'skinMucosa', Khác: 'other' }],
    '2.3.2. Cơ quan': [
      'organs',
      {
        'Tim mạch': 'cardiovascular',
        'Hô hấp': 'respiratory',
        'Tiêu hóa': 'digestive',
        'Tiết niệu': 'urinary',
        'Cơ xương khớp': 'musculoskeletal',
        'Nội tiết': 'endocrine',
        'Thần kinh': 'neurological',
        'Tâm thần': 'mental',
        'Ngoại khoa': 'surgical',
        'Sản phụ khoa': 'obGyn',
        'Tai mũi họng': 'ent',
        'Răng hàm mặt': 'dental',
        Mắt: 'eye',
        'Da liễu': 'dermatology',
        'Dinh dưỡng': 'nutrition',
        'Vận động': 'motor',
        Khác: 'other',
        'Đánh giá phát triển thể chất, tinh thần, vận động': 'development',
      },
    ],
    'D3. Kết quả cận lâm sàng': [
      'labs',
      {
        'Huyết học': 'hematology',
        'Sinh hóa máu': 'bloodChemistry',
        'Sinh hóa nước tiểu': 'urineChemistry',
        'Siêu âm ổ bụng': 'abdominalUltrasound',
      },
    ],
  }),
  ...[
    ['Không kính', 'uncorrected'],
    ['Có kính', 'corrected'],
  ].map(([line, eyes]) =>
    group('D', ['2.2. Thị lực:'], ['2.2. Thị lực:', line!], 'examinations.{row}.vision', {
      [`${line}: Mắt phải`]: `${eyes}Right`,
      [`${line} › Mắt trái`]: `${eyes}Left`,
    }),
  ),
];

function visitGroups(table: { [heading: string]: readonly [string, Group['blanks']] }): Group[] {
  return Object.entries(table).map(([heading, [key, blanks]]) =>
    group('D', [heading], [heading], `examinations.{row}.${key}`, blanks, { isHeadingRow: true }),
  );
}

export const tables: {
  readonly [part: string]: {
    at: string;
    list: string;
    columns: { [label: string]: string };
    rows: { [name: string]: string };
  };
} = {
  C1: {
    at: '1. Tiêm chủng cơ bản cho trẻ em',
    list: 'immunizations.basic',
    columns: {
      'Chưa chủng ngừa': 'notGiven',
      'Đã chủng ngừa, ghi rõ ngày': 'givenOn',
      'Phản ứng sau tiêm': 'reaction',
      'Ngày hẹn tiêm': 'appointmentOn',
    },
    rows: {
      BCG: 'bcg',
      'VGB sơ sinh': 'hepBBirth',
      'DPT -VGB-Hib 1': 'dptHepBHib1',
      'DPT -VGB-Hib 2': 'dptHepBHib2',
      'DPT -VGB-Hib 3': 'dptHepBHib3',
      'Bại liệt 1': 'polio1',
      'Bại liệt 2': 'polio2',
      'Bại liệt 3': 'polio3',
      'Sởi 1': 'measles1',
      'Sởi 2': 'measles2',
      DPT4: 'dpt4',
      'VNNB B1': 'japaneseEncephalitis1',
      'VNNB B2': 'japaneseEncephalitis2',
      'VNNB B3': 'japaneseEncephalitis3',
    },
  },
  C2: {
    at: '2. Tiêm chủng ngoài chương trình TCMR',
    list: 'immunizations.other',
    columns: {
      'Chưa chủng ngừa': 'notGiven',
      'Đã chủng ngừa, ghi rõ ngày': 'givenOn',
      'Phản ứng sau tiêm': 'reaction',
      'Ngày hẹn tiêm': 'appointmentOn',
    },
    rows: {
      'Tả 1': 'cholera1',
      'Tả 2': 'cholera2',
      'Quai bị 1': 'mumps1',
      'Quai bị 2': 'mumps2',
      'Quai bị 3': 'mumps3',
      'Cúm 1': 'influenza1',
      'Cúm 2': 'influenza2',
      'Cúm 3': 'influenza3',
      'Thương hàn': 'typhoid',
      'HPV 1': 'hpv1',
      'HPV 2': 'hpv2',
      'HPV 3': 'hpv3',
      'Vắc xin phế cầu khuẩn': 'pneumococcal',
    },
  },
  C3: {
    at: '3. Tiêm chủng VX uốn ván (phụ nữ có thai)',
    list: 'immunizations.tetanus',
    columns: {
      'Chưa tiêm': 'notGiven',
      'Đã tiêm, ghi rõ ngày': 'givenOn',
      'Tháng thai': 'gestationMonth',
      'Phản ứng sau tiêm': 'reaction',
      'Ngày hẹn tiêm': 'appointmentOn',
    },
    rows: { UV1: 'tetanus1', UV2: 'tetanus2', UV3: 'tetanus3', UV4: 'tetanus4', UV5: 'tetanus5' },
  },
};
