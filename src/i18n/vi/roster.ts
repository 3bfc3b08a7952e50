import { viRosterConsents } from './roster-consents.ts';
import type { RosterConsentWords } from './roster-consents.ts';
import { viRosterImport } from './roster-import.ts';
import type { RosterImportWords } from './roster-import.ts';

/** Words of lists of people who are examined together: the list, its statuses, the way in and the way out. */

/** Words of the list. `{name}` is filled in. */
const ui = {
  title: 'Danh sách khám',
  onDevice: 'Danh sách trên máy này',
  noLists: 'Chưa có danh sách nào trên máy này.',
  noStore: 'Mở kho trên máy này để giữ danh sách. Chưa mở kho thì chưa nhập được danh sách.',
  loading: 'Đang đọc danh sách…',
  add: 'Thêm danh sách',
  back: 'Các danh sách',
  open: 'Mở',
  members: '{n} người',
  addedOn: 'thêm ngày {date}',
  year: 'năm học {year}',
  remove: 'Xóa khỏi máy này',
  removeAsk:
    'Xóa danh sách {name} cùng những gì máy này giữ về {n} người trong đó? Những gì đang chờ gửi vẫn được gửi.',
  removeYes: 'Xóa danh sách',
  keep: 'Giữ lại',
  removed: 'Đã xóa danh sách khỏi máy này.',
  onServer: 'Danh sách trên máy chủ',
  chooseKind: 'Chọn loại danh sách',
  kindLabel: 'Loại danh sách',
  asking: 'Đang hỏi máy chủ…',
  noGroups: 'Máy chủ không có danh sách loại này.',
  take: 'Tải về máy',
  taking: 'Đang tải {name}…',
  takingOf: '{done} trên {total}',
  stop: 'Dừng',
  stopped: 'Đã dừng tải. Danh sách này chưa được thêm.',
  taken: 'Đã thêm {name}: {n} người.',
  takenSome: 'Đã thêm {name}: {n} người. Hồ sơ cũ của họ chưa tải về được ({what}).',
  counts: '{expected} người, {captured} đã có hồ sơ',
  more: 'Xem tiếp',
  tryAgain: 'Thử lại',
  close: 'Đóng',
  // One list.
  search: 'Tìm tên, lớp, mã học sinh',
  searchHelp: 'Gõ có dấu hay không dấu đều được.',
  clear: 'Xóa ô tìm',
  filters: 'Lọc',
  filtersSet: 'đang dùng {n} bộ lọc',
  filter: 'Lọc theo tình trạng',
  classLabel: 'Lớp',
  allClasses: 'Tất cả các lớp',
  here: 'Cần khám',
  all: 'Cả danh sách',
  found: '{n} người trong bảng',
  none: 'Không có ai khớp với ô tìm và bộ lọc.',
  empty: 'Danh sách này chưa có ai.',
  name: 'Họ và tên',
  status: 'Tình trạng',
  stations: 'Bàn khám',
  keys: 'Mũi tên: chuyển dòng. Enter: mở. F8 hoặc Alt+N: người kế tiếp chưa xong.',
  next: 'Người kế tiếp',
  nextNone: 'Không còn ai chưa xong ở bàn này.',
  chosen: 'Đang mở: {name}',
  openedOf: 'Đã mở {name}.',
  progress: 'Tiến độ',
  progressList: 'Cả danh sách: {done} trên {total} đã xong',
  progressClass: 'Lớp {name}: {done} trên {total} đã xong',
  progressDay: 'Hôm nay máy này ghi cho {n} người',
  notExpected: '(không tính {n} người không khám)',
  born: 'sinh {date}',
  noBirth: 'chưa rõ ngày sinh',
  code: 'mã {code}',
  refusedWhy: 'Cha mẹ không đồng ý khám: không đưa vào danh sách các bàn khám, vẫn ở trong lớp.',
  unansweredWhy: 'Chưa có ý kiến của cha mẹ: chưa đưa vào danh sách các bàn khám.',
  waiting: 'chờ gửi',
  attention: 'phải xem lại',
  markAbsent: 'Ghi vắng mặt',
  markRecheck: 'Cần khám lại',
  unmark: 'Bỏ đánh dấu',
  why: 'Lý do (không bắt buộc)',
  save: 'Lưu',
  cancel: 'Thôi',
  marked: 'Đã ghi: {status}.',
  peopleTab: 'Danh sách khám',
  consentsTab: 'Ý kiến cha mẹ',
  exportResults: 'Xuất tình trạng (CSV)',
  exportFailed: 'Xuất phần chưa xong, chưa gửi được (CSV)',
  exportHelp: 'Tệp có tên học sinh: chỉ lưu vào nơi được phép.',
  exported: 'Đã tạo tệp {n} dòng.',
  countsOnly: 'Vai trò này chỉ xem được số lượng, không xem được tên.',
  failed: 'Không làm được việc này. {what}',
};

/** Statuses of a person on a list. */
const status = {
  agreed: 'Đồng ý',
  todo: 'Chưa khám',
  begun: 'Đang khám',
  done: 'Đã xong',
  absent: 'Vắng mặt',
  unanswered: 'Chưa có ý kiến',
  refused: 'Không đồng ý',
  recheck: 'Cần khám lại',
};

const stations = {
  general: 'Phần chung',
  measure: 'Cân đo',
  eye: 'Mắt',
  dental: 'Răng',
  doctor: 'Bác sĩ',
};
const stationState = { none: 'chưa', some: 'đang làm', all: 'xong' };

const kinds = {
  class: 'lớp',
  hamlet: 'thôn, bản, tổ',
  household: 'hộ gia đình',
  workplace: 'nơi làm việc',
  school: 'trường',
  commune: 'xã, phường',
};
const sex = { male: 'nam', female: 'nữ' };

/** Headings of the files that go out. */
const columns = {
  number: 'STT',
  name: 'Họ và tên',
  birthDate: 'Ngày sinh',
  sex: 'Giới tính',
  className: 'Lớp',
  studentCode: 'Mã học sinh',
  status: 'Tình trạng',
  reason: 'Lý do',
  queue: 'Gửi',
  line: 'Dòng trong tệp',
  sheet: 'Trang tính',
  outcome: 'Kết quả',
  remarks: 'Nhận xét',
  text: 'Nội dung dòng',
};
const files = {
  results: 'tinh-trang',
  failed: 'chua-xong',
  report: 'bao-cao-nhap',
  separator: ';',
} as const;

/** The Vietnamese words of lists. */
export const viRoster: RosterWords = {
  locale: 'vi',
  ui,
  status,
  stations,
  stationState,
  kinds,
  sex,
  columns,
  files,
  imports: viRosterImport,
  consents: viRosterConsents,
};

/** The words of one language about lists. */
export interface RosterWords {
  readonly locale: string;
  readonly ui: { readonly [K in keyof typeof ui]: string };
  readonly status: { readonly [K in keyof typeof status]: string };
  readonly stations: { readonly [K in keyof typeof stations]: string };
  readonly stationState: { readonly [K in keyof typeof stationState]: string };
  readonly kinds: { readonly [K in keyof typeof kinds]: string };
  readonly sex: { readonly [K in keyof typeof sex]: string };
  readonly columns: { readonly [K in keyof typeof columns]: string };
  readonly files: Readonly<Record<Exclude<keyof typeof files, 'separator'>, string>> & {
    /** What parts the cells of a file: what Excel of this language expects. */
    readonly separator: ';' | ',';
  };
  readonly imports: RosterImportWords;
  readonly consents: RosterConsentWords;
}
