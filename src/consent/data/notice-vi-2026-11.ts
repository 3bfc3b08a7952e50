import type { Notice } from '../notices.ts';

/** To adults and representatives, in Vietnamese: the text that counts. */
export const noticeVi202611: Notice = {
  id: 'health-record',
  version: '2026-11',
  language: 'vi',
  audience: 'adult',
  from: '2026-11-01',
  parts: [
    {
      code: 'controller',
      title: 'Ai chịu trách nhiệm',
      text: [
        'Cơ sở kiểm soát dữ liệu: {controller}',
        'Người bảo vệ dữ liệu để ông/bà hỏi: {protectionContact}',
        'Trong bản này, “ông/bà” là người có hồ sơ, hoặc là người đại diện của người đó.',
      ],
    },
    { code: 'processors', title: 'Ai làm thay cơ sở', text: ['{processors}'] },
    { code: 'data', title: 'Thông tin nào được dùng', text: ['{data}'] },
    {
      code: 'sensitive',
      title: 'Đây là dữ liệu cá nhân nhạy cảm',
      text: [
        'Thông tin sức khỏe là dữ liệu cá nhân nhạy cảm. Nếu bị lộ, ông/bà có thể bị tổn hại. Pháp luật yêu cầu bảo vệ chặt chẽ hơn.',
        'Dữ liệu nhạy cảm ở đây gồm: {sensitiveData}',
      ],
    },
    { code: 'purposes', title: 'Thông tin được dùng để làm gì', text: ['{purposes}'] },
    { code: 'recipients', title: 'Ai nhận thông tin', text: ['{recipients}'] },
    {
      code: 'period',
      title: 'Giữ bao lâu, ở đâu',
      text: ['{period}', 'Nơi lưu dữ liệu: {country}'],
    },
    {
      code: 'automated',
      title: 'Máy tính tự xét',
      text: [
        'Có việc do máy tính tự xét. Máy so thông tin trong hồ sơ với các quy tắc và gợi ý cho người khám. Máy không tự quyết định.',
        'Ông/bà có quyền không tham gia và yêu cầu người khám tự xem hồ sơ.',
      ],
    },
    {
      code: 'rights',
      title: 'Quyền của ông/bà',
      text: [
        'Được biết thông tin của mình được dùng như thế nào và ai đã mở hồ sơ.',
        'Xem, nhận bản sao, yêu cầu sửa chỗ sai.',
        'Yêu cầu xóa, hạn chế hoặc phản đối việc dùng thông tin, trừ khi pháp luật quy định khác.',
        'Yêu cầu bảo vệ thông tin, khiếu nại, tố cáo, khởi kiện và đòi bồi thường khi bị thiệt hại.',
        'Cơ sở trả lời yêu cầu trong 2 ngày làm việc và làm trong thời hạn của Nghị định 356/2025/NĐ-CP.',
      ],
    },
    {
      code: 'obligations',
      title: 'Nghĩa vụ của ông/bà',
      text: [
        'Cung cấp thông tin đúng và đủ theo quy định của pháp luật.',
        'Tự giữ gìn thông tin của mình; tôn trọng và giữ gìn thông tin của người khác.',
        'Làm đúng pháp luật về bảo vệ dữ liệu cá nhân và góp phần phòng, chống vi phạm.',
      ],
    },
    {
      code: 'withdrawal',
      only: 'consent',
      title: 'Ông/bà quyết định và đổi ý',
      text: [
        'Ông/bà trả lời riêng cho từng việc. Không trả lời thì không phải là đồng ý.',
        'Ông/bà được rút lại bất cứ lúc nào, tại mục “Đồng ý của tôi”, hoặc nói với cơ sở, hoặc liên hệ: {protectionContact}',
        'Khi ông/bà rút lại, việc đó dừng ngay. Những gì đã làm đúng trước đó vẫn có giá trị.',
      ],
    },
    {
      code: 'withdrawal',
      only: 'notice',
      title: 'Việc làm theo quy định của pháp luật',
      text: [
        'Pháp luật yêu cầu cơ sở làm một số việc nêu trên, nên cơ sở báo cho ông/bà biết mà không hỏi ý kiến. Những việc này không dừng theo yêu cầu riêng được.',
        'Ông/bà vẫn có thể hỏi, phản ánh hoặc yêu cầu sửa chỗ sai. Liên hệ: {protectionContact}',
      ],
    },
    {
      code: 'consequences',
      title: 'Điều gì có thể xảy ra',
      text: [
        'Hồ sơ đầy đủ giúp việc khám an toàn hơn. Thiếu thông tin, người khám có thể không biết dị ứng hay bệnh cũ của ông/bà.',
        'Không ai bị từ chối khám, chữa bệnh vì không cho dùng thông tin vào việc không bắt buộc.',
        'Dù được bảo vệ, thông tin vẫn có thể bị lộ do sự cố. Khi đó cơ sở báo theo quy định của pháp luật.',
      ],
    },
    {
      code: 'complaint',
      title: 'Khi ông/bà không hài lòng',
      text: [
        'Ông/bà liên hệ trước hết: {protectionContact}',
        'Ông/bà có thể khiếu nại, tố cáo với cơ quan bảo vệ dữ liệu cá nhân thuộc Bộ Công an, với Sở Y tế, hoặc khởi kiện tại Tòa án.',
      ],
    },
  ],
  labels: {
    basis: 'Căn cứ pháp luật: {text}',
    retention: '{title}: {text}',
    necessary: 'Việc làm theo luật',
    optional: 'Việc ông/bà tự chọn',
    onRequest: 'Việc chỉ làm khi ông/bà yêu cầu',
    none: 'Không có.',
    unknown: 'Chưa ghi.',
  },
  buttons: {
    agree: 'Đồng ý',
    decline: 'Không đồng ý',
    later: 'Để sau',
    understood: 'Tôi đã đọc',
    confirm: 'Xác nhận',
    back: 'Quay lại',
    close: 'Đóng',
  },
};
