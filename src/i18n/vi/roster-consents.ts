/** Words of the answers of parents before a day of examinations. */

const ui = {
  title: 'Ý kiến cha mẹ về việc khám',
  lead: 'Ghi từng phiếu giấy đã thu. Người chưa có ý kiến không được coi là đồng ý.',
  leadNotice:
    'Cơ sở đặt việc khám này theo quy định của pháp luật: cha mẹ được thông báo, không phải hỏi ý kiến.',
  agreed: 'Đồng ý',
  refused: 'Không đồng ý',
  unanswered: 'Chưa có ý kiến',
  counts: '{agreed} đồng ý, {refused} không đồng ý, {unanswered} chưa có ý kiến, trên {total} người',
  slipOf: 'Phiếu của {name}',
  pick: 'Chọn một học sinh trong bảng để ghi phiếu.',
  signer: 'Người ký (họ tên)',
  relation: 'Là gì của học sinh',
  date: 'Ngày ghi trên phiếu',
  dateHelp: 'ngày/tháng/năm',
  child: 'Ý kiến của học sinh (từ đủ 7 tuổi)',
  parent: 'Ý kiến của cha mẹ hoặc người giám hộ',
  keys: 'Phím 1: đồng ý. Phím 2: không đồng ý. Enter: ghi phiếu và sang người chưa có ý kiến kế tiếp.',
  save: 'Ghi phiếu',
  relationChoose: '(chọn)',
  carerNote:
    'Người chăm sóc, họ hàng có thể từ chối thay. Muốn đồng ý thì cha mẹ hoặc người giám hộ phải ký: phiếu này vẫn được ghi lại, nhưng học sinh vẫn là chưa có ý kiến.',
  answerMissing: 'Hãy chọn ý kiến ghi trên phiếu.',
  saved: 'Đã ghi cho {name}: {answer}.',
  nameMissing: 'Hãy ghi họ tên người ký.',
  relationMissing: 'Hãy chọn người ký là gì của học sinh.',
  dateWrong: 'Ngày trên phiếu viết dd/mm/yyyy và không ở tương lai.',
  childMissing: 'Cha mẹ đồng ý: hãy ghi cả ý kiến của học sinh trên phiếu.',
  failed: 'Chưa ghi được: {what}',
  noSettings: 'Chưa có văn bản thông báo của cơ sở nên chưa ghi được ý kiến.',
  noConsents: 'Máy này chưa nối nơi giữ ý kiến đồng ý.',
  print: 'In phiếu cho cả lớp (A5)',
  printN: 'In {n} phiếu (A5)',
  grown: 'Người này đã đủ 18 tuổi, tự quyết định: không dùng phiếu của cha mẹ.',
  // The slip.
  slipTitle: 'PHIẾU LẤY Ý KIẾN VỀ VIỆC KHÁM SỨC KHỎE TẠI TRƯỜNG',
  slipPupil: 'Học sinh',
  slipBirth: 'Ngày sinh',
  slipClass: 'Lớp',
  slipAnswer: 'Cha mẹ hoặc người giám hộ đánh dấu một ô:',
  slipChild: 'Em từ đủ 7 tuổi cũng cho biết ý kiến, đánh dấu một ô:',
  slipName: 'Họ tên người ký',
  slipRelation: 'Là gì của học sinh',
  slipDate: 'Ngày',
  slipSignature: 'Chữ ký',
  slipSignatureChild: 'Học sinh ký',
};

const relations = {
  mother: 'mẹ',
  father: 'cha',
  guardian: 'người giám hộ',
  carer: 'người chăm sóc',
};

/** Words of the answers of parents. */
export const viRosterConsents: RosterConsentWords = { ui, relations };

export interface RosterConsentWords {
  readonly ui: { readonly [K in keyof typeof ui]: string };
  readonly relations: { readonly [K in keyof typeof relations]: string };
}
