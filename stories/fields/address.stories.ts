import type { Meta } from '@storybook/web-components-vite';
import { fieldStories } from './field-story.ts';

export default { title: 'Fields/Address' } satisfies Meta;

const current = fieldStories('hssk-address-field', 'administrative.currentAddress');
const permanent = fieldStories('hssk-address-field', 'administrative.permanentAddress');
const commune = { code: '04108', text: 'Xã Chiềng Sung' };
const value = { line: 'Bản Nà Lốc', commune, province: { code: '14', text: 'Tỉnh Sơn La' } };
const old = {
  line: 'Số 7, tổ 3',
  commune: { text: 'Xã Mường Mẫu' },
  district: 'Huyện Mai Sơn',
  province: { code: '14', text: 'Tỉnh Sơn La' },
};
const elsewhere = { ...value, province: { code: '01', text: 'Thành phố Hà Nội' } };

export const Empty = current();
export const Filled = current({ value });
export const BeforeReform = permanent({ value: old });
export const Missing = current({ reveal: true });
export const Invalid = current({ value: elsewhere });
export const View = permanent({ value: old, mode: 'view' });
export const Narrow = current({ value: elsewhere }, { width: 'phone' });
export const English = current({ value: elsewhere }, { locale: 'en' });
