import type { Purpose } from '../purposes.ts';

const care = [
  'identity',
  'contact',
  'representative',
  'origin',
  'health',
  'examination',
  'immunization',
  'reproductive',
  'family',
];
const kept = {
  vi: 'Giữ theo thời hạn lưu trữ hồ sơ bệnh án do pháp luật quy định.',
  en: 'Kept for as long as the law asks medical records to be kept.',
};
const untilEnded = {
  vi: 'Giữ đến khi việc này kết thúc hoặc đến khi ông/bà rút lại đồng ý.',
  en: 'Kept until this ends or until you withdraw.',
};

const untilDay = {
  vi: 'Bên nhận mở được đến hết ngày ông/bà chọn.',
  en: 'The recipient can open it until the end of the day you choose.',
};
const byConsent = { code: 'consent_9', reference: 'Luật 91/2025/QH15, Điều 9 và 26.1' } as const;

/**
 * The purposes of a health record. By default keeping and sending it rest on law and are only told (doubt D1 of the
 * subject: no authority has settled it); a host sets it otherwise with `overridePurpose`.
 */
export const defaultPurposes: readonly Purpose[] = [
  {
    code: 'record',
    mode: 'notice',
    basis: { code: 'law_19_1_dd', reference: 'Luật 15/2023/QH15, Điều 69; Luật 91/2025/QH15, Điều 19.1.đ' },
    isOptional: false,
    dataCategories: care,
    actions: ['collect', 'view', 'store'],
    retention: kept,
    act: 'process',
    words: {
      vi: {
        title: 'Lập và lưu hồ sơ sức khỏe',
        summary: 'Cơ sở y tế ghi thông tin sức khỏe của ông/bà vào hồ sơ và lưu giữ hồ sơ này.',
        details:
          'Người khám và người chăm sóc ông/bà tại cơ sở này đọc hồ sơ để khám và điều trị đúng. Pháp luật về khám bệnh, chữa bệnh yêu cầu cơ sở lập và lưu hồ sơ.',
        ifRefused:
          'Việc này theo quy định của pháp luật nên cơ sở không hỏi ý kiến ông/bà. Ông/bà vẫn có quyền xem hồ sơ và yêu cầu sửa chỗ sai.',
        child: {
          title: 'Ghi lại sức khỏe của em',
          summary: 'Bác sĩ ghi lại sức khỏe của em để lần sau khám cho em được tốt hơn.',
        },
      },
      en: {
        title: 'Making and keeping the health record',
        summary: 'The health facility writes down your health information and keeps it.',
        details:
          'Those who examine and care for you at this facility read the record so that you are treated rightly. The law on medical examination and treatment asks the facility to make and keep it.',
        ifRefused:
          'The law asks for this, so the facility does not ask for your decision. You may still read the record and have mistakes corrected.',
        child: {
          title: 'Writing down how you are',
          summary: 'The doctor writes down how you are, to look after you better next time.',
        },
      },
    },
  },
  {
    code: 'sending',
    mode: 'notice',
    basis: { code: 'law_19_1_dd', reference: 'Nghị định 102/2025/NĐ-CP, Điều 10.5.b và 23.2' },
    isOptional: false,
    dataCategories: care,
    actions: ['send', 'store'],
    recipientKind: 'authority',
    retention: kept,
    act: 'process',
    words: {
      vi: {
        title: 'Gửi hồ sơ lên Sổ sức khỏe điện tử',
        summary: 'Cơ sở y tế gửi thông tin khám của ông/bà lên hồ sơ trung ương và Sổ sức khỏe điện tử.',
        details:
          'Sổ sức khỏe điện tử do Bộ Y tế quản lý. Nhờ vậy ông/bà xem được hồ sơ của mình. Thông tin được mã hóa khi gửi. Pháp luật về dữ liệu y tế yêu cầu cơ sở gửi.',
        ifRefused:
          'Việc này theo quy định của pháp luật nên cơ sở không hỏi ý kiến ông/bà. Ông/bà vẫn có quyền xem ai đã mở hồ sơ và yêu cầu sửa chỗ sai.',
        child: {
          title: 'Gửi vào sổ sức khỏe của em',
          summary: 'Những điều bác sĩ ghi được gửi vào sổ sức khỏe của em ở Bộ Y tế.',
        },
      },
      en: {
        title: 'Sending the record to the electronic health book',
        summary: 'The facility sends your visits to the central record and the electronic health book.',
        details:
          'The Ministry of Health runs the electronic health book. Through it you can read your own record. What is sent is encrypted. The law on health data asks the facility to send it.',
        ifRefused:
          'The law asks for this, so the facility does not ask for your decision. You may still see who opened the record and have mistakes corrected.',
        child: {
          title: 'Sending it to your health book',
          summary: 'What the doctor writes goes into your health book at the Ministry of Health.',
        },
      },
    },
  },
  {
    code: 'disclosure',
    mode: 'request',
    basis: { code: 'consent_9', reference: 'Luật 91/2025/QH15, Điều 26.2' },
    isOptional: true,
    dataCategories: care,
    actions: ['disclose'],
    recipientKind: 'hospital',
    retention: untilDay,
    act: 'disclose',
    allowsEmergency: true,
    words: {
      vi: {
        title: 'Chuyển hồ sơ cho một cơ sở y tế khác',
        summary: 'Khi ông/bà yêu cầu, hồ sơ được mở cho đúng một cơ sở mà ông/bà nêu tên.',
        details:
          'Ông/bà chọn cơ sở nhận và ngày kết thúc. Sau ngày đó, cơ sở nhận không mở được hồ sơ nữa. Mỗi lần mở đều được ghi lại để ông/bà xem.',
        ifRefused:
          'Nếu ông/bà không yêu cầu, cơ sở khác không đọc được hồ sơ. Việc khám ở đây vẫn như thường.',
        child: {
          title: 'Cho nơi khám khác xem sổ của em',
          summary: 'Một nơi khám khác chỉ được xem sổ của em khi em và người lớn cùng yêu cầu.',
        },
      },
      en: {
        title: 'Handing the record to another health facility',
        summary: 'On your request, the record is opened to the one facility that you name.',
        details:
          'You choose the facility and the last day. After that day it can no longer open the record. Every opening is written down for you to see.',
        ifRefused: 'Without your request no other facility can read the record. Care here goes on as usual.',
        child: {
          title: 'Letting another doctor see your book',
          summary: 'Another place may see your book only when you and your grown-up both ask for it.',
        },
      },
    },
  },
  {
    code: 'insurer',
    mode: 'request',
    basis: { code: 'consent_9', reference: 'Luật 91/2025/QH15, Điều 26.2' },
    isOptional: true,
    dataCategories: ['identity', 'examination'],
    actions: ['disclose'],
    recipientKind: 'insurer',
    retention: untilDay,
    act: 'disclose',
    words: {
      vi: {
        title: 'Chuyển thông tin cho công ty bảo hiểm',
        summary: 'Khi ông/bà yêu cầu, kết quả khám được gửi cho đúng một công ty bảo hiểm mà ông/bà nêu tên.',
        details:
          'Ông/bà chọn công ty nhận và ngày kết thúc. Đây không phải là bảo hiểm y tế của Nhà nước, vốn theo luật riêng.',
        ifRefused:
          'Nếu ông/bà không yêu cầu, không có gì được gửi cho công ty bảo hiểm. Việc khám ở đây vẫn như thường.',
        child: {
          title: 'Gửi kết quả khám cho công ty bảo hiểm',
          summary: 'Công ty bảo hiểm chỉ nhận được kết quả khi em và người lớn cùng yêu cầu.',
        },
      },
      en: {
        title: 'Handing information to an insurance company',
        summary: 'On your request, findings are sent to the one insurance company that you name.',
        details:
          'You choose the company and the last day. This is not the health insurance of the State, which has a law of its own.',
        ifRefused:
          'Without your request nothing is sent to an insurance company. Care here goes on as usual.',
        child: {
          title: 'Sending findings to an insurance company',
          summary: 'An insurance company gets them only when you and your grown-up both ask for it.',
        },
      },
    },
  },
  {
    code: 'screening',
    mode: 'consent',
    basis: byConsent,
    isOptional: true,
    dataCategories: ['identity', 'representative', 'health', 'examination'],
    actions: ['collect', 'store', 'send'],
    recipientKind: 'school',
    retention: untilEnded,
    act: 'process',
    words: {
      vi: {
        title: 'Khám sức khỏe tại trường',
        summary: 'Kết quả khám sức khỏe ở trường được ghi vào hồ sơ của học sinh.',
        details:
          'Nhân viên y tế đo chiều cao, cân nặng, huyết áp, khám mắt, tai mũi họng, răng và các cơ quan khác. Nhà trường chỉ nhận những gì cần để chăm sóc học sinh.',
        ifRefused:
          'Nếu ông/bà không đồng ý, kết quả khám ở trường không được ghi vào hồ sơ. Học sinh vẫn đi học và được chăm sóc như các bạn.',
        child: {
          title: 'Khám sức khỏe ở trường',
          summary: 'Bác sĩ đến trường đo chiều cao, cân nặng, xem mắt, răng của em và ghi lại.',
        },
      },
      en: {
        title: 'Health check at school',
        summary: 'What is found at the health check at school is written into the pupil’s record.',
        details:
          'Health staff measure height, weight and blood pressure and look at eyes, ears, nose, throat, teeth and other organs. The school gets only what it needs to look after the pupil.',
        ifRefused:
          'If you do not agree, the findings at school are not written into the record. The pupil goes to school and is looked after like all others.',
        child: {
          title: 'Health check at school',
          summary: 'A doctor comes to school, measures you, looks at your eyes and teeth and writes it down.',
        },
      },
    },
  },
  {
    code: 'reminders',
    mode: 'consent',
    basis: byConsent,
    isOptional: true,
    dataCategories: ['identity', 'contact', 'immunization'],
    actions: ['analyse', 'send'],
    retention: untilEnded,
    act: 'process',
    words: {
      vi: {
        title: 'Nhắc lịch khám và lịch tiêm',
        summary: 'Cơ sở nhắn tin hoặc gọi điện để nhắc ông/bà ngày khám, ngày tiêm.',
        details: 'Tin nhắn không ghi bệnh hay kết quả khám. Tin nhắn không có quảng cáo.',
        ifRefused: 'Nếu ông/bà không đồng ý, cơ sở không nhắc lịch. Việc khám và tiêm vẫn như thường.',
        child: {
          title: 'Nhắc ngày khám, ngày tiêm',
          summary: 'Gia đình em nhận tin nhắn để nhớ ngày khám, ngày tiêm.',
        },
      },
      en: {
        title: 'Reminders of visits and vaccinations',
        summary: 'The facility sends a message or calls to remind you of visits and vaccinations.',
        details: 'The message names no illness and no findings. It holds no advertising.',
        ifRefused: 'If you do not agree, there are no reminders. Visits and vaccinations go on as usual.',
        child: {
          title: 'Reminders of visits and vaccinations',
          summary: 'Your family gets a message, so as not to forget a visit or a vaccination.',
        },
      },
    },
  },
  {
    code: 'research',
    mode: 'consent',
    basis: byConsent,
    isOptional: true,
    dataCategories: ['identity', 'health', 'examination', 'immunization'],
    actions: ['view', 'analyse'],
    retention: untilEnded,
    act: 'process',
    words: {
      vi: {
        title: 'Nghiên cứu khoa học về sức khỏe',
        summary:
          'Thông tin sức khỏe của ông/bà được dùng để nghiên cứu, tìm cách phòng và chữa bệnh tốt hơn.',
        details:
          'Tên và số giấy tờ được bỏ ra trước khi công bố. Kết quả công bố không cho biết ông/bà là ai.',
        ifRefused:
          'Nếu ông/bà không đồng ý, thông tin của ông/bà không được dùng để nghiên cứu. Việc khám vẫn như thường.',
        child: {
          title: 'Giúp các bác sĩ nghiên cứu',
          summary: 'Các bác sĩ xem điều ghi về em để tìm cách chữa bệnh tốt hơn. Không ai được nêu tên em.',
        },
      },
      en: {
        title: 'Health research',
        summary:
          'Your health information is used in research, to find better ways to prevent and treat illness.',
        details:
          'Names and numbers are removed before anything is published. What is published does not show who you are.',
        ifRefused: 'If you do not agree, your information is not used in research. Care goes on as usual.',
        child: {
          title: 'Helping doctors find out more',
          summary:
            'Doctors look at what is written about you to find better cures. Nobody may tell your name.',
        },
      },
    },
  },
  {
    code: 'marketing',
    mode: 'consent',
    basis: { code: 'consent_9', reference: 'Luật 91/2025/QH15, Điều 28' },
    isOptional: true,
    dataCategories: ['identity', 'contact'],
    actions: ['send'],
    retention: untilEnded,
    act: 'process',
    words: {
      vi: {
        title: 'Quảng cáo dịch vụ',
        summary: 'Cơ sở gửi cho ông/bà tin giới thiệu dịch vụ và ưu đãi.',
        details: 'Tin quảng cáo không dựa vào bệnh hay kết quả khám. Tin nào cũng có cách từ chối nhận tiếp.',
        ifRefused:
          'Nếu ông/bà không đồng ý, cơ sở không gửi quảng cáo. Việc khám và nhắc lịch vẫn như thường.',
        child: {
          title: 'Tin quảng cáo',
          summary: 'Nơi khám gửi cho gia đình em tin giới thiệu dịch vụ có trả tiền.',
        },
      },
      en: {
        title: 'Advertising of services',
        summary: 'The facility sends you news of services and offers.',
        details:
          'Advertising does not build on illness or findings. Every message says how to stop the next.',
        ifRefused: 'If you do not agree, there is no advertising. Care and reminders go on as usual.',
        child: {
          title: 'Advertising',
          summary: 'The clinic sends your family news of services that cost money.',
        },
      },
    },
  },
  {
    code: 'automated',
    mode: 'consent',
    basis: { code: 'consent_9', reference: 'Luật 91/2025/QH15, Điều 9; Nghị định 356/2025/NĐ-CP, Điều 10.3' },
    isOptional: true,
    dataCategories: ['health', 'examination', 'immunization'],
    actions: ['analyse', 'automate'],
    retention: untilEnded,
    act: 'process',
    words: {
      vi: {
        title: 'Máy tính tự xét thông tin sức khỏe',
        summary: 'Máy tính xét thông tin của ông/bà và gợi ý nguy cơ bệnh cho người khám.',
        details:
          'Máy so thông tin trong hồ sơ với quy tắc do ngành y tế đặt ra. Máy có thể sai. Người khám luôn là người quyết định.',
        ifRefused: 'Nếu ông/bà không đồng ý, chỉ người khám xem hồ sơ. Việc khám vẫn như thường.',
        child: {
          title: 'Máy tính giúp bác sĩ',
          summary: 'Máy tính xem điều ghi về em và nhắc bác sĩ. Bác sĩ vẫn là người quyết định.',
        },
      },
      en: {
        title: 'Judgement of health information by a computer',
        summary: 'A computer goes through your information and points out risks to those who examine you.',
        details:
          'It compares the record with rules of the health service. It can be wrong. Those who examine you always decide.',
        ifRefused: 'If you do not agree, only people look at the record. Care goes on as usual.',
        child: {
          title: 'A computer helps the doctor',
          summary:
            'A computer looks at what is written about you and gives the doctor hints. The doctor decides.',
        },
      },
    },
  },
];
