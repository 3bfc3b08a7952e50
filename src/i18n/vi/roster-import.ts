/** Words of reading a list in: the way of it, what became of each line, and why a file is not read. */

const ui = {
  title: 'Thêm danh sách',
  how: 'Chọn tệp Excel (.xlsx) hoặc CSV, kéo tệp thả vào đây, hoặc dán bảng đã chép.',
  file: 'Chọn tệp',
  drop: 'Thả tệp vào đây',
  paste: 'Dán danh sách',
  pasteHelp: 'Chép các ô trong bảng tính rồi dán vào đây, mỗi người một dòng, có cả dòng tiêu đề.',
  readPaste: 'Đọc danh sách đã dán',
  reading: 'Đang đọc…',
  sheets: 'Trang tính',
  takeSheet: 'Nhập trang này',
  noColumns: 'Không thấy dòng tiêu đề có “Họ và tên”. Hãy chỉ cột họ tên trong bảng dưới đây.',
  legacy: 'Tệp viết bằng bảng mã cũ {name}; chữ đã được đổi sang Unicode. Hãy xem lại các họ tên.',
  mapping: 'Cột nào ghi gì',
  mappingHelp: 'Sửa ở đây nếu máy đọc nhầm cột. Xem vài dòng đầu để kiểm tra.',
  column: 'Cột {letter}',
  heading: 'Tiêu đề trong tệp',
  holds: 'Ghi',
  sample: 'Vài dòng đầu',
  ignored: '(bỏ qua)',
  from: 'Người đầu tiên ở dòng',
  facts: 'Danh sách này là',
  name: 'Tên danh sách',
  place: 'Trường hoặc nơi',
  year: 'Năm học',
  yearHelp: 'Ví dụ 2026-2027',
  kind: 'Loại',
  className: 'Lớp của những người không ghi lớp',
  report: 'Từng dòng của tệp',
  reportCounts: '{n} dòng: {taken} lấy, {left} không lấy.',
  filter: 'Xem dòng',
  allLines: 'Tất cả',
  line: 'Dòng {n}',
  jump: 'Đến dòng',
  go: 'Đến',
  take: 'Lấy dòng này',
  notTaken: 'không lấy',
  shown: 'Đang xem {from}–{to} trên {n} dòng',
  previous: 'Trang trước',
  following: 'Trang sau',
  save: 'Thêm {n} người vào danh sách',
  saveNone: 'Chưa có dòng nào để lấy.',
  nameMissing: 'Hãy ghi tên danh sách.',
  yearWrong: 'Năm học viết như 2026-2027.',
  cancel: 'Thôi, không nhập',
  exportReport: 'Xuất báo cáo từng dòng (CSV)',
  saved: 'Đã thêm {n} người vào {name}. Bỏ qua {left} dòng, có trong báo cáo.',
  savedAgain: 'Danh sách {name} đã có: thêm {n} người mới, {same} người đã có từ trước, không mất ai.',
  done: 'Mở danh sách',
  another: 'Nhập tệp khác',
  also: 'cùng người ở dòng {line}',
  likelyQuestion: 'Có phải cùng một người không?',
  likely: 'Đã có trên máy này: {who}.',
  likelyValues: 'Người này đã có kết quả.',
  likelyBare: 'Người này chưa ghi gì.',
  samePerson: 'Cùng một người: sửa lại, giữ những gì đã ghi',
  otherPerson: 'Người khác: thêm mới',
  openLines: 'Còn {n} dòng chưa chọn: cùng một người hay người khác. Chưa chọn thì chưa thêm được.',
  uncorrected:
    '{n} người chưa sửa được vì chưa đọc được hồ sơ; trong danh sách vẫn như cũ. Khi có mạng, hãy nhập lại danh sách này.',
};

const outcomes = {
  taken: 'Lấy',
  doubtful: 'Cần xem',
  duplicate: 'Trùng',
  unnamed: 'Không có tên',
  other: 'Không phải người',
};

const remarks = {
  'name.oneWord': 'Họ tên chỉ có một chữ: xem lại cột họ và tên.',
  'name.missing': 'Có dữ liệu nhưng không có họ tên: không lấy.',
  'name.strange': 'Họ tên có ký tự lạ: mặc định không lấy.',
  'birthDate.missing': 'Không có ngày sinh.',
  'birthDate.unread': 'Không đọc được ngày sinh.',
  'birthDate.twoDigitYear': 'Năm sinh chỉ có hai chữ số: xem lại.',
  'birthDate.future': 'Ngày sinh ở tương lai.',
  'birthDate.contradicts': 'Năm sinh khác với số định danh.',
  'sex.missing': 'Không có giới tính.',
  'sex.unread': 'Không đọc được giới tính.',
  'sex.contradicts': 'Giới tính khác với số định danh.',
  'number.unread': 'Số giấy tờ không đúng dạng: giữ trong ghi chú.',
  'phone.unread': 'Số điện thoại không đúng dạng: giữ trong ghi chú.',
  'line.duplicate': 'Trùng với dòng {line}: không lấy lần nữa.',
  'line.sameNumber': 'Cùng số giấy tờ với dòng {line} nhưng khác tên.',
  'line.likelySame': 'Có thể là một người đã có, được sửa lại: hãy chọn.',
  'line.noPerson': 'Dòng tiêu đề, tổng cộng hoặc chữ ký.',
};

const fields = {
  number: 'STT',
  fullName: 'Họ và tên',
  familyName: 'Họ và tên đệm',
  givenName: 'Tên',
  birthDate: 'Ngày sinh',
  birthDay: 'Ngày (sinh)',
  birthMonth: 'Tháng (sinh)',
  birthYear: 'Năm (sinh)',
  birthMale: 'Ngày sinh của nam',
  birthFemale: 'Ngày sinh của nữ',
  sex: 'Giới tính',
  male: 'Nam (đánh dấu)',
  female: 'Nữ (đánh dấu)',
  className: 'Lớp',
  school: 'Trường',
  personalId: 'Số định danh, CCCD',
  studentCode: 'Mã học sinh',
  insuranceNumber: 'Số thẻ BHYT',
  phone: 'Điện thoại',
  guardianName: 'Phụ huynh',
  fatherName: 'Họ tên cha',
  motherName: 'Họ tên mẹ',
  household: 'Hộ gia đình',
  hamlet: 'Thôn, bản, tổ',
  address: 'Địa chỉ',
  ethnicity: 'Dân tộc',
  note: 'Ghi chú',
};

/** Why a file is not read, and what to do. */
const errors = {
  'list.oldExcel':
    'Đây là tệp Excel đời cũ (.xls). Hãy mở bằng Excel và lưu lại dạng .xlsx, rồi chọn tệp mới.',
  'list.locked': 'Tệp có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại.',
  'list.unreadable': 'Tệp hỏng hoặc không phải danh sách. Hãy mở bằng Excel và lưu lại dạng .xlsx.',
  'list.empty': 'Tệp không có chữ nào.',
  'list.tooLarge': 'Tệp lớn hơn 50 MB: không phải danh sách. Hãy chép riêng danh sách sang tệp mới.',
  'list.bomb': 'Tệp này bung ra quá lớn so với cỡ của nó nên không được mở. Hãy xin lại tệp từ nơi gửi.',
  'list.macros': 'Tệp có macro (.xlsm) nên không được mở. Hãy lưu lại dạng .xlsx (không macro) rồi chọn lại.',
  'list.webPage': 'Tệp này là trang web mang tên bảng tính. Hãy mở bằng Excel và lưu lại dạng .xlsx.',
  'list.notTable': 'Tệp này không phải bảng tính (ảnh, PDF hoặc loại khác). Hãy chọn tệp .xlsx hoặc .csv.',
  'list.tooLong': 'Danh sách dài quá 20.000 dòng. Hãy chia thành nhiều tệp.',
};

/** Words of reading a list in. */
export const viRosterImport: RosterImportWords = { ui, outcomes, remarks, fields, errors };

export interface RosterImportWords {
  readonly ui: { readonly [K in keyof typeof ui]: string };
  readonly outcomes: { readonly [K in keyof typeof outcomes]: string };
  readonly remarks: { readonly [K in keyof typeof remarks]: string };
  readonly fields: { readonly [K in keyof typeof fields]: string };
  readonly errors: { readonly [K in keyof typeof errors]: string };
}
