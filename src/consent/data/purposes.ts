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
    actions: ['view'],
    recipientKind: 'hospital',
    allowsEmergency: true,
    retention: untilEnded,
    act: 'disclose',
    words: {
      vi: { title: '…', summary: '…', details: '…', ifRefused: '…' },
      en: { title: '…', summary: '…', details: '…', ifRefused: '…' },
    },
  },
  {
    code: 'insurer',
    mode: 'request',
    basis: { code: 'consent_9', reference: 'Luật 91/2025/QH15, Điều 26.2' },
    isOptional: true,
    dataCategories: care,
    actions: ['view'],
    recipientKind: 'insurer',
    retention: untilEnded,
    act: 'disclose',
    words: {
      vi: { title: '…', summary: '…', details: '…', ifRefused: '…' },
      en: { title: '…', summary: '…', details: '…', ifRefused: '…' },
    },
  },
  {
    code: 'screening',
    mode: 'consent',
    basis: { code: 'consent_9', reference: 'Luật 91/2025/QH15, Điều 9 và 26.1' },
    isOptional: true,
    dataCategories: care,
    actions: ['view'],
    recipientKind: 'school',
    retention: untilEnded,
    act: 'process',
    words: {
      vi: { title: '…', summary: '…', details: '…', ifRefused: '…' },
      en: { title: '…', summary: '…', details: '…', ifRefused: '…' },
    },
  },
  {
    code: 'reminders',
    mode: 'consent',
    basis: { code: 'consent_9', reference: 'Luật 91/2025/QH15, Điều 9 và 26.1' },
    isOptional: true,
    dataCategories: care,
    actions: ['view'],
    retention: untilEnded,
    act: 'process',
    words: {
      vi: { title: '…', summary: '…', details: '…', ifRefused: '…' },
      en: { title: '…', summary: '…', details: '…', ifRefused: '…' },
    },
  },
  {
    code: 'research',
    mode: 'consent',
    basis: { code: 'consent_9', reference: 'Luật 91/2025/QH15, Điều 9 và 26.1' },
    isOptional: true,
    dataCategories: care,
    actions: ['view'],
    retention: untilEnded,
    act: 'process',
    words: {
      vi: { title: '…', summary: '…', details: '…', ifRefused: '…' },
      en: { title: '…', summary: '…', details: '…', ifRefused: '…' },
    },
  },
  {
    code: 'marketing',
    mode: 'consent',
    basis: { code: 'consent_9', reference: 'Luật 91/2025/QH15, Điều 9 và 26.1' },
    isOptional: true,
    dataCategories: care,
    actions: ['view'],
    retention: untilEnded,
    act: 'process',
    words: {
      vi: { title: '…', summary: '…', details: '…', ifRefused: '…' },
      en: { title: '…', summary: '…', details: '…', ifRefused: '…' },
    },
  },
  {
    code: 'automated',
    mode: 'consent',
    basis: { code: 'consent_9', reference: 'Luật 91/2025/QH15, Điều 9 và 26.1' },
    isOptional: true,
    dataCategories: care,
    actions: ['view'],
    retention: untilEnded,
    act: 'process',
    words: {
      vi: { title: '…', summary: '…', details: '…', ifRefused: '…' },
      en: { title: '…', summary: '…', details: '…', ifRefused: '…' },
    },
  },
];
