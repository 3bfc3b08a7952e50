/** What a record form says about notices and consents of the person on screen. */
export const viGate = {
  locale: 'vi',
  ui: {
    title: 'Thông báo và đồng ý',
    tell: 'Chưa thông báo cho người dân: {list}.',
    ask: 'Chưa hỏi: {list}.',
    short: 'Chưa thông báo hoặc chưa hỏi: {n} việc',
    blocked: '{title}: chưa được làm, vì {reason}.',
    unknown: 'Không đọc được các quyết định đã ghi của người này. Chưa biết thì coi như chưa đồng ý.',
    noPlace:
      'Phiếu chưa gửi được: trang này chưa được nối với nơi lưu các quyết định đồng ý, nên không biết người dân đã đồng ý hay chưa. Hãy báo cho người quản lý phần mềm (phiên làm việc thiếu “consents”). Nội dung đã nhập vẫn còn nguyên.',
    noName: 'Chưa gửi: chưa có họ tên nên chưa hỏi được ý kiến đồng ý. Hãy ghi họ và tên, rồi bấm “Gửi” lại.',
    needed: 'Chưa gửi: còn thiếu đồng ý của người dân. Hãy hỏi, rồi bấm “Gửi” lại.',
    failed: 'Không tải được phần hỏi đồng ý. Kiểm tra mạng rồi thử lại; nội dung đã nhập vẫn còn nguyên.',
    open: 'Thông báo và hỏi',
    done: 'Đóng',
  },
  /** Why a purpose is not allowed, behind “vì”. */
  reasons: {
    notAsked: 'chưa hỏi',
    unsoundPurpose: 'mục đích này được khai báo sai',
    noRecipient: 'chưa nêu nơi nhận',
    noEnd: 'chưa nêu thời hạn',
    broken: 'bằng chứng đồng ý không còn nguyên vẹn',
    proposed: 'chưa có trả lời',
    deferred: 'người dân để sau',
    lapsed: 'không có trả lời',
    partiallyAssented: 'còn thiếu đồng ý của một người',
    denied: 'người dân không đồng ý',
    objected: 'người dân phản đối',
    restricted: 'người dân yêu cầu chỉ lưu, không dùng',
    withdrawn: 'người dân đã rút đồng ý',
    expired: 'đồng ý đã hết hạn',
    invalidated: 'đồng ý cũ không còn hiệu lực',
  },
};

type Widen<T> = T extends string ? string : { readonly [K in keyof T]: Widen<T[K]> };
export type GateWords = Widen<typeof viGate>;
