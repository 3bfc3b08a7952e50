/** What can go wrong between a screen, the store of this device and the server. */
const notYourFault =
  'Đây là lỗi của phần mềm, không phải của người ghi. Xuất riêng hồ sơ này và báo bộ phận hỗ trợ kèm mã lỗi.';
const login = 'Đăng nhập lại rồi bấm “Gửi ngay”. Hồ sơ vẫn được giữ trên máy này.';
const online = 'Kiểm tra mạng rồi thử lại. Hồ sơ vẫn được giữ trên máy này.';
const later = 'Chờ một lúc rồi thử lại. Nếu lặp lại, báo bộ phận hỗ trợ kèm mã lỗi.';

/** What happened and what to do, by code; `http.4` and `http.5` stand for their families, `unknown` for all others. */
export const viFailures = {
  'vault.insecureOrigin': [
    'Cần https để lưu hồ sơ trên máy: trang này đang mở không qua https.',
    'Mở phần mềm bằng địa chỉ https, hoặc báo người quản trị. Khi có mạng vẫn ghi và gửi được.',
  ],
  'vault.unavailable': [
    'Trình duyệt không cho lưu dữ liệu (cửa sổ riêng tư, hoặc bị chặn).',
    'Mở lại trong cửa sổ thường, hoặc báo người quản trị. Khi có mạng vẫn ghi và gửi được.',
  ],
  'vault.locked': ['Kho trên máy này đang khóa.', 'Mở khóa bằng mật khẩu rồi làm tiếp.'],
  'vault.exists': ['Máy này đã có kho của tài khoản này.', 'Mở khóa kho đó bằng mật khẩu đã đặt.'],
  'vault.empty': ['Máy này chưa có kho.', 'Lập kho trước.'],
  'vault.wrongPassphrase': ['Mật khẩu không đúng.', 'Gõ lại mật khẩu.'],
  'vault.shortPassphrase': ['Mật khẩu quá ngắn.', 'Chọn mật khẩu dài hơn.'],
  'vault.damaged': [
    'Kho trên máy này bị hỏng hoặc bị sửa từ bên ngoài.',
    'Bấm “Cứu kho” để giữ những gì còn tin được. Đừng xóa dữ liệu của trình duyệt.',
  ],
  'vault.rowDamaged': [
    'Một mục trong kho bị hỏng hoặc bị sửa từ bên ngoài.',
    'Đối chiếu với phiếu giấy rồi ghi lại hồ sơ của người này.',
  ],
  'vault.lost': [
    'Trình duyệt đã xóa kho trên máy này.',
    'Lập kho mới, rồi ghi lại hồ sơ chưa gửi từ phiếu giấy hoặc nhập tệp niêm phong đã xuất.',
  ],
  'vault.full': [
    'Máy đã hết chỗ lưu.',
    'Gửi hồ sơ đang chờ hoặc xuất tệp niêm phong, rồi giải phóng bộ nhớ của máy. Đừng xóa dữ liệu của trình duyệt.',
  ],
  'vault.newer': [
    'Kho này do bản mới hơn của phần mềm lập ra.',
    'Đóng mọi cửa sổ của phần mềm rồi mở lại để dùng bản mới. Kho vẫn nguyên.',
  ],
  'draft.elsewhere': ['Bản nháp này vừa được sửa ở cửa sổ khác.', 'Mở lại để thấy bản mới nhất.'],
  'vault.none': ['Trang này không có chỗ lưu nháp.', 'Gửi hồ sơ, hoặc giữ trang này mở đến khi gửi được.'],
  'copy.missing': ['Hồ sơ này chưa được tải về máy, và máy chủ không trả lời.', 'Thử lại khi có mạng.'],
  'copy.tooOld': ['Bản đã tải về máy quá cũ.', 'Nối mạng để tải lại.'],
  'entry.gone': [
    'Hồ sơ này không còn trong hàng chờ.',
    'Có thể đã gửi, hoặc đã được xử lý ở cửa sổ khác. Xem lại danh sách.',
  ],
  'entry.sending': ['Hồ sơ này đang được gửi.', 'Chờ gửi xong rồi làm lại.'],
  'file.unreadable': [
    'Tệp này không phải tệp niêm phong, hoặc đã hỏng.',
    'Chọn tệp khác, hoặc xuất lại từ máy cũ.',
  ],
  'file.wrongPassphrase': ['Mật khẩu của tệp không đúng.', 'Gõ lại mật khẩu đã đặt khi xuất tệp.'],
  'input.differs': ['Hai lần gõ không giống nhau.', 'Gõ lại cả hai lần.'],
  'input.noFile': ['Chưa chọn tệp.', 'Chọn tệp niêm phong trước.'],
  'input.word': ['Chữ gõ vào chưa đúng.', 'Gõ đúng chữ được nêu để xác nhận, hoặc bấm “Giữ lại”.'],
  'item.recovered': ['Hồ sơ này được cứu từ kho hỏng.', 'Bấm “Sửa” để đối chiếu với phiếu giấy rồi gửi lại.'],
  'network.failed': ['Không gặp được máy chủ.', online],
  'network.timeout': ['Máy chủ trả lời quá lâu.', online],
  'network.interrupted': ['Mất kết nối giữa chừng.', online],
  'token.required': ['Phiên đăng nhập đã hết.', login],
  'token.invalid': ['Phiên đăng nhập đã hết.', login],
  'token.unavailable': ['Phần mềm không lấy được phiên đăng nhập.', login],
  'record.changed': [
    'Người khác đã sửa hồ sơ này trên máy chủ, ở cùng một chỗ.',
    'Bấm “Quyết định” để chọn giá trị đúng ở từng chỗ.',
  ],
  'group.notFound': ['Máy chủ không có danh sách này.', 'Chọn danh sách khác, hoặc hỏi người quản trị.'],
  'person.exists': [
    'Máy chủ đã có hồ sơ mang cùng giấy tờ.',
    'Bấm “Quyết định” để cho biết có phải cùng một người không.',
  ],
  'row.exists': [
    'Dòng này đã có trong hồ sơ trên máy chủ.',
    'Mở hồ sơ trên máy chủ để xem. Nếu đã đủ thì xóa mục này khỏi hàng chờ.',
  ],
  'record.refused': [
    'Máy chủ không nhận vì có chỗ ghi chưa đúng.',
    'Bấm “Sửa”, chữa các chỗ nêu dưới đây rồi gửi lại.',
  ],
  'record.notFound': [
    'Máy chủ không có hồ sơ này.',
    'Bấm “Sửa” để xem lại, hoặc báo bộ phận hỗ trợ kèm mã lỗi.',
  ],
  'version.notFound': ['Máy chủ không còn bản cũ của hồ sơ này.', later],
  'access.denied': [
    'Tài khoản này không được làm việc đó.',
    'Báo người quản trị cấp quyền, rồi bấm “Gửi lại”.',
  ],
  'access.needed': ['Cần sự đồng ý của người có hồ sơ.', 'Hỏi và ghi ý kiến đồng ý, rồi bấm “Gửi lại”.'],
  'access.restricted': [
    'Người có hồ sơ đã yêu cầu chỉ lưu giữ, không sử dụng.',
    'Hỏi người có hồ sơ. Muốn dùng lại thì phải được đồng ý trước.',
  ],
  'consent.needed': [
    'Còn thiếu sự đồng ý của người có hồ sơ cho việc này.',
    'Hỏi và ghi ý kiến đồng ý, rồi bấm “Gửi lại”.',
  ],
  'consent.deciders': [
    'Thiếu người có quyền quyết định.',
    'Hỏi lại, cùng với cha mẹ hoặc người đại diện nếu là trẻ em.',
  ],
  'consent.future': [
    'Máy này chạy sai giờ: quyết định mang thời điểm trong tương lai.',
    'Chỉnh lại ngày giờ của máy, rồi hỏi và ghi lại.',
  ],
  'consent.requestClosed': [
    'Yêu cầu này đã được trả lời hoặc không còn tính.',
    'Tải lại trang rồi xem trạng thái của yêu cầu.',
  ],
  'consent.extension': [
    'Không được gia hạn như vậy: chỉ một lần, trước khi hết hạn và trong thời hạn luật cho phép.',
    'Chọn lại cách trả lời.',
  ],
  'consent.reason': [
    'Từ chối hoặc gia hạn thì phải nói lý do cho người yêu cầu.',
    'Ghi lý do rồi ghi lại trả lời.',
  ],
  'consent.invalid': ['Máy chủ không nhận ghi nhận đồng ý này.', 'Hỏi và ghi lại ý kiến của người có hồ sơ.'],
  'emergency.notFound': ['Không có lần truy cập khẩn cấp này.', 'Tải lại danh sách rồi xem lại.'],
  'emergency.open': [
    'Lần truy cập khẩn cấp này chưa kết thúc.',
    'Chờ hết giờ hoặc kết thúc trước, rồi làm lại.',
  ],
  'emergency.reviewed': ['Lần truy cập khẩn cấp này đã được xem xét.', 'Tải lại danh sách để thấy kết quả.'],
  'body.invalid': ['Máy chủ không đọc được nội dung gửi lên.', notYourFault],
  'body.forbiddenText': [
    'Có ký tự lạ mà máy chủ không nhận.',
    'Bấm “Sửa”, gõ lại những chỗ đã dán từ nơi khác rồi gửi lại.',
  ],
  'body.tooLarge': ['Hồ sơ quá dài, máy chủ không nhận.', 'Bấm “Sửa”, rút bớt các đoạn chữ dài rồi gửi lại.'],
  'idempotencyKey.reused': ['Máy chủ thấy hai nội dung mang cùng một mã gửi.', notYourFault],
  'response.invalid': ['Máy chủ trả lời không đúng mẫu.', later],
  'server.busy': ['Máy chủ đang bận.', 'Chờ một lúc rồi thử lại.'],
  'server.failed': ['Máy chủ gặp lỗi.', later],
  'http.4': ['Máy chủ không nhận.', notYourFault],
  'http.5': ['Máy chủ gặp lỗi.', later],
  unknown: ['Chưa làm được.', later],
} satisfies { readonly [code: string]: readonly [what: string, todo: string] };

/** The same words in any language. */
export type FailureWords = {
  readonly [K in keyof typeof viFailures]: readonly [what: string, todo: string];
};
