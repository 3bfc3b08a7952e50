/** Words of the coverage view: who has a record, who was seen today, who is missing. `{name}` is filled in. */
const ui = {
  title: 'Tiến độ lập hồ sơ',
  views: 'Xem theo',
  way: 'Đường đến nhóm đang xem',
  all: 'Tất cả {kind}',
  loading: 'Đang tải số liệu…',
  again: 'Tải lại',
  nothing: 'Chưa có nhóm nào trong danh sách.',
  noSource: 'Phiên làm việc này không có danh sách nào để đếm.',
  carried: 'Chưa kết nối được máy chủ: đây là số liệu mang theo lúc {time} ({ago}), không phải của lúc này.',
  summary:
    '{groups} nhóm, {expected} người: {captured} người đã có hồ sơ ({percent} %), {missing} người chưa có.',
  summarySeen: 'Hôm nay đã khám {seen} người.',
  households: 'Một người có thể thuộc nhiều nhóm; số của các nhóm không phải lúc nào cũng cộng lại được.',
  open: 'Xem bên trong {name}',
  share: '{captured}/{expected} có hồ sơ ({percent} %)',
  shareDevice: '{seen}/{expected} đã khám hôm nay ({percent} %)',
  legend: 'Thanh: phần tô đậm là người đã có hồ sơ, phần trống là người chưa có.',
  legendDevice: 'Thanh: phần tô đậm là người đã khám hôm nay, phần trống là người chưa khám hôm nay.',
  sorted: 'Sắp xếp theo {column}',
  names: 'Xem tên người chưa có hồ sơ',
  namesToday: 'Xem tên người chưa khám',
  hideNames: 'Ẩn tên',
  namesOf: 'Chưa có hồ sơ: {name}',
  namesTodayOf: 'Chưa khám: {name}',
  namesDenied: 'Tài khoản này chỉ được xem số đếm, không được xem tên.',
  more: 'Hiện thêm ({n})',
  namesNone: 'Không còn ai.',
  namesMore: 'Còn {n} người nữa không hiện ở đây.',
  namesHelp: 'Tên chỉ hiện trên màn hình này, không in ra.',
  born: 'sinh {date}',
  noName: '(chưa có tên)',
  device: 'Danh sách trên máy này',
  deviceHelp: 'Chỉ đếm những gì máy này biết; máy khác có thể đã khám thêm.',
  server: 'Theo máy chủ',
  members: '{n} người',
};

const columns = {
  name: 'Nhóm',
  expected: 'Trong danh sách',
  captured: 'Có hồ sơ',
  seen: 'Hôm nay',
  missing: 'Chưa có',
  done: 'Xong',
  left: 'Còn lại',
  absent: 'Vắng',
  refused: 'Từ chối',
  recheck: 'Đo lại',
};

/** What is counted, as a heading and in a sentence. */
const kinds = {
  commune: 'Xã/phường',
  hamlet: 'Thôn, tổ',
  household: 'Hộ gia đình',
  school: 'Trường',
  class: 'Lớp',
  workplace: 'Nơi làm việc',
};

export const viCoverage = { locale: 'vi', ui, columns, kinds };

/** The words of the coverage view in one language. */
export interface CoverageWords {
  readonly locale: string;
  readonly ui: { readonly [K in keyof typeof ui]: string };
  readonly columns: { readonly [K in keyof typeof columns]: string };
  readonly kinds: { readonly [K in keyof typeof kinds]: string };
}
