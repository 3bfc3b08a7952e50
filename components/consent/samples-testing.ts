import type { ConsentSettings } from '../../src/consent/index.ts';

/** An invented commune health station. */
export const settings: ConsentSettings = {
  controller: {
    id: 'clinic-990',
    name: 'Trạm y tế xã Ví Dụ',
    type: 'hospital',
    country: 'VN',
    address: 'Bản Mẫu, xã Ví Dụ',
    protectionContact: 'Bà Phạm Thị Mẫu, 000 990 001',
  },
  processors: [{ id: 'host-990', name: 'Công ty Máy chủ Ví Dụ', country: 'VN' }],
  recipients: [
    { id: 'moh', name: 'Bộ Y tế (Sổ sức khỏe điện tử)', type: 'authority', country: 'VN' },
    { id: 'hospital-990', name: 'Bệnh viện huyện Ví Dụ', type: 'hospital', country: 'VN' },
    { id: 'school-990', name: 'Trường tiểu học Ví Dụ', type: 'school', country: 'VN' },
  ],
};

/** The instant of all that is told about them. */
export const now = '2026-11-18T02:00:00Z';
export const grownUp = { name: 'Lò Thị Mẫu', birthDate: '1992-03-19', birthDateFrom: 'document' } as const;
export const schoolChild = {
  name: 'Lò Văn Ví Dụ',
  birthDate: '2017-03-12',
  birthDateFrom: 'document',
} as const;
export const baby = { name: 'Lò Thị Ví Dụ', birthDate: '2025-12-01', birthDateFrom: 'document' } as const;
