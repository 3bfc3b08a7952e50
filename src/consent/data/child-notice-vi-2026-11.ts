import type { Notice } from '../notices.ts';

/** To children from 7 years on, in Vietnamese. */
export const childNoticeVi202611: Notice = {
  id: 'health-record-child',
  version: '2026-11',
  language: 'vi',
  audience: 'child',
  from: '2026-11-01',
  parts: [
    {
      code: 'controller',
      title: 'Ai giữ sổ sức khỏe của em',
      text: ['Nơi giữ sổ của em là: {controller}', 'Em hoặc người lớn muốn hỏi thì gọi: {protectionContact}'],
    },
    { code: 'processors', title: 'Ai giúp nơi đó', text: ['{processors}'] },
    { code: 'data', title: 'Sổ ghi những gì', text: ['{data}'] },
    {
      code: 'sensitive',
      title: 'Đây là điều riêng tư của em',
      text: [
        'Sức khỏe của em là dữ liệu nhạy cảm, tức là điều rất riêng của em. Người khác không được tự ý xem.',
        'Những điều rất riêng là: {sensitiveData}',
      ],
    },
    { code: 'purposes', title: 'Ghi để làm gì', text: ['{purposes}'] },
    { code: 'recipients', title: 'Ai nhận những điều này', text: ['{recipients}'] },
    { code: 'period', title: 'Giữ bao lâu, ở đâu', text: ['{period}', 'Nơi cất giữ: {country}'] },
    {
      code: 'automated',
      title: 'Máy tính cũng xem',
      text: ['Máy tính xem sổ của em và nhắc bác sĩ. Em có thể nói không. Khi đó chỉ có người xem sổ.'],
    },
    {
      code: 'rights',
      title: 'Em được làm gì',
      text: [
        'Em được hỏi bất cứ điều gì em chưa hiểu.',
        'Em được xem sổ của mình và nói khi có chỗ sai.',
        'Em được biết ai đã xem sổ của em.',
      ],
    },
    {
      code: 'obligations',
      title: 'Em cần làm gì',
      text: ['Em nói đúng sự thật về sức khỏe của mình.', 'Em không kể chuyện sức khỏe của bạn khác.'],
    },
    {
      code: 'withdrawal',
      only: 'consent',
      title: 'Em được nói có hoặc không',
      text: [
        'Em nói có hay không đều được. Không ai được ép em. Em im lặng thì không phải là đồng ý.',
        'Em cũng được đổi ý. Em nói với bố mẹ, thầy cô, bác sĩ, hoặc gọi: {protectionContact}',
      ],
    },
    {
      code: 'withdrawal',
      only: 'notice',
      title: 'Việc bác sĩ phải làm',
      text: [
        'Có việc luật bảo bác sĩ phải làm. Bác sĩ nói cho em biết việc đó.',
        'Em vẫn được hỏi và nói khi có chỗ sai. Em gọi: {protectionContact}',
      ],
    },
    {
      code: 'consequences',
      only: 'consent',
      title: 'Nếu em nói không thì sao',
      text: [
        'Em vẫn được khám và chữa bệnh. Không ai giận em.',
        'Nếu sổ ghi thiếu, bác sĩ có thể không biết em dị ứng hay từng bị bệnh gì.',
      ],
    },
    {
      code: 'consequences',
      only: 'notice',
      title: 'Sổ giúp gì cho em',
      text: [
        'Bác sĩ ghi đủ thì khám cho em an toàn hơn. Ai cũng được khám và chữa bệnh.',
        'Nếu sổ ghi thiếu, bác sĩ có thể không biết em dị ứng hay từng bị bệnh gì.',
      ],
    },
    {
      code: 'complaint',
      title: 'Khi em thấy không ổn',
      text: [
        'Em nói với bố mẹ, thầy cô hoặc người lớn em tin. Em cũng có thể gọi: {protectionContact}',
        'Em có thể gọi số 111, tổng đài bảo vệ trẻ em. Gọi không mất tiền.',
      ],
    },
  ],
  labels: {
    basis: 'Luật nói về việc này: {text}',
    retention: '{title}: {text}',
    necessary: 'Việc luật bảo phải làm',
    optional: 'Việc em được chọn',
    onRequest: 'Việc chỉ làm khi em và người lớn yêu cầu',
    none: 'Không có ai.',
    unknown: 'Chưa ghi.',
  },
  buttons: {
    agree: 'Em đồng ý',
    decline: 'Em không đồng ý',
    later: 'Để sau',
    understood: 'Em đã đọc',
    confirm: 'Xong',
    back: 'Quay lại',
    close: 'Đóng',
  },
};
