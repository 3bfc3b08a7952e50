/** Part B: labels of the paper form, letter for letter (`_` = heading of a group). */
const affected = 'Người mắc: (ghi rõ quan hệ huyết thống: ông, bà, bố, mẹ, anh, chị, em...)';
const described = 'Mô tả rõ';
const familyAllergy = (_: string) => ({ _, description: described, affected });
const familyDisease = (_: string) => ({ _, present: 'Có người mắc', affected });
const allergyKinds = { drug: 'Thuốc', chemical: 'Hóa chất/ mỹ phẩm', food: 'Thực phẩm', other: 'Khác' };

export const viHistory = {
  labels: {
    history: {
      _: 'B. NHÓM THÔNG TIN TIỀN SỬ VÀ CÁC YẾU TỐ LIÊN QUAN SỨC KHỎE',
      birth: {
        _: '1. Tình trạng lúc sinh',
        delivery: 'Đẻ thường □ / Đẻ mổ □',
        preterm: 'Đẻ thiếu tháng',
        asphyxia: 'Bị ngạt lúc đẻ',
        weightG: 'Cân nặng lúc đẻ',
        lengthCm: 'Chiều dài lúc đẻ',
        defects: 'Dị tật bẩm sinh (ghi rõ nếu có)',
        other: 'Vấn đề khác (ghi rõ nếu có)',
      },
      risk: {
        _: '2. Yếu tố nguy cơ đối với sức khỏe cá nhân',
        smoking: 'Hút thuốc lá, lào',
        alcohol: 'Uống rượu bia thường xuyên',
        alcoholGlassesPerDay: 'Số ly cốc uống/ngày',
        drugs: 'Sử dụng ma túy',
        activity: 'Hoạt động thể lực',
        exposure:
          'Yếu tố tiếp xúc nghề nghiệp/ Môi trường sống (Hóa chất, bụi, ồn, virút,....) ghi rõ yếu tố tiếp xúc',
        exposureDuration: 'thời gian tiếp xúc',
        toilet: 'Loại hố xí của gia đình (xả nước/ hai ngăn/hố xí thùng/ không có hố xí)',
        other: 'Nguy cơ khác (ghi rõ)',
      },
      allergies: { _: 'Dị ứng', ...allergyKinds },
      diseases: {
        _: 'Bệnh tật',
        cardiovascular: 'Bệnh tim mạch',
        hypertension: 'Tăng huyết áp',
        diabetes: 'Đái tháo đường',
        stomach: 'Bệnh dạ dày',
        chronicLung: 'Bệnh phổi mạn tính',
        asthma: 'Hen suyễn',
        goitre: 'Bệnh bướu cổ',
        hepatitis: 'Viêm gan',
        congenitalHeart: 'Tim bẩm sinh',
        mental: 'Tâm thần',
        autism: 'Tự kỷ',
        epilepsy: 'Động kinh',
        cancer: 'Ung thư (ghi rõ loại ung thư)',
        tuberculosis: 'Lao (ghi rõ loại lao)',
        other: 'Khác (nêu rõ)',
      },
      disabilities: {
        _: '4. Khuyết tật',
        hearing: 'Thính lực',
        vision: 'Thị lực',
        hand: 'Tay',
        leg: 'Chân',
        scoliosis: 'Cong vẹo cột sống',
        cleft: 'Khe hở môi, vòm miệng',
        other: 'Khác',
      },
      surgeries: 'Tiền sử phẫu thuật (ghi rõ bộ phận cơ thể đã phẫu thuật và năm phẫu thuật)',
      familyAllergies: {
        _: 'Dị ứng',
        drug: familyAllergy(allergyKinds.drug),
        chemical: familyAllergy(allergyKinds.chemical),
        food: familyAllergy(allergyKinds.food),
        other: familyAllergy(allergyKinds.other),
      },
      familyDiseases: {
        _: 'Bệnh tật',
        cardiovascular: familyDisease('Bệnh tim mạch'),
        asthma: familyDisease('Hen suyễn'),
        hypertension: familyDisease('Tăng huyết áp'),
        diabetes: familyDisease('Đái tháo đường'),
        mental: familyDisease('Tâm thần'),
        epilepsy: familyDisease('Động kinh'),
        cancer: 'Ung thư (ghi rõ loại ung thư, người mắc, quan hệ)',
        tuberculosis: 'Lao (ghi rõ loại lao, người mắc, quan hệ)',
        other: 'Khác (ghi rõ, người mắc, quan hệ)',
      },
      reproductive: {
        _: '7. Sức khỏe sinh sản và kế hoạch hóa gia đình',
        contraception: 'Biện pháp tránh thai đang dùng',
        lastPregnancy: 'Kỳ có thai cuối cùng',
        pregnancies: 'Số lần có thai',
        miscarriages: 'Số lần sảy thai',
        abortions: 'Số lần phá thai',
        births: 'Số lần sinh đẻ',
        normalDeliveries: 'Đẻ thường',
        caesareans: 'Đẻ mổ',
        difficultDeliveries: 'Đẻ khó',
        termBirths: 'Số lần đẻ đủ tháng',
        pretermBirths: 'Số lần đẻ non',
        livingChildren: 'Số con hiện sống',
        gynecologicalDisease: 'Bệnh phụ khoa',
      },
      otherIssues: 'Vấn đề khác (ghi rõ nếu có)',
    },
  },
  /** Further headings of the paper that have no group of their own in the record. */
  headings: {
    history: '3. Tiền sử bệnh tật, dị ứng',
    surgeries: '5. Tiền sử phẫu thuật',
    familyHistory: '6. Tiền sử gia đình',
    otherIssues: '8. Vấn đề khác',
    allergyKind: 'Loại',
    disease: 'Tên bệnh',
  },
  /** The boxes printed beside a label, by option code. */
  options: {
    delivery: { normal: 'Đẻ thường', caesarean: 'Đẻ mổ' },
    smoking: { no: 'Không', yes: 'Có', regular: 'Hút thường xuyên', quit: 'Đã bỏ' },
    alcohol: { no: 'Không', yes: 'Có', quit: 'Đã bỏ' },
    drugs: { no: 'Không', yes: 'Có', regular: 'Sử dụng thường xuyên', quit: 'Đã bỏ' },
    activity: { no: 'Không', yes: 'Có', regular: 'Thường xuyên (tập thể dục, thể thao...)' },
    toilet: { flush: 'xả nước', twoVault: 'hai ngăn', bucket: 'hố xí thùng', none: 'không có hố xí' },
  },
  /** Help where staff would ask, by path. */
  help: {
    'history.birth.weightG': 'gam, ví dụ 2.900',
  },
};
