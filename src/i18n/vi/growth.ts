/** Words of the growth chart, the cut-offs and the advice of a screening: apart from the record form, which loads none of them. */

/** Words of the chart. `{name}` is filled in. */
const ui = {
  loading: 'Đang tải chuẩn tăng trưởng…',
  failed: 'Chưa tải được chuẩn tăng trưởng.',
  again: 'Tải lại',
  noSex: 'Chưa có giới tính (nam hoặc nữ) nên chưa vẽ được đường chuẩn.',
  noBirthDate: 'Chưa có đủ ngày, tháng, năm sinh nên chưa vẽ được điểm nào.',
  noPoints: 'Chưa có lần đo nào để vẽ.',
  summary: '{count} lần đo trên biểu đồ.',
  outside: '{count} lần đo không vẽ được; lý do ở trong bảng.',
  keys: 'Dùng phím mũi tên để xem từng lần đo.',
  pick: 'Chọn một điểm để xem lần đo.',
  points: 'Các lần đo',
  showTable: 'Xem bảng số liệu',
  hideTable: 'Ẩn bảng số liệu',
  date: 'Ngày đo',
  age: 'Tuổi',
  z: 'Z-score',
  assessment: 'Nhận xét',
  note: 'Ghi chú',
  median: 'trung vị',
  legend: 'Đường chuẩn: độ lệch chuẩn (SD) so với trung vị',
  source:
    'Nguồn: WHO, Chuẩn tăng trưởng trẻ em 2006 (dưới 5 tuổi) và Tham chiếu tăng trưởng 2007 (5–19 tuổi).',
  advisory: 'Biểu đồ để theo dõi, không phải là chẩn đoán.',
  months: '{n} tháng',
  years: '{n} tuổi',
  yearsMonths: '{years} tuổi {months} tháng',
  days: '{n} ngày',
  to: 'đến',
  /** Beside the values of a visit. */
  score: '{indicator}: {z} SD',
  hint: 'Gợi ý, không phải chẩn đoán: {advice}',
  fallen: 'Cân nặng theo tuổi đã giảm {sd} SD so với ngày {date}: nên được cán bộ y tế khám và theo dõi.',
  armRead: 'Vòng cánh tay {mm} mm',
  rotationRead: 'Góc xoay thân {degrees} độ',
};

const indicators = {
  weightForAge: 'Cân nặng theo tuổi',
  heightForAge: 'Chiều dài/chiều cao theo tuổi',
  bmiForAge: 'BMI theo tuổi',
  weightForHeight: 'Cân nặng theo chiều dài/chiều cao',
  headForAge: 'Vòng đầu theo tuổi',
};

const sex = { male: 'trẻ trai', female: 'trẻ gái' };

/** Axes and columns, with unit. */
const axes = {
  months: 'Tuổi (tháng)',
  years: 'Tuổi (năm)',
  weight: 'Cân nặng (kg)',
  height: 'Chiều dài/chiều cao (cm)',
  bmi: 'BMI (kg/m²)',
  head: 'Vòng đầu (cm)',
};

/** Why a measurement is not on the chart, or what has to be known about it. */
const reasons = {
  oedema: 'Phù: không tính theo cân nặng',
  missing: 'Thiếu số đo',
  outside: 'Ngoài phạm vi của chuẩn WHO',
  unreadable: 'Ngày sinh hoặc ngày đo không hợp lệ',
  implausible: 'Giá trị rất xa chuẩn: đề nghị đo lại',
  partial: 'Chưa rõ ngày sinh nên không vẽ được điểm',
};

/** Classes of the cut-offs: words of screening, not a diagnosis. */
const classes = {
  normal: 'Bình thường',
  underweight: 'SDD thể nhẹ cân, mức độ vừa',
  severeUnderweight: 'SDD thể nhẹ cân, mức độ nặng',
  stunting: 'SDD thể thấp còi, mức độ vừa',
  severeStunting: 'SDD thể thấp còi, mức độ nặng',
  wasting: 'SDD thể gầy còm, mức độ vừa',
  severeWasting: 'SDD thể gầy còm, mức độ nặng',
  thinness: 'Gầy còm, mức độ vừa',
  severeThinness: 'Gầy còm, mức độ nặng',
  riskOfOverweight: 'Nguy cơ thừa cân',
  overweight: 'Thừa cân',
  obesity: 'Béo phì',
  moderateAcuteMalnutrition: 'SDD cấp tính vừa',
  severeAcuteMalnutrition: 'SDD cấp tính nặng',
  chronicEnergyDeficiency: 'Thiếu năng lượng trường diễn',
};

/** What is advised to do. */
const actions = {
  monitorAtSchool: 'Theo dõi tại trường',
  measureAgain: 'Đo lại',
  referCommune: 'Chuyển trạm y tế',
  referSpecialist: 'Chuyển khám chuyên khoa',
  emergency: 'Chuyển cấp cứu',
};

const malnourished = 'Chỉ số thấp hơn ngưỡng: nên được cán bộ y tế khám và tư vấn dinh dưỡng.';
const veryLow = 'Chỉ số thấp hơn ngưỡng nặng: cần được cán bộ y tế khám.';

/** The sentences of advice by their codes. Advice, never a diagnosis. */
const advice = {
  'nutrition.underweight': malnourished,
  'nutrition.severeUnderweight': veryLow,
  'nutrition.stunting': malnourished,
  'nutrition.severeStunting': veryLow,
  'nutrition.wasting': malnourished,
  'nutrition.severeWasting': veryLow,
  'nutrition.thinness': malnourished,
  'nutrition.severeThinness': veryLow,
  'nutrition.riskOfOverweight': 'Chỉ số gần ngưỡng thừa cân: theo dõi cân nặng, chiều cao.',
  'nutrition.overweight': 'Chỉ số trên ngưỡng thừa cân: nên tư vấn ăn uống và vận động, theo dõi.',
  'nutrition.obesity': 'Chỉ số trên ngưỡng béo phì: nên được cán bộ y tế khám và tư vấn.',
  'nutrition.moderateAcuteMalnutrition': 'Vòng cánh tay dưới ngưỡng: nên được cán bộ y tế khám.',
  'nutrition.severeAcuteMalnutrition': 'Vòng cánh tay dưới ngưỡng nặng: cần được cán bộ y tế khám sớm.',
  'nutrition.chronicEnergyDeficiency': 'BMI dưới 18,5: nên được tư vấn dinh dưỡng.',
  'nutrition.oedema': 'Phù hai bàn chân: cần được khám sớm; không đánh giá dinh dưỡng theo cân nặng.',
  'nutrition.implausible': 'Giá trị rất xa chuẩn: kiểm tra ngày sinh và đo lại.',
  'bloodPressure.again':
    'Huyết áp bằng hoặc trên ngưỡng sàng lọc ({systolic}/{diastolic} mmHg): cho nghỉ rồi đo lại, đủ {times} lần.',
  'bloodPressure.high':
    'Huyết áp vẫn bằng hoặc trên ngưỡng sàng lọc ({systolic}/{diastolic} mmHg) sau {times} lần đo: nên đi khám.',
  'vision.low': 'Thị lực không kính từ {tenths}/10 trở xuống: nên khám chuyên khoa mắt.',
  'vision.lowWithGlasses': 'Thị lực có kính từ {tenths}/10 trở xuống: nên khám lại kính.',
  'hearing.low': 'Nghe nói thường dưới {spokenM} m hoặc nói thầm dưới {whisperedM} m: nên khám tai mũi họng.',
  'spine.again': 'Góc xoay thân từ {againFrom} đến dưới {referFrom} độ: đo lại, theo dõi.',
  'spine.rotation': 'Góc xoay thân từ {referFrom} độ: nên khám cột sống.',
  'spine.curved': 'Nghi cong, vẹo cột sống khi nhìn: nên khám cột sống.',
  'dental.caries': 'Có răng sâu chưa điều trị: nên khám răng hàm mặt.',
};

export const viGrowth = {
  locale: 'vi',
  ui,
  indicators,
  sex,
  axes,
  reasons,
  classes,
  actions,
  advice,
};

/** The words of one language about growth and advice. */
export interface GrowthWords {
  readonly locale: string;
  readonly ui: { readonly [K in keyof typeof ui]: string };
  readonly indicators: { readonly [K in keyof typeof indicators]: string };
  readonly sex: { readonly [K in keyof typeof sex]: string };
  readonly axes: { readonly [K in keyof typeof axes]: string };
  readonly reasons: { readonly [K in keyof typeof reasons]: string };
  readonly classes: { readonly [K in keyof typeof classes]: string };
  readonly actions: { readonly [K in keyof typeof actions]: string };
  readonly advice: { readonly [K in keyof typeof advice]: string };
}
