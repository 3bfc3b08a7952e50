import type { Problem } from '../client/index.ts';

/** Status and title of every problem, Vietnamese and English. Titles say what is wrong, never whose. */
const problems = {
  'body.notJson': [400, 'Nội dung gửi lên không phải JSON', 'The body is not JSON'],
  'body.notText': [400, 'Nội dung gửi lên không phải văn bản UTF-8', 'The body is not UTF-8 text'],
  'body.forbiddenKey': [
    400,
    'Nội dung có tên trường không được phép',
    'The body holds a key that is not allowed',
  ],
  'body.forbiddenText': [
    400,
    'Nội dung có ký tự không được phép',
    'The body holds a character that is not allowed',
  ],
  'body.tooDeep': [400, 'Nội dung lồng nhau quá sâu', 'The body is nested too deeply'],
  'body.tooLarge': [413, 'Nội dung gửi lên quá lớn', 'The body is too large'],
  'body.wrongType': [415, 'Kiểu nội dung không được hỗ trợ', 'The content type is not supported'],
  'body.invalid': [422, 'Nội dung không đúng cấu trúc', 'The body does not have the right shape'],
  'query.invalid': [400, 'Tham số truy vấn không hợp lệ', 'A query parameter is not valid'],
  'token.required': [401, 'Cần đăng nhập', 'A token is required'],
  'token.invalid': [
    401,
    'Phiên đăng nhập không hợp lệ hoặc đã hết hạn',
    'The token is not valid or has expired',
  ],
  'access.denied': [403, 'Vai trò này không được làm việc đó', 'This role may not do that'],
  'access.needed': [
    403,
    'Cần sự đồng ý của người có hồ sơ hoặc quyền truy cập khẩn cấp',
    'The consent of the person, or emergency access, is needed',
  ],
  'access.restricted': [
    403,
    'Người có hồ sơ đã yêu cầu chỉ lưu giữ, không sử dụng hồ sơ này',
    'The person asked that this record be kept and not used',
  ],
  'consent.needed': [
    403,
    'Cần sự đồng ý của người có hồ sơ cho mục đích này',
    'The consent of the person to this purpose is needed',
  ],
  'consent.reused': [
    422,
    'Mã của lần ghi nhận này đã dùng cho nội dung khác',
    'The id of the event was used for another one',
  ],
  'consent.altered': [
    422,
    'Nội dung ghi nhận sự đồng ý không khớp với mã kiểm chứng',
    'The event does not match its hash',
  ],
  'consent.chain': [
    422,
    'Chuỗi ghi nhận sự đồng ý bị đứt hoặc rẽ nhánh',
    'The chain of the events is broken or forked',
  ],
  'consent.kind': [
    422,
    'Loại ghi nhận không phù hợp với nội dung quyết định',
    'The kind of the event and what stands in it do not go together',
  ],
  'consent.deciders': [422, 'Thiếu người có quyền quyết định', 'Someone who has to decide is missing'],
  'consent.recipient': [
    422,
    'Yêu cầu cung cấp dữ liệu phải ghi đúng một nơi nhận',
    'A disclosure request names exactly one recipient',
  ],
  'consent.term': [
    422,
    'Yêu cầu cung cấp dữ liệu phải có ngày hết hạn hợp lệ',
    'A disclosure request needs a last day that is not over',
  ],
  'consent.reason': [
    422,
    'Từ chối hoặc gia hạn thì phải nói lý do',
    'A refusal or an extension needs its reason',
  ],
  'consent.requestClosed': [
    422,
    'Yêu cầu này đã được trả lời hoặc không còn tính',
    'The request was answered already, or does not count any more',
  ],
  'consent.extension': [
    422,
    'Chỉ được gia hạn một lần, trước khi hết hạn và trong thời hạn luật cho phép',
    'An extension is allowed once, before the term is over and within what the law allows',
  ],
  'consent.collector': [
    422,
    'Nơi ghi nhận không phải là cơ sở của người gửi',
    'The event was taken down at another facility than the sender’s',
  ],
  'consent.serverField': [
    422,
    'Nội dung có phần chỉ máy chủ được ghi',
    'The event holds what only the server writes',
  ],
  'consent.future': [422, 'Thời điểm quyết định nằm trong tương lai', 'The decision lies in the future'],
  'emergency.notFound': [404, 'Không có lần truy cập khẩn cấp này', 'There is no such emergency access'],
  'emergency.open': [409, 'Lần truy cập khẩn cấp này chưa kết thúc', 'The emergency access is not over yet'],
  'emergency.reviewed': [
    409,
    'Lần truy cập khẩn cấp này đã được xem xét',
    'The emergency access was reviewed already',
  ],
  'record.notFound': [404, 'Không tìm thấy hồ sơ', 'There is no such record'],
  'version.notFound': [404, 'Không tìm thấy phiên bản này', 'There is no such version'],
  'group.notFound': [404, 'Không tìm thấy nhóm này', 'There is no such group'],
  'route.unknown': [404, 'Địa chỉ không tồn tại', 'There is no such address'],
  'store.invalid': [
    400,
    'Mã kho dữ liệu của thiết bị không hợp lệ',
    'The id of the offline store is not valid',
  ],
  'person.exists': [409, 'Người này đã có hồ sơ', 'This person has a record already'],
  'row.exists': [409, 'Dòng này đã có trong hồ sơ', 'This row is in the record already'],
  'record.changed': [412, 'Hồ sơ đã được người khác thay đổi', 'The record was changed by someone else'],
  'record.refused': [422, 'Hồ sơ còn lỗi, chưa thể nhận', 'The record has errors and cannot be taken'],
  'idempotencyKey.required': [400, 'Thiếu Idempotency-Key', 'An Idempotency-Key is required'],
  'idempotencyKey.reused': [
    422,
    'Idempotency-Key đã dùng cho nội dung khác',
    'The Idempotency-Key was used for another request',
  ],
  'ifMatch.required': [428, 'Thiếu If-Match', 'An If-Match is required'],
  'server.busy': [503, 'Máy chủ đang bận', 'The server is busy'],
  'server.failed': [500, 'Máy chủ gặp lỗi', 'The server failed'],
} as const satisfies Record<string, readonly [number, string, string]>;

/** Stable code of a problem this server answers with. */
export type ProblemCode = keyof typeof problems;

/** Stops a call with a problem; what the transaction did is undone. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly more: Partial<Omit<Problem, 'status'>>;

  constructor(code: ProblemCode, more: Partial<Omit<Problem, 'status'>> = {}) {
    super(code);
    this.code = code;
    this.more = more;
  }
}

/** The problem document of a refusal; anything else that was thrown is `server.failed` and says no more. */
export function problemOf(error: unknown, english: boolean): Problem & { readonly status: number } {
  const { code, more } = error instanceof Refusal ? error : { code: 'server.failed' as const, more: {} };
  const [status, vi, en] = problems[code];
  return { type: 'about:blank', title: english ? en : vi, status, code, ...more };
}
