/** Words of the results of a school day: notice to the parents, referral letter, summary, who is looked at again. `{name}` is filled in. */
const ui = {
  title: 'Kết quả khám sức khỏe học sinh',
  noList: 'Chưa chọn danh sách nào.',
  loading: 'Đang đọc kết quả: {done}/{total}',
  again: 'Đọc lại',
  tables: 'Đang tải chuẩn tăng trưởng…',
  tablesFailed: 'Chưa tải được chuẩn tăng trưởng nên chưa đánh giá được dinh dưỡng.',
  views: 'Chọn kết quả',
  notices: 'Thông báo cho gia đình',
  referrals: 'Giấy giới thiệu khám',
  summary: 'Bảng tổng hợp (Mẫu 02)',
  recalls: 'Cần khám lại, theo dõi',
  counts: '{pupils} học sinh: {measured} em có kết quả, {found} em có điều cần lưu ý.',
  onlyFound: 'Chỉ hiện học sinh có điều cần lưu ý',
  pupil: 'Học sinh',
  guardian: 'Người nhận',
  found: 'Điều cần lưu ý',
  given: 'Thông báo',
  chosen: 'Chọn',
  chooseAll: 'Chọn tất cả',
  choose: 'Chọn {name}',
  printNotices: 'In thông báo ({n})',
  printReferrals: 'In giấy giới thiệu ({n})',
  printSummary: 'In bảng tổng hợp',
  printOne: 'In',
  printOneOf: 'In giấy của {name}',
  printFailed: 'Trình duyệt này không mở được cửa sổ in.',
  printAsk: 'Chọn ít nhất một học sinh.',
  paper: 'Khổ giấy: {size}. Mỗi học sinh một trang.',
  csv: 'Tải tệp CSV',
  valuesCsv: 'Tải bảng kết quả của danh sách (CSV)',
  nothing: 'Không có ai.',
  noResult: 'Chưa có kết quả',
  refused: 'Gia đình không đồng ý khám: không có thông báo.',
  absent: 'Vắng',
  noGuardian: '(chưa rõ người giám hộ)',
  noName: '(chưa có tên)',
  givenOn: 'Đã phát {date} ({channel})',
  givenNo: 'Chưa phát',
  markTitle: 'Ghi lại việc đã phát thông báo',
  markHelp: 'Chỉ bấm khi thông báo đã đến tay hoặc đến máy của gia đình. Ghi cho những học sinh đang chọn.',
  markOn: 'Ngày phát',
  markChannel: 'Hình thức',
  mark: 'Ghi đã phát ({n})',
  marking: 'Đang ghi…',
  marked: 'Đã ghi cho {n} học sinh.',
  markedFailed: 'Chưa ghi được cho {n} học sinh; các em này vẫn đang được chọn.',
  markDate: 'Ngày phát chưa đúng: ghi ngày/tháng/năm, không sau hôm nay.',
  school: 'Cả trường trên máy này ({n} danh sách)',
  oneClass: 'Chỉ danh sách này',
  scope: 'Phạm vi',
  round: 'Lần đo',
  sorted: 'Sắp xếp theo {column}',
  yes: 'có',
  no: 'không',
};

/** What is printed for the parents. Plain, polite; advice and no diagnosis. */
const notice = {
  title: 'THÔNG BÁO KẾT QUẢ KIỂM TRA SỨC KHỎE',
  year: 'Năm học {year}, {round}',
  yearOnly: 'Năm học {year}',
  dear: 'Kính gửi: Ông/Bà {name}',
  dearRelation: 'Kính gửi: Ông/Bà {name} ({relation})',
  dearNobody: 'Kính gửi: Cha mẹ hoặc người giám hộ của em',
  pupil: 'Nhà trường xin thông báo kết quả kiểm tra sức khỏe của em {name}{born}{className}.',
  born: ', sinh ngày {date}',
  className: ', lớp {name}',
  measuredOn: 'Ngày kiểm tra: {date}',
  what: 'Nội dung',
  value: 'Kết quả',
  remark: 'Cần lưu ý',
  fine: 'Chưa thấy',
  see: 'Có',
  open: 'Chưa đánh giá được',
  notMeasured: 'Chưa kiểm tra',
  notMeasuredLine: 'Lần này chưa kiểm tra: {list}.',
  specialist: 'Khám chuyên khoa',
  specialistAt: 'Khám chuyên khoa: {where}',
  conclusion: 'Kết luận của nơi khám',
  issues: 'Vấn đề cần lưu ý',
  recommendation: 'Đề nghị của nơi khám',
  ask: 'Kết quả khám nhi khoa chi tiết (nếu có), xin gia đình hỏi trực tiếp nhân viên y tế.',
  foundTitle: 'Điều gia đình cần lưu ý',
  foundNone: 'Trong những nội dung đã kiểm tra, nhà trường chưa thấy điều cần lưu ý.',
  foundAbove: 'Xin xem kết luận của nơi khám ở trên.',
  todoTitle: 'Nhà trường đề nghị gia đình',
  todoNone: 'Gia đình tiếp tục chăm sóc em như thường lệ và cho em kiểm tra đủ các đợt trong năm học.',
  place: 'Nơi khám: {place}.',
  due: 'Hẹn: {date}.',
  advisory:
    'Đây là kết quả kiểm tra tại trường để tư vấn, không phải là chẩn đoán bệnh. Việc khám và điều trị do cơ sở y tế quyết định.',
  bring: 'Khi đi khám, xin mang theo giấy này và thẻ bảo hiểm y tế của em.',
  staff: 'Nhân viên y tế',
  sign: '(ký, ghi rõ họ tên)',
  received: 'Gia đình đã nhận thông báo, ngày ……/……/…………',
  family: 'Cha, mẹ hoặc người giám hộ',
};

/** The referral letter. */
const referral = {
  title: 'GIẤY GIỚI THIỆU KHÁM',
  to: 'Kính gửi: {place}',
  anywhere: 'cơ sở khám bệnh, chữa bệnh phù hợp',
  commune: 'trạm y tế xã, phường nơi em ở',
  please: 'Xin giới thiệu em {name}{born}{className} đến khám vì:',
  guardian: 'Cha, mẹ hoặc người giám hộ: {name}',
  phone: 'Điện thoại: {phone}',
  emergency: 'CẦN KHÁM NGAY',
  reasons: 'Lý do giới thiệu',
  staffOnly: 'Theo đề nghị của nhân viên y tế: {action}.',
  values: 'Kết quả kiểm tra tại trường ngày {date}',
  valuesNoDate: 'Kết quả kiểm tra tại trường',
  advisory: 'Kết quả trên là của kiểm tra sàng lọc tại trường, không phải là chẩn đoán.',
  answer: 'Phần trả lời của nơi khám (xin gửi lại nhà trường qua gia đình)',
  answerOn: 'Ngày khám: ……/……/…………',
  answerFound: 'Kết quả khám:',
  answerTodo: 'Hướng dẫn, hẹn khám lại:',
  doctor: 'Người khám',
};

/** What stands in the first column of notice and letter, and in the list of what was not measured. */
const measures = {
  weightKg: 'Cân nặng',
  heightCm: 'Chiều cao',
  bmi: 'BMI',
  nutrition: 'Dinh dưỡng',
  bloodPressure: 'Huyết áp',
  vision: 'Thị lực không kính',
  visionWithGlasses: 'Thị lực có kính',
  hearing: 'Nghe',
  spine: 'Cột sống',
  caries: 'Răng',
  eye: 'Mắt',
  ent: 'Tai mũi họng',
  dental: 'Răng hàm mặt',
  musculoskeletal: 'Cơ xương khớp',
};

/** Values as a sentence has them. */
const values = {
  eyes: 'mắt phải {right}, mắt trái {left}',
  ears: 'nói thường: phải {spokenRight}, trái {spokenLeft}; nói thầm: phải {whisperedRight}, trái {whisperedLeft}',
  metres: '{n} m',
  nothing: '–',
  degrees: 'góc xoay thân {n}°',
  teeth: '{n} răng sâu chưa điều trị',
  noTeeth: 'không có răng sâu',
  unread: '“{text}” (ghi như trên phiếu)',
};

const lowNutrition = 'Cân nặng hoặc chiều cao của em thấp hơn mức thường gặp của trẻ cùng tuổi.';
const veryLowNutrition =
  'Cân nặng hoặc chiều cao của em thấp hơn nhiều so với mức thường gặp của trẻ cùng tuổi.';
const thin = 'Em gầy hơn so với chiều cao và tuổi của em.';
const veryThin = 'Em gầy hơn nhiều so với chiều cao và tuổi của em.';

/** What was found, in words for parents, by the code of the advice. */
const found = {
  'nutrition.underweight': lowNutrition,
  'nutrition.severeUnderweight': veryLowNutrition,
  'nutrition.stunting': 'Chiều cao của em thấp hơn mức thường gặp của trẻ cùng tuổi.',
  'nutrition.severeStunting': 'Chiều cao của em thấp hơn nhiều so với mức thường gặp của trẻ cùng tuổi.',
  'nutrition.wasting': thin,
  'nutrition.severeWasting': veryThin,
  'nutrition.thinness': thin,
  'nutrition.severeThinness': veryThin,
  'nutrition.riskOfOverweight': 'Cân nặng của em gần mức thừa cân so với chiều cao và tuổi.',
  'nutrition.overweight': 'Cân nặng của em ở mức thừa cân so với chiều cao và tuổi.',
  'nutrition.obesity': 'Cân nặng của em ở mức béo phì so với chiều cao và tuổi.',
  'nutrition.moderateAcuteMalnutrition': 'Vòng cánh tay của em nhỏ hơn mức thường gặp.',
  'nutrition.severeAcuteMalnutrition': 'Vòng cánh tay của em nhỏ hơn nhiều so với mức thường gặp.',
  'nutrition.chronicEnergyDeficiency': 'Em gầy so với chiều cao.',
  'nutrition.oedema': 'Hai bàn chân của em có dấu hiệu phù.',
  'nutrition.implausible': 'Số đo cân nặng, chiều cao rất khác thường, có thể đo hoặc ghi chưa đúng.',
  'bloodPressure.again': 'Huyết áp lần đo này cao hơn mức sàng lọc của tuổi; đo một lần chưa đủ để kết luận.',
  'bloodPressure.high': 'Huyết áp của em vẫn cao hơn mức sàng lọc của tuổi sau nhiều lần đo.',
  'vision.low': 'Mắt của em nhìn xa chưa rõ khi không đeo kính.',
  'vision.lowWithGlasses': 'Mắt của em nhìn xa chưa rõ dù đã đeo kính.',
  'hearing.low': 'Em nghe chưa rõ ở khoảng cách kiểm tra.',
  'spine.again': 'Lưng của em hơi lệch khi cúi; cần kiểm tra lại.',
  'spine.rotation': 'Lưng của em lệch rõ khi cúi, có thể cột sống bị vẹo.',
  'spine.curved': 'Khi nhìn, cột sống của em có vẻ cong hoặc vẹo.',
  'dental.caries': 'Em có răng sâu chưa được điều trị.',
};

const eat = 'Hỏi nhân viên y tế về bữa ăn và vận động phù hợp với em.';
const commune = 'Đưa em đến trạm y tế xã, phường để được khám và tư vấn dinh dưỡng.';

/** What the family is asked to do, by the code of the advice. */
const todo = {
  'nutrition.underweight': eat,
  'nutrition.severeUnderweight': commune,
  'nutrition.stunting': eat,
  'nutrition.severeStunting': commune,
  'nutrition.wasting': commune,
  'nutrition.severeWasting': 'Đưa em đi khám nhi khoa sớm.',
  'nutrition.thinness': eat,
  'nutrition.severeThinness': commune,
  'nutrition.riskOfOverweight': eat,
  'nutrition.overweight': eat,
  'nutrition.obesity': commune,
  'nutrition.moderateAcuteMalnutrition': commune,
  'nutrition.severeAcuteMalnutrition': 'Đưa em đi khám nhi khoa sớm.',
  'nutrition.chronicEnergyDeficiency': eat,
  'nutrition.oedema': 'Đưa em đi khám nhi khoa sớm.',
  'nutrition.implausible': 'Cho em đi học đều để nhà trường đo lại cân nặng, chiều cao.',
  'bloodPressure.again': 'Cho em nghỉ ngơi; nhà trường sẽ đo lại huyết áp.',
  'bloodPressure.high': 'Đưa em đến trạm y tế xã, phường để đo lại huyết áp và được tư vấn.',
  'vision.low': 'Đưa em đi khám mắt ở cơ sở có bác sĩ chuyên khoa mắt.',
  'vision.lowWithGlasses': 'Đưa em đi khám mắt và thử lại kính ở cơ sở có bác sĩ chuyên khoa mắt.',
  'hearing.low': 'Đưa em đi khám ở cơ sở có bác sĩ chuyên khoa tai mũi họng.',
  'spine.again': 'Nhắc em ngồi học thẳng lưng, đeo cặp hai vai; nhà trường sẽ kiểm tra lại.',
  'spine.rotation': 'Đưa em đi khám cột sống ở cơ sở có bác sĩ cơ xương khớp hoặc chấn thương chỉnh hình.',
  'spine.curved': 'Đưa em đi khám cột sống ở cơ sở có bác sĩ cơ xương khớp hoặc chấn thương chỉnh hình.',
  'dental.caries': 'Đưa em đi khám và chữa răng ở cơ sở có bác sĩ răng hàm mặt.',
};

/** What staff decided, as it is said to the family. */
const decided = {
  none: 'Chưa cần làm gì thêm.',
  monitorAtSchool: 'Nhà trường sẽ theo dõi thêm; xin gia đình báo khi em có dấu hiệu khác thường.',
  measureAgain: 'Nhà trường sẽ kiểm tra lại cho em.',
  referCommune: 'Đưa em đến trạm y tế xã, phường để khám.',
  referSpecialist: 'Đưa em đi khám chuyên khoa.',
  emergency: 'Đưa em đến cơ sở y tế gần nhất ngay.',
};

/** What the examining facility recommends, as it is said to the family. */
const recommended = {
  monitor: 'Theo dõi sức khỏe của em; báo nhà trường khi có dấu hiệu khác thường.',
  specialist: 'Đưa em đi khám chuyên khoa.',
  treatment: 'Đưa em đi điều trị theo hướng dẫn của nơi khám.',
};

/** Mẫu 02: headings and classes. */
const summary = {
  title: 'BẢNG TỔNG HỢP SỨC KHỎE HỌC SINH (theo Mẫu 02)',
  grade: 'Khối',
  noGrade: 'Chưa rõ',
  sex: 'Giới',
  male: 'Nam',
  female: 'Nữ',
  noSex: 'Chưa rõ',
  pupils: 'Số học sinh',
  total: 'Tổng cộng',
  judged: 'Đã đánh giá',
  rest: 'Không đánh giá',
  nutrition: 'Dinh dưỡng',
  vision: 'Thị lực không kính',
  spine: 'Cột sống',
  caries: 'Răng',
  bloodPressure: 'Huyết áp',
  'nutrition.normal': 'Bình thường',
  'nutrition.undernourished': 'Suy dinh dưỡng',
  'nutrition.overweightObese': 'Thừa cân, béo phì',
  'vision.normal': 'Trên ngưỡng',
  'vision.low': 'Giảm',
  'spine.normal': 'Không lệch',
  'spine.again': 'Xem lại',
  'spine.rotation': 'Lệch rõ',
  'spine.curved': 'Cong, vẹo khi nhìn',
  'caries.sound': 'Không sâu',
  'caries.caries': 'Có răng sâu',
  'bloodPressure.normal': 'Dưới ngưỡng',
  'bloodPressure.high': 'Bằng, trên ngưỡng',
  'why.absent': 'Vắng',
  'why.refused': 'Không đồng ý',
  'why.notMeasured': 'Chưa đo',
  'why.open': 'Chưa xếp loại được',
  'why.outside': 'Ngoài tuổi của chuẩn',
  help: '“Không đánh giá”: vắng, gia đình không đồng ý, chưa đo, hoặc đo rồi mà chưa xếp loại được. Số liệu sàng lọc, không phải chẩn đoán.',
  footnote: 'vắng {absent}, không đồng ý {refused}, chưa đo {notMeasured}, chưa xếp loại {open}.',
  head: 'Thủ trưởng đơn vị',
  place: '{place}, năm học {year}, {round}, {list}',
};

/** Headings of the table of all values, for a sheet. */
const table = {
  file: 'ket-qua',
  number: 'STT',
  measuredOn: 'Ngày kiểm tra',
  weightKg: 'Cân nặng (kg)',
  heightCm: 'Chiều cao (cm)',
  bmi: 'BMI (kg/m²)',
  weightForAge: 'Z-score cân nặng theo tuổi',
  heightForAge: 'Z-score chiều cao theo tuổi',
  bmiForAge: 'Z-score BMI theo tuổi',
  systolic: 'Huyết áp tâm thu (mmHg)',
  diastolic: 'Huyết áp tâm trương (mmHg)',
  pulse: 'Mạch (lần/phút)',
  uncorrectedRight: 'Thị lực mắt phải không kính',
  uncorrectedLeft: 'Thị lực mắt trái không kính',
  correctedRight: 'Thị lực mắt phải có kính',
  correctedLeft: 'Thị lực mắt trái có kính',
  caries: 'Số răng sâu chưa điều trị',
  conclusion: 'Kết luận của nơi khám',
};

/** Who is to be looked at again. */
const recall = {
  name: 'Học sinh',
  className: 'Lớp',
  born: 'Ngày sinh',
  action: 'Xử trí',
  reasons: 'Lý do',
  due: 'Hẹn',
  phone: 'Điện thoại',
  overdue: 'quá hẹn',
  noDue: 'chưa hẹn',
  recheck: 'Được đánh dấu đo lại',
  jump: 'Số đo khác xa lần trước',
};

export const viResults = {
  locale: 'vi',
  ui,
  notice,
  referral,
  measures,
  values,
  found,
  todo,
  decided,
  recommended,
  summary,
  table,
  recall,
};

type Words<T> = { readonly [K in keyof T]: string };
/** The words of results in one language. */
export interface ResultsWords {
  readonly locale: string;
  readonly ui: Words<typeof ui>;
  readonly notice: Words<typeof notice>;
  readonly referral: Words<typeof referral>;
  readonly measures: Words<typeof measures>;
  readonly values: Words<typeof values>;
  readonly found: Words<typeof found>;
  readonly todo: Words<typeof todo>;
  readonly decided: Words<typeof decided>;
  readonly recommended: Words<typeof recommended>;
  readonly summary: Words<typeof summary>;
  readonly table: Words<typeof table>;
  readonly recall: Words<typeof recall>;
}
