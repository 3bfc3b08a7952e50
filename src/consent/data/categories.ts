/** A kind of data as a notice names it. */
export interface DataCategory {
  readonly code: string;
  /** Sensitive personal data by decree 356/2025/NĐ-CP art. 4.1. */
  readonly isSensitive: boolean;
  readonly vi: string;
  readonly en: string;
}

/** What a health record holds, in the words of the notices. */
export const dataCategories: readonly DataCategory[] = [
  {
    code: 'identity',
    isSensitive: false,
    vi: 'Họ tên, ngày sinh, giới tính, số giấy tờ',
    en: 'Name, birth date, sex, identity numbers',
  },
  { code: 'contact', isSensitive: false, vi: 'Nơi ở, điện thoại, thư điện tử', en: 'Address, phone, e-mail' },
  {
    code: 'representative',
    isSensitive: false,
    vi: 'Người đại diện, người thân',
    en: 'Representative, relatives',
  },
  { code: 'origin', isSensitive: true, vi: 'Dân tộc', en: 'Ethnic group' },
  {
    code: 'health',
    isSensitive: true,
    vi: 'Tình trạng sức khỏe, bệnh đã mắc, dị ứng, khuyết tật',
    en: 'State of health, past illness, allergies, disabilities',
  },
  {
    code: 'examination',
    isSensitive: true,
    vi: 'Kết quả khám, xét nghiệm, chẩn đoán',
    en: 'Findings, tests, diagnoses',
  },
  { code: 'immunization', isSensitive: true, vi: 'Tiêm chủng', en: 'Vaccinations' },
  { code: 'reproductive', isSensitive: true, vi: 'Sức khỏe sinh sản', en: 'Reproductive health' },
  { code: 'family', isSensitive: true, vi: 'Bệnh của người trong gia đình', en: 'Illness in the family' },
];
