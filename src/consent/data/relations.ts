import type { Relation } from '../relations.ts';

const treatmentOnly = {
  vi:
    'Luật Khám bệnh, chữa bệnh (điều 8) coi đây là người đại diện khi khám, chữa bệnh. Luật Bảo vệ dữ liệu cá nhân chỉ nói ' +
    'đến người đại diện theo pháp luật, nên chưa rõ người này có được quyết định thay về dữ liệu hay không. Hãy ghi rõ căn cứ.',
  en:
    'The law on examination and treatment (art. 8) takes them as representative for examination and treatment. The law on ' +
    'personal data speaks only of the legal representative, so it is not clear whether they may decide about data. Write ' +
    'down on what ground they do.',
} as const;

const notByItself = {
  vi:
    'Họ hàng, người trông nom không đương nhiên là người đại diện theo pháp luật, kể cả khi em ở cùng. Cha mẹ còn thì cha ' +
    'mẹ quyết định, trừ khi người này là người giám hộ hoặc có giấy ủy quyền của cha hoặc mẹ. Hãy ghi rõ căn cứ; nếu chỉ ' +
    'có lời nói thì nên hỏi lại cha mẹ.',
  en:
    'A relative or caregiver is not a legal representative by that alone, even if the child lives with them. Where there ' +
    'are parents the parents decide, unless this person is the guardian or has the written authority of a parent. Write ' +
    'down on what ground they decide; where it is only word of mouth, ask the parents again.',
} as const;

const parent = {
  vi: 'Cha, mẹ là người đại diện theo pháp luật của con chưa đủ 18 tuổi (Bộ luật Dân sự, điều 136).',
  en: 'A parent is the legal representative of a child under 18 (Civil Code, art. 136).',
} as const;

const notBound = {
  vi:
    'Quan hệ này tự nó không làm nên người đại diện. Cần có căn cứ: giám hộ, ủy quyền bằng văn bản, quyết định của tòa án. ' +
    'Hãy ghi rõ.',
  en:
    'This relation alone makes nobody a representative. There has to be a ground: guardianship, a written authority, a ' +
    'decision of a court. Write it down.',
} as const;

const words = (
  vi: string,
  en: string,
  note: { readonly vi: string; readonly en: string },
): Relation['words'] => ({ vi: { title: vi, note: note.vi }, en: { title: en, note: note.en } });

/** The relations of the package. What the law leaves open is said to be open. */
export const defaultRelations: readonly Relation[] = [
  {
    code: 'mother',
    for: 'child',
    right: 'law',
    representativeType: 'c',
    words: /* @__PURE__ */ words('Mẹ', 'Mother', parent),
  },
  {
    code: 'father',
    for: 'child',
    right: 'law',
    representativeType: 'c',
    words: /* @__PURE__ */ words('Cha', 'Father', parent),
  },
  {
    code: 'guardian',
    for: 'both',
    right: 'appointed',
    representativeType: 'c',
    words: /* @__PURE__ */ words('Người giám hộ', 'Guardian', {
      vi: 'Người giám hộ là người đại diện theo pháp luật khi việc giám hộ đã được đăng ký, được cử hoặc do tòa án chỉ định. Hãy xem giấy.',
      en: 'A guardian is a legal representative once the guardianship is registered, or made by appointment or by a court. Look at the paper.',
    }),
  },
  {
    code: 'grandparent',
    for: 'child',
    right: 'none',
    isWritten: true,
    words: /* @__PURE__ */ words('Ông, bà', 'Grandparent', notByItself),
  },
  {
    code: 'relative',
    for: 'child',
    right: 'none',
    isWritten: true,
    words: /* @__PURE__ */ words(
      'Họ hàng hoặc người trông nom khác',
      'Another relative or caregiver',
      notByItself,
    ),
  },
  {
    code: 'chosen',
    for: 'grownUp',
    right: 'chosen',
    representativeType: 'a',
    words: /* @__PURE__ */ words(
      'Người mà người được khám đã chọn',
      'Someone the person has chosen',
      treatmentOnly,
    ),
  },
  {
    code: 'family',
    for: 'grownUp',
    right: 'chosen',
    representativeType: 'b',
    words: /* @__PURE__ */ words('Người do gia đình chọn', 'Someone the family has chosen', treatmentOnly),
  },
  {
    code: 'carer',
    for: 'both',
    right: 'chosen',
    representativeType: 'd',
    words: /* @__PURE__ */ words(
      'Người của cơ sở đang nuôi dưỡng, chăm sóc',
      'Someone of the home or centre that cares for the person',
      treatmentOnly,
    ),
  },
  {
    code: 'volunteer',
    for: 'both',
    right: 'chosen',
    representativeType: 'dd',
    words: /* @__PURE__ */ words('Người tự nguyện đứng ra', 'A volunteer', treatmentOnly),
  },
  {
    code: 'other',
    for: 'both',
    right: 'none',
    isWritten: true,
    words: /* @__PURE__ */ words('Quan hệ khác', 'Another relation', notBound),
  },
];
