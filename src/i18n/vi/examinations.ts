/** Part D: labels of the paper form, letter for letter (`_` = heading of a group). */

export const viExaminations = {
  labels: {
    examinations: {
      _: 'D. KHÁM LÂM SÀNG VÀ CẬN LÂM SÀNG',
      examinedOn: 'Ngày khám',
      presentIllness: '1. Bệnh sử',
      vitals: {
        _: '2.1. Dấu hiệu sinh tồn, chỉ số nhân trắc học',
        pulsePerMinute: 'Mạch',
        temperatureC: 'Nhiệt độ',
        bloodPressureMmHg: 'HA',
        respiratoryRatePerMinute: 'Nhịp thở',
        weightKg: 'Cân nặng',
        heightCm: 'Cao',
        bmi: 'BMI',
        waistCm: 'Vòng bụng',
      },
      vision: {
        _: '2.2. Thị lực:',
        uncorrectedRight: 'Không kính: Mắt phải',
        uncorrectedLeft: 'Mắt trái',
        correctedRight: 'Có kính: Mắt phải',
        correctedLeft: 'Mắt trái',
      },
      general: { _: '2.3.1. Toàn thân', skinMucosa: 'Da, niêm mạc', other: 'Khác' },
      organs: {
        _: '2.3.2. Cơ quan',
        cardiovascular: 'Tim mạch',
        respiratory: 'Hô hấp',
        digestive: 'Tiêu hóa',
        urinary: 'Tiết niệu',
        musculoskeletal: 'Cơ xương khớp',
        endocrine: 'Nội tiết',
        neurological: 'Thần kinh',
        mental: 'Tâm thần',
        surgical: 'Ngoại khoa',
        obGyn: 'Sản phụ khoa',
        ent: 'Tai mũi họng',
        dental: 'Răng hàm mặt',
        eye: 'Mắt',
        dermatology: 'Da liễu',
        nutrition: 'Dinh dưỡng',
        motor: 'Vận động',
        other: 'Khác',
        development: 'Đánh giá phát triển thể chất, tinh thần, vận động',
      },
      labs: {
        _: 'D3. Kết quả cận lâm sàng',
        hematology: 'Huyết học',
        bloodChemistry: 'Sinh hóa máu',
        urineChemistry: 'Sinh hóa nước tiểu',
        abdominalUltrasound: 'Siêu âm ổ bụng',
      },
      diagnoses: '4. Chẩn đoán/ Kết luận (ghi tên, mã bệnh theo ICD 10)',
      advice: '5. Tư vấn',
      doctor: '6. Bác sĩ khám',
    },
  },
  /** Further headings of the paper that have no group of their own in the record. */
  headings: {
    clinical: '2. Thăm khám lâm sàng',
    physical: '2.3. Khám lâm sàng',
    uncorrected: 'Không kính',
    corrected: 'Có kính',
  },
  /** Help where staff would ask, by path. */
  help: {
    'examinations.vitals.bloodPressureMmHg': 'ví dụ 120/80',
    'examinations.diagnoses': 'ví dụ: I10 Tăng huyết áp; E11.9',
  },
};
