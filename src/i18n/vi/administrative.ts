/** Part A: labels of the paper form, letter for letter (`_` = heading of a group). */
const address = { commune: 'Xã/Phường', district: 'Quận/Huyện', province: 'Tỉnh/TP' };

export const viAdministrative = {
  labels: {
    administrative: {
      _: 'A. PHẦN THÔNG TIN HÀNH CHÍNH',
      householdCode: 'Mã hộ GĐ',
      fullName: 'Họ và tên',
      relationToHead: 'Quan hệ với chủ hộ',
      sex: 'Giới tính',
      bloodAbo: 'Nhóm máu: Hệ ABO',
      bloodRh: 'Hệ Rh',
      birthDate: 'Ngày sinh',
      birthRegistration: 'Tỉnh/TP đăng ký khai sinh',
      ethnicity: 'Dân tộc',
      nationality: 'Quốc tịch',
      religion: 'Tôn giáo',
      occupation: 'Nghề nghiệp',
      identifiers: {
        _: 'Giấy tờ',
        personal: {
          number: 'Số CMND/CCCD',
          issuedOn: 'Ngày cấp CMND/CCCD',
          issuedPlace: 'Nơi cấp CMND/CCCD',
        },
        insurance: {
          number: 'Mã định danh BHYT/ Số thẻ BHYT',
          issuedOn: 'Ngày cấp thẻ BHYT',
          issuedPlace: 'Nơi cấp thẻ BHYT',
        },
      },
      permanentAddress: {
        _: 'Nơi đăng ký HKTT',
        line: 'Nơi đăng ký HKTT: (Thôn/xóm; số nhà, đường phố)',
        ...address,
      },
      currentAddress: {
        _: 'Nơi ở hiện tại',
        line: 'Nơi ở hiện tại: Thôn/xóm; số nhà, đường phố',
        ...address,
      },
      phoneLandline: 'Điện thoại: Cố định',
      phoneMobile: 'Di động',
      email: 'Email',
      motherName: 'Họ tên mẹ',
      fatherName: 'Họ tên bố',
      caregiverName: 'Họ tên người chăm sóc chính (NCSC)',
      caregiverRelation: 'Mối quan hệ',
      guardianPhoneLandline: 'Điện thoại (bố/ mẹ/ người NCSC): Cố định',
      guardianPhoneMobile: 'Di động',
    },
  },
  /** Further headings of the paper that have no group of their own in the record. */
  headings: {
    contact: 'Điện thoại, email',
    family: 'Bố, mẹ, người chăm sóc chính',
    guardianPhone: 'Điện thoại (bố/ mẹ/ người NCSC)',
  },
  /** The boxes printed beside a label, by option code. */
  options: {
    sex: { male: 'Nam', female: 'Nữ' },
    bloodAbo: { O: 'O', A: 'A', B: 'B', AB: 'AB' },
    bloodRh: { '+': 'Rh+', '-': 'Rh-' },
  },
  /** Help where staff would ask, by path. */
  help: {
    'administrative.fullName': 'Trẻ chưa đặt tên: ghi tạm theo mẹ, ví dụ “Con bà Lò Thị A”.',
    'administrative.birthDate': 'ngày/tháng/năm, hoặc chỉ tháng/năm, hoặc chỉ năm',
    'administrative.identifiers.personal.number':
      'CCCD 12 số, CMND 9 số hoặc hộ chiếu. Ghi “chưa có” thì được cấp mã tạm.',
    'administrative.identifiers.insurance.number': 'Thẻ 15 ký tự, mã số BHXH 10 số hoặc số CCCD',
    'administrative.permanentAddress.district': 'Chỉ cho địa chỉ trước 7/2025',
    'administrative.currentAddress.district': 'Không còn cấp huyện từ 7/2025',
  },
};
