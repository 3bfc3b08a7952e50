/**
 * Words of school health: the follow-up book (TTLT 13/2016) and the periodic examination of who is 6 to under 18
 * (TT 25/2026). The papers were not to be had: labels follow forms that are in use (`_` = heading of a group).
 */
const acuity = {
  uncorrectedRight: 'Không kính: Mắt phải',
  uncorrectedLeft: 'Mắt trái',
  correctedRight: 'Có kính: Mắt phải',
  correctedLeft: 'Mắt trái',
};
const physique = {
  weightKg: 'Cân nặng',
  heightCm: 'Chiều cao',
  position: 'Tư thế đo',
  bmi: 'Chỉ số BMI',
  headCm: 'Vòng đầu',
  armMm: 'Chu vi vòng cánh tay',
  oedema: 'Phù dinh dưỡng',
  bloodPressureMmHg: 'Huyết áp',
  pulsePerMinute: 'Nhịp tim',
};
const hearing = {
  spokenLeftM: 'Tai trái: Nói thường',
  whisperedLeftM: 'Nói thầm',
  spokenRightM: 'Tai phải: Nói thường',
  whisperedRightM: 'Nói thầm',
};
const vaccinated = {
  _: 'Tiêm chủng',
  bcg: 'BCG',
  dpt: 'BH-HG-UV',
  measles: 'Sởi',
  polio: 'Bại liệt',
  japaneseEncephalitis: 'VNNB B',
  hepB: 'VGB',
  other: 'Các loại khác',
  otherName: 'Tên vắc xin khác',
};
const school = {
  _: 'Trường, lớp',
  name: 'Trường',
  commune: 'Xã/phường',
  province: 'Tỉnh/thành phố',
  className: 'Lớp',
  year: 'Năm học',
  level: 'Cấp học',
};
const guardian = {
  name: 'Họ tên cha/mẹ hoặc người giám hộ',
  relation: 'Mối quan hệ với trẻ',
  occupation: 'Nghề nghiệp',
  phone: 'Điện thoại',
  address: 'Chỗ ở hiện tại',
};
const treatment = {
  _: 'Hiện tại có đang điều trị bệnh gì không',
  now: 'Đang điều trị',
  details: 'Tên bệnh, thuốc',
};
const pediatrics = {
  _: 'Nhi khoa',
  circulation: 'Tuần hoàn',
  respiration: 'Hô hấp',
  digestion: 'Tiêu hóa',
  kidneyUrology: 'Thận – Tiết niệu',
  neuroPsychiatry: 'Thần kinh – Tâm thần',
  other: 'Khám lâm sàng khác',
};
const eye = {
  _: 'Mắt',
  acuity: { _: 'Kết quả thị lực', ...acuity },
  refraction: 'Tật khúc xạ',
  diseases: 'Các bệnh về mắt',
};
const ent = { _: 'Tai-Mũi-Họng', ...hearing, diseases: 'Các bệnh về tai mũi họng (nếu có)' };
const dental = { _: 'Răng-Hàm-Mặt', upperJaw: 'Hàm trên', lowerJaw: 'Hàm dưới', diseases: 'Các bệnh RHM' };
const musculoskeletal = { _: 'Cơ xương khớp', spine: 'Cột sống', other: 'Các bệnh cơ xương khớp khác' };
const followUp = {
  _: 'Xử trí',
  actions: 'Xử trí',
  referredTo: 'Chuyển đến',
  dueOn: 'Hẹn khám lại',
  outcome: 'Kết quả',
};
const classed = { class: 'Phân loại', doctor: 'Bác sĩ khám' };

const yesNo = { yes: 'Có', no: 'Không' };
const known = { ...yesNo, unknown: 'Không nhớ rõ' };

export const viSchool = {
  labels: {
    screenings: {
      _: 'SỔ THEO DÕI SỨC KHỎE HỌC SINH',
      general: {
        _: 'Phần I. Thông tin chung',
        school,
        guardians: { _: 'Cha, mẹ hoặc người giám hộ', ...guardian },
        birthOrder: 'Con thứ mấy',
        siblings: 'Tổng số con trong gia đình',
        birth: { _: 'Tiền sử sản khoa', birthKinds: 'Tiền sử sản khoa', other: 'Ghi rõ' },
        diseases: { _: 'Tiền sử bệnh/tật', diseaseKinds: 'Tiền sử bệnh/tật', other: 'Bệnh/tật khác' },
        treatment,
        vaccinated,
      },
      rounds: {
        _: 'Phần II. Theo dõi sức khỏe do nhân viên y tế trường học thực hiện',
        measuredOn: 'Ngày đo',
        ...physique,
        nutrition: 'Đánh giá tình trạng dinh dưỡng',
        nutritionReason: 'Lý do đánh giá khác',
        vision: { _: 'Thị lực', ...acuity },
        spineRotationDegrees: 'Góc xoay thân (thước đo vẹo)',
        spine: 'Cột sống',
        caries: 'Số răng sâu',
        note: 'Ghi chú',
        measuredBy: 'Người đo',
      },
      incidents: {
        _: 'Theo dõi diễn biến bất thường về sức khỏe',
        occurredOn: 'Ngày',
        diagnosis: 'Chẩn đoán ban đầu',
        treatment: 'Xử trí tại trường',
        referredTo: 'Chuyển đến',
        note: 'Ghi chú',
      },
      specialist: {
        _: 'Phần III. Khám sức khỏe theo chuyên khoa',
        examinedOn: 'Ngày khám',
        facility: 'CSKCB',
        pediatrics,
        eye,
        ent,
        dental,
        musculoskeletal,
        doctor: 'Bác sĩ khám',
      },
      conclusion: 'Kết luận',
      healthIssues: 'Vấn đề sức khỏe cần lưu ý',
      recommendation: 'Đề nghị',
      followUp,
      parentNotice: {
        _: 'Thông báo cha mẹ/người giám hộ',
        sentOn: 'Ngày thông báo',
        channel: 'Hình thức',
        recipient: 'Người nhận',
        acknowledgedOn: 'Ngày xác nhận đã nhận',
      },
    },
    periodicExaminations: {
      _: 'GIẤY KHÁM SỨC KHỎE ĐỊNH KỲ (đủ 6 đến dưới 18 tuổi)',
      examinedOn: 'Ngày khám',
      reason: 'Lý do khám sức khỏe',
      attendsSchool: 'Trẻ có đi học',
      school,
      guardian: { _: 'Họ tên mẹ hoặc người giám hộ', ...guardian },
      visitType: 'Loại hình KCB',
      subjectGroups: 'Đối tượng',
      payer: 'Nguồn chi trả',
      history: {
        _: 'Tiền sử',
        family: {
          _: 'Gia đình mắc bệnh bẩm sinh / truyền nhiễm',
          has: 'Gia đình có người mắc',
          diagnoses: 'Tên bệnh (ICD-10)',
        },
        birth: { _: 'Sản khoa', isNormal: 'Bình thường', perinatalKinds: 'Không bình thường' },
        own: { _: 'Bệnh bẩm sinh và mãn tính', has: 'Có mắc', diagnoses: 'Tên bệnh (ICD-10)' },
        treatment,
        vaccinated,
      },
      physique: {
        _: 'Khám thể lực',
        ...physique,
        respiratoryRatePerMinute: 'Nhịp thở',
        class: 'Phân loại thể lực',
      },
      pediatrics: { ...pediatrics, ...classed },
      eye: { ...eye, ...classed },
      ent: { ...ent, ...classed },
      dental: { ...dental, ...classed },
      musculoskeletal,
      labs: {
        _: 'Khám cận lâm sàng',
        name: 'Tên xét nghiệm',
        value: 'Kết quả',
        unit: 'Đơn vị đo',
        conclusion: 'Kết luận',
      },
      diagnoses: 'Kết luận bệnh (ICD-10)',
      healthIssues: 'Các vấn đề sức khỏe',
      class: 'Phân loại sức khỏe',
      recommendation: 'Đề nghị',
      followUp,
      doctor: 'Người kết luận',
    },
  },
  /** The printed rows of Phần II. */
  rounds: { round1: 'Lần 1', round2: 'Lần 2' },
  options: {
    bcg: known,
    dpt: known,
    measles: known,
    polio: known,
    japaneseEncephalitis: known,
    hepB: known,
    other: known,
    position: { standing: 'Đứng', lying: 'Nằm' },
    refraction: { none: 'Không', myopia: 'Cận', hyperopia: 'Viễn', astigmatism: 'Loạn' },
    spine: {
      normal: 'Bình thường',
      kyphosis: 'Gù',
      lordosis: 'Ưỡn',
      scoliosisLeft: 'Vẹo trái',
      scoliosisRight: 'Vẹo phải',
    },
    level: {
      preschool: 'Mầm non',
      primary: 'Tiểu học',
      lowerSecondary: 'THCS',
      upperSecondary: 'THPT',
    },
    birthKinds: {
      normal: 'Bình thường',
      preterm: 'Đẻ thiếu tháng',
      postterm: 'Đẻ thừa tháng',
      assisted: 'Đẻ có can thiệp',
      asphyxia: 'Đẻ ngạt',
      motherIll: 'Mẹ bị bệnh khi mang thai',
    },
    perinatalKinds: {
      preterm: 'Đẻ thiếu tháng',
      overweight: 'Đẻ thừa cân',
      assisted: 'Đẻ có can thiệp',
      asphyxia: 'Đẻ ngạt',
      motherIll: 'Mẹ bị bệnh khi mang thai',
    },
    diseaseKinds: {
      asthma: 'Hen',
      epilepsy: 'Động kinh',
      allergy: 'Dị ứng',
      congenitalHeart: 'Tim bẩm sinh',
    },
    now: yesNo,
    has: yesNo,
    isNormal: yesNo,
    attendsSchool: yesNo,
    nutrition: {
      normal: 'Bình thường',
      undernourished: 'Suy dinh dưỡng',
      overweightObese: 'Thừa cân béo phì',
    },
    recommendation: { monitor: 'Theo dõi', specialist: 'Khám chuyên khoa', treatment: 'Điều trị' },
    actions: {
      none: 'Không',
      monitorAtSchool: 'Theo dõi tại trường',
      measureAgain: 'Đo lại',
      referCommune: 'Chuyển trạm y tế',
      referSpecialist: 'Chuyển khám chuyên khoa',
      emergency: 'Chuyển cấp cứu',
    },
    channel: { paper: 'Giấy', phone: 'Điện thoại', message: 'Tin nhắn', meeting: 'Gặp trực tiếp' },
    class: { 1: 'Loại I', 2: 'Loại II', 3: 'Loại III', 4: 'Loại IV', 5: 'Loại V' },
    visitType: { 15: 'KSK định kỳ', 16: 'Khám sàng lọc', 99: 'Kiểm tra sức khỏe học sinh' },
    payer: {
      1: 'Ngân sách trung ương',
      2: 'Ngân sách địa phương',
      3: 'Quỹ BHYT',
      4: 'Người sử dụng lao động',
      5: 'Xã hội hóa',
      9: 'Chưa xác định',
    },
    subjectGroups: {
      1: 'Người cao tuổi',
      2: 'Người khuyết tật',
      3: 'Hộ nghèo, cận nghèo',
      4: 'Người có công',
      5: 'Người mắc bệnh mạn tính',
      6: 'Vùng DTTS và miền núi',
      7: 'Vùng khó khăn',
      8: 'Xã đảo',
      9: 'Đặc khu',
      10: 'Trẻ mầm non',
      11: 'Học sinh phổ thông',
      12: 'Sinh viên',
      13: 'Người lao động',
      14: 'Lao động phi chính thức',
      15: 'Chưa có BHYT',
      16: 'Khác',
    },
  },
};

type Widen<T> = T extends string ? string : { readonly [K in keyof T]: Widen<T[K]> };
/** The words of school health in one language. */
export type SchoolWords = Widen<typeof viSchool>;
