/** Words of the screens of a school-health station: apart from the record form, which loads none of them. `{name}` is filled in. */
const ui = {
  pupil: 'Học sinh',
  born: 'sinh {date}',
  code: 'mã {code}',
  class: 'lớp {name}',
  years: '{n} tuổi',
  yearsOr: '{a} hoặc {b} tuổi',
  male: 'Nam',
  female: 'Nữ',
  noBirthDate: 'chưa có ngày sinh',
  noSex: 'chưa có giới tính',
  noPupil: 'Chưa chọn học sinh.',
  yearOf: 'Năm học {year}',
  more: 'Mục khác',
  addRow: 'Thêm dòng',
  incident: 'Lần {n}',
  guardian: 'Người {n}',
  last: '{when}: {value}',
  examined: 'Khám {date}',
  // What became of it.
  unsaved: 'Chưa lưu',
  saving: 'Đang lưu…',
  waiting: 'Đã lưu trên máy, chờ gửi',
  sent: 'Đã gửi',
  refused: 'Chưa gửi được, cần xem lại',
  notSaved: 'Chưa lưu được',
  loading: 'Đang mở…',
  notLoaded: 'Không mở được hồ sơ của em này.',
  again: 'Thử lại',
  savedOf: '{name}: {state}',
  takenIn: 'Đã nhận số liệu mới từ trạm khác.',
  keptOne: 'Còn số liệu chưa lưu của {name}.',
  openKept: 'Mở lại',
  // Buttons.
  saveNext: 'Lưu, em tiếp theo',
  save: 'Lưu nháp',
  next: 'Em tiếp theo',
  errors: '{n} lỗi phải sửa trước khi gửi',
  questions: 'Còn {n} câu hỏi ở các ô đánh dấu',
  absent: 'Vắng mặt',
  recheck: 'Kiểm tra lại',
  recheckWhy: 'Kiểm tra lại vì sao? (không bắt buộc)',
  markSet: 'Đánh dấu',
  unmark: 'Bỏ đánh dấu',
  isAbsent: 'Đã ghi: vắng mặt.',
  isRecheck: 'Đã ghi: cần kiểm tra lại.',
  notMeasured: 'Không đo được',
  refuses: 'Từ chối',
  hint: 'Enter: ô tiếp theo · − không đo được · * từ chối',
  hintEye: 'Phím 2–9: dòng đọc được · 0, 1 rồi Enter · + là 10/10',
  // Number pad.
  pad: 'Bàn phím số',
  erase: 'Xóa một ký tự',
  comma: 'Dấu phẩy',
  slash: 'Dấu gạch chéo',
  go: 'Tiếp',
  line: 'Dòng {n}',
  // Consent.
  refusedTitle: 'Phụ huynh không đồng ý khám',
  refusedText: 'Em này không được đo, khám và không ghi số liệu ở trạm. Em vẫn ở trong danh sách lớp.',
  unanswered: 'Chưa có ý kiến của phụ huynh về việc khám.',
  // What was found.
  results: 'Kết quả',
  nothingYet: 'Kết quả hiện ra khi nhập số đo.',
  failed: 'Chưa tải được chuẩn đánh giá. Số đo vẫn được lưu.',
  bmi: 'BMI',
  arm: 'Chu vi vòng cánh tay',
  z: 'Z {z}',
  book: 'Tình trạng dinh dưỡng',
  undecided: 'Cần người khám đánh giá',
  advice: 'Gợi ý',
  advisory: 'Gợi ý sàng lọc, không phải chẩn đoán.',
  // Questions at a field.
  really: 'Đã đo lại, đúng {value}',
  otherReason: 'Lý do khác',
  correct: 'Sửa lại',
  yes: 'Đúng, {value}',
  measuredAgain: 'Đã đo lại, đúng như đã ghi',
};

/** What is asked at a field, by code. */
const questions = {
  'slip.number': 'Có phải {text} không?',
  'jump.height.shrunk': 'Thấp hơn lần trước ({last}, {on}). Xin đo lại.',
  'jump.height.factor': 'Khác lần trước rất nhiều ({last}, {on}): có thể sai dấu phẩy. Xin đo lại.',
  'jump.height.fast': 'Cao lên nhiều so với lần trước ({last}, {on}). Xin đo lại.',
  'jump.weight.factor': 'Khác lần trước rất nhiều ({last}, {on}): có thể sai dấu phẩy. Xin cân lại.',
  'jump.weight.fast': 'Tăng nhiều so với lần trước ({last}, {on}). Xin cân lại.',
  'jump.weight.lost': 'Giảm nhiều so với lần trước ({last}, {on}). Xin cân lại.',
};

const stations = {
  general: 'Thông tin chung',
  measure: 'Cân đo, huyết áp',
  eye: 'Mắt',
  dental: 'Răng miệng',
  doctor: 'Bác sĩ khám',
};

export const viStation = { locale: 'vi', ui, questions, stations };

type Widen<T> = T extends string ? string : { readonly [K in keyof T]: Widen<T[K]> };
/** The words of one language about a station. */
export type StationWords = Widen<typeof viStation>;
