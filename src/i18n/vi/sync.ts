import { viFailures } from './failures.ts';
import type { FailureWords } from './failures.ts';

/** Words of the screens about the store of this device and the queue: apart from the record form, which loads none of them. */

/** Words of the screens. `{name}` is filled in. */
const ui = {
  // The end of the day.
  title: 'Gửi hồ sơ trong ngày',
  // The one line: what stands first, then what is known beside it.
  allSent: 'Đã gửi hết',
  noneYet: 'Chưa có hồ sơ chờ gửi',
  sendingHead: 'Đang gửi',
  sendingN: 'Đang gửi {done}/{total}',
  lineDone: 'hôm nay {n}',
  lineSent: 'hôm nay đã gửi {n}',
  lineAt: 'lúc {time}',
  lineLast: 'lần cuối {time}',
  lineDrafts: 'còn {n} bản nháp',
  linePaused: 'đang tạm dừng',
  lineElsewhere: 'cửa sổ khác đang gửi',
  lineUnreached: 'chưa gặp máy chủ',
  lineAttention: '{what} phải xem lại',
  nRecords: '{n} hồ sơ',
  nConsents: '{n} ý kiến đồng ý',
  nBoth: '{records} và {consents}',
  look: 'Xem',
  attentionHead: 'Còn {what} phải xem lại mới gửi được',
  waitingHead: '{what} chờ gửi',
  loading: 'Đang đọc kho trên máy…',
  noStore: 'Chưa có kho trên máy này.',
  send: 'Gửi ngay',
  goOn: 'Gửi tiếp',
  pause: 'Tạm dừng',
  progress: '{done} trên {total}',
  progressLabel: 'Đã gửi',
  safeToClose: 'Có thể đóng trang: hồ sơ chưa gửi được giữ kín trên máy này và gửi tiếp khi mở lại.',
  saidStart: 'Bắt đầu gửi.',
  saidEnd: 'Đã dừng gửi. Còn {waiting} chờ gửi, {attention} cần xem lại.',
  saidAll: 'Đã gửi hết.',
  attention: 'Cần xem lại',
  waiting: 'Chờ gửi',
  sent: 'Đã gửi hôm nay',
  sentTotal: '(tổng cộng {n})',
  drafts: 'Bản nháp',
  lastSent: 'Gửi lần cuối: {relative} ({exact})',
  neverSent: 'Chưa gửi lần nào từ máy này',
  justNow: 'vừa xong',
  today: 'hôm nay',
  reach_unknown: 'Chưa liên lạc với máy chủ',
  reach_reached: 'Máy chủ có trả lời',
  reach_unreached: 'Máy chủ không trả lời',
  nextTry: 'tự gửi lại lúc {time}',
  roomLeft: 'Còn trống {left}',
  roomUnknown: 'Không rõ chỗ trống',
  roomLow: 'Máy sắp hết chỗ: chỉ còn {left}. Hãy gửi hồ sơ đang chờ trước khi ghi thêm.',
  notPersistent:
    'Trình duyệt chưa hứa giữ kho này lâu dài. Nên gửi hết trong ngày, hoặc xuất tệp niêm phong.',
  paused: 'Đang tạm dừng gửi.',
  loginNeeded: 'Phiên đăng nhập đã hết: đăng nhập lại rồi bấm “Gửi ngay”. Hồ sơ vẫn được giữ trên máy này.',
  pendingHere: 'Bản đã sửa trên máy này, chưa gửi lên máy chủ.',
  carried: 'Bản tải về máy lúc {time}, chưa đối chiếu với máy chủ.',
  elsewhere: 'Một cửa sổ khác của phần mềm đang gửi. Các số ở đây tự cập nhật.',
  restoredHead: 'Kho trên máy này là một bản cũ được đưa trở lại',
  restored:
    'Máy chủ đã nhận từ máy này những hồ sơ mới hơn. Hồ sơ ghi sau bản cũ này có thể không còn trên máy: hãy đối chiếu với phiếu giấy. Hồ sơ đã gửi mà gửi lại thì máy chủ nhận ra, không thành hai.',
  acknowledge: 'Đã đối chiếu, cho gửi tiếp',
  damagedHead: '{n} mục trong kho bị hỏng hoặc bị sửa từ bên ngoài',
  damaged: 'Các mục này không hiện ra và không được gửi. Đối chiếu với phiếu giấy và báo bộ phận hỗ trợ.',
  showLists: 'Chi tiết',
  hideLists: 'Thu gọn',
  // Lists.
  sentToday: 'Đã gửi hôm nay',
  files: 'Tệp niêm phong',
  nothing: 'Không có mục nào.',
  more: 'Xem thêm',
  noName: '(chưa ghi tên)',
  born: 'sinh {date}',
  queuedAt: 'ghi lúc {time}',
  sentAt: 'gửi lúc {time}',
  onItsWay: 'đang gửi',
  attempts: 'đã thử {n} lần',
  retryAt: 'thử lại lúc {time}',
  changesRecord: 'sửa hồ sơ đã có',
  newRecord: 'hồ sơ mới',
  code: 'Mã lỗi: {code}',
  issues: 'Chỗ cần chữa',
  mergedN: '{n} chỗ tự ghép với bản trên máy chủ',
  correct: 'Sửa',
  retry: 'Gửi lại',
  decide: 'Quyết định',
  close: 'Đóng lại',
  exportOne: 'Xuất riêng',
  remove: 'Xóa',
  removeAsk: 'Xóa hẳn hồ sơ chưa gửi của {who}? Sau đó không lấy lại được.',
  removeYes: 'Xóa hồ sơ của {name}',
  keep: 'Giữ lại',
  open: 'Mở',
  discard: 'Bỏ nháp',
  discardAsk: 'Bỏ hẳn bản nháp của {who}? Sau đó không lấy lại được.',
  discardYes: 'Bỏ nháp của {name}',
  saidRemoved: 'Đã xóa.',
  saidRetry: 'Đã đưa lại vào hàng chờ gửi.',
  saidTaken: 'Đã lấy ra khỏi hàng chờ, thành bản nháp để sửa.',
  // Records taken along.
  carryTitle: 'Hồ sơ mang theo',
  carryHelp:
    'Khi còn mạng, lấy hồ sơ của một lớp, một thôn về máy này để mở được ở nơi không có mạng. Bản mang theo được niêm phong và tự xóa khi quá hạn.',
  carryNone: 'Chưa mang theo danh sách nào.',
  carryPeople: '{n} người',
  carryRecords: '{n} hồ sơ',
  carryMissing: '{n} người chưa có hồ sơ',
  carryRefused: '{n} hồ sơ không được phép xem',
  carryTaken: 'lấy {relative} ({exact})',
  carryEnds: 'dùng được đến {time}',
  carryPartly: 'Chưa lấy đủ: mới có {n} trên {total} hồ sơ. Lấy lại khi có mạng.',
  carryOld: 'Bản cũ: người khác có thể đã sửa hồ sơ từ khi lấy. Nên lấy lại trước khi đi.',
  carrySoon: 'Sắp hết hạn. Lấy lại khi có mạng.',
  carryExpired: 'Đã quá hạn: các bản này không còn mở được trên máy. Lấy lại khi có mạng.',
  carryAlertExpired: '{n} danh sách mang theo đã quá hạn',
  carryAlertPartly: '{n} danh sách mang theo chưa lấy đủ',
  carryAlertSoon: '{n} danh sách mang theo sắp hết hạn',
  carryAgain: 'Lấy lại',
  carryLeave: 'Thôi mang theo',
  carryLeaveAsk:
    'Xóa {n} hồ sơ mang theo của {name} khỏi máy này? Không có mạng thì không lấy lại được. Hồ sơ chờ gửi và bản nháp vẫn giữ nguyên.',
  carryLeaveYes: 'Xóa khỏi máy',
  carryTaking: 'Đang lấy: {name}',
  carryStop: 'Dừng',
  carryPick: 'Mang thêm danh sách',
  carryBy: 'Danh sách theo',
  carryTake: 'Mang theo',
  carryAsking: 'Đang hỏi máy chủ…',
  carryNoGroups: 'Máy chủ không có danh sách nào khác theo loại này.',
  saidCarried: 'Đã lấy {n} hồ sơ: {name}.',
  saidStopped: 'Đã dừng. Những hồ sơ lấy được vẫn ở trên máy.',
  saidLeft: 'Đã xóa khỏi máy.',
  // Sealed files.
  exportTitle: 'Xuất tệp niêm phong',
  exportHelp:
    'Tệp chứa mọi hồ sơ máy chủ chưa có, khóa bằng mật khẩu riêng. Ai có tệp mà không có mật khẩu thì không đọc được. Quên mật khẩu thì không ai mở được tệp.',
  exportOneHelp: 'Tệp chỉ chứa hồ sơ này, khóa bằng mật khẩu riêng.',
  exportButton: 'Xuất tệp',
  exporting: 'Đang niêm phong…',
  exportDone: 'Đã xuất tệp. Nếu trình duyệt chưa lưu tệp, bấm vào đây:',
  saveFile: 'Lưu tệp niêm phong',
  importTitle: 'Nhập tệp niêm phong',
  importHelp: 'Đưa hồ sơ trong tệp vào hàng chờ của máy này. Hồ sơ máy này đã có thì giữ nguyên.',
  fileToImport: 'Tệp niêm phong',
  chooseFile: 'Chọn tệp…',
  importButton: 'Nhập tệp',
  importing: 'Đang mở tệp…',
  importDone: 'Đã thêm {added} hồ sơ. {known} hồ sơ đã có sẵn, giữ nguyên.',
  // Passphrases.
  passphrase: 'Mật khẩu',
  filePassphrase: 'Mật khẩu của tệp',
  newPassphrase: 'Mật khẩu mới',
  oldPassphrase: 'Mật khẩu đang dùng',
  again: 'Gõ lại mật khẩu',
  show: 'Hiện mật khẩu',
  rule: 'Ít nhất {min} ký tự. Dễ nhớ mà khó đoán: bốn từ không liên quan đến nhau.',
  // The store of this device.
  vaultTitle: 'Kho hồ sơ trên máy này',
  state_empty: 'Chưa lập kho',
  state_locked: 'Đang khóa',
  state_open: 'Đang mở',
  state_unusable: 'Không dùng được',
  setUpHelp: 'Lập kho để ghi hồ sơ khi không có mạng. Mọi thứ trong kho được mã hóa bằng mật khẩu đặt ở đây.',
  setUpWarning:
    'Không ai khôi phục được mật khẩu đã quên, kể cả nhà cung cấp phần mềm: hồ sơ chưa gửi khi đó mất hẳn.',
  setUp: 'Lập kho',
  settingUp: 'Đang lập kho…',
  unlockHelp: 'Gõ mật khẩu để ghi, xem và gửi hồ sơ trên máy này.',
  unlock: 'Mở khóa',
  unlocking: 'Đang mở khóa…',
  openHelp: 'Kho tự khóa khi không ai dùng máy. Rời máy thì bấm “Khóa ngay”.',
  lock: 'Khóa ngay',
  change: 'Đổi mật khẩu',
  changing: 'Đang đổi mật khẩu…',
  saidSetUp: 'Đã lập kho.',
  saidUnlocked: 'Đã mở khóa.',
  saidLocked: 'Đã khóa.',
  saidChanged: 'Đã đổi mật khẩu.',
  recover: 'Cứu kho',
  recovering: 'Đang cứu…',
  recovered: 'Giữ được {kept} mục, mất {lost} mục. Từng hồ sơ giữ được chờ người xem lại trước khi gửi.',
  wipe: 'Xóa kho',
  wipeTitle: 'Xóa kho trên máy này',
  wipeCount: 'Có {what} chưa gửi và {drafts} bản nháp. Xóa kho là mất hẳn tất cả.',
  wipeNone: 'Không có hồ sơ chưa gửi hay bản nháp nào.',
  wipeUnknown: 'Không đếm được hồ sơ chưa gửi. Nếu có, chúng sẽ mất hẳn.',
  wipeAsk: 'Gõ {word} để xác nhận',
  wipeWord: 'XÓA',
  wiping: 'Đang xóa…',
  saidWiped: 'Đã xóa kho trên máy này.',
  // Conflicts.
  conflictTitle: 'Hai người sửa cùng một chỗ',
  conflictOf: 'Hồ sơ của {who}',
  conflictLoading: 'Đang hỏi máy chủ…',
  conflictHelp:
    'Chọn ở từng dòng giá trị đúng theo giấy tờ hoặc theo người được khám. Không có gì được chọn sẵn.',
  conflictNone: 'Mọi chỗ đã tự ghép được. Bấm “Gộp và gửi” để gửi.',
  place: 'Mục',
  before: 'Trước đó',
  mine: 'Bản của tôi',
  theirs: 'Bản trên máy chủ',
  writtenBy: '{by}, {facility}, {time}',
  allMine: 'Chọn tất cả bản của tôi',
  allTheirs: 'Chọn tất cả bản trên máy chủ',
  left: 'Còn {n} chỗ chưa chọn',
  decideAll: 'Gộp và gửi',
  deciding: 'Đang gộp…',
  decided: 'Đã gộp và đưa vào hàng gửi.',
  changedAgain: 'Bản trên máy chủ vừa thay đổi: hãy chọn lại từ đầu.',
  mergedAlone: '{n} chỗ khác tự ghép được',
  tryAgain: 'Thử lại',
  empty: '(để trống)',
  ticked: '☑ có đánh dấu',
  unticked: '☐ không đánh dấu',
  notRead: '(chữ này chưa đọc được)',
  rowGone: '(đã xóa dòng này)',
  personTitle: 'Có thể người này đã có hồ sơ',
  personHelp:
    'Máy chủ đã có hồ sơ mang cùng giấy tờ. So sánh rồi chọn; nếu không chắc thì chưa chọn gì và hỏi lại người được khám.',
  mineHead: 'Người đang ghi',
  candidatesHead: 'Hồ sơ trên máy chủ',
  noCandidates: 'Máy chủ không cho xem hồ sơ đó. Hãy xem lại số giấy tờ đã ghi.',
  bornYear: 'sinh năm {year}',
  numberEnding: 'số giấy tờ kết thúc bằng {ending}',
  samePerson: 'Đây là cùng một người',
  samePersonAsk:
    'Hồ sơ đang ghi sẽ được gộp vào hồ sơ của {who} trên máy chủ. Gộp nhầm người rất khó gỡ ra. Chắc chắn là cùng một người?',
  samePersonYes: 'Chắc chắn, gộp vào hồ sơ này',
  lookAgain: 'Xem lại',
  notSame: 'Không phải: sửa lại giấy tờ',
};

/** What a write in the queue is. */
const calls = {
  'record.create': 'hồ sơ mới',
  'record.patch': 'sửa hồ sơ',
  'examination.append': 'lần khám',
  'immunization.append': 'mũi tiêm',
  'screening.append': 'khám sàng lọc ở trường',
  'consent.append': 'ý kiến đồng ý',
};

/** Why a value is missing. */
const absent = {
  unknown: 'không rõ',
  notMeasured: 'không đo',
  notAvailableYet: 'chưa có',
  notApplicable: 'không áp dụng',
  refused: 'từ chối',
};

/** Places of a record that stand beside the form. */
const beside = {
  capturedOn: 'Ngày lập hồ sơ',
  capturedBy: 'Người lập hồ sơ',
  facility: 'Cơ sở',
  kind: 'Loại giấy tờ',
  code: 'Mã',
  value: 'Giá trị',
  absent: 'Lý do',
  note: 'Ghi chú',
  number: 'Số',
  issuedOn: 'Ngày cấp',
  issuedPlace: 'Nơi cấp',
};

/** Kinds of numbers. */
const identifiers = {
  citizenId: 'số định danh cá nhân, CCCD',
  oldId: 'CMND cũ',
  passport: 'hộ chiếu',
  insuranceCard: 'thẻ BHYT',
  socialInsurance: 'mã số BHXH',
  temporary: 'số tạm',
  household: 'mã hộ gia đình',
  pid: 'mã hồ sơ',
  other: 'số khác',
};

/** By what lists of people are made. */
const groups = {
  commune: 'xã, phường',
  hamlet: 'thôn, bản, tổ',
  household: 'hộ gia đình',
  school: 'trường',
  class: 'lớp',
  workplace: 'nơi làm việc',
};

const sex = { male: 'nam', female: 'nữ' };

export const viSync = { locale: 'vi', ui, calls, absent, beside, identifiers, groups, sex, codes: viFailures };

/** The words of one language about store and queue; `codes` give what happened and what to do. */
export interface SyncWords {
  readonly locale: string;
  readonly ui: { readonly [K in keyof typeof ui]: string };
  readonly calls: { readonly [K in keyof typeof calls]: string };
  readonly absent: { readonly [K in keyof typeof absent]: string };
  readonly beside: { readonly [K in keyof typeof beside]: string };
  readonly identifiers: { readonly [K in keyof typeof identifiers]: string };
  readonly groups: { readonly [K in keyof typeof groups]: string };
  readonly sex: { readonly [K in keyof typeof sex]: string };
  readonly codes: FailureWords;
}
