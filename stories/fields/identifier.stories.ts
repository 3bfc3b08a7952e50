import type { Meta } from '@storybook/web-components-vite';
import { fieldStories } from './field-story.ts';

export default { title: 'Fields/Identity number' } satisfies Meta;

const personal = fieldStories('hssk-identifier-field', 'administrative.identifiers.personal.number');
const insurance = fieldStories('hssk-identifier-field', 'administrative.identifiers.insurance.number');
const woman = { administrative: { sex: 'female' as const, birthDate: '1992' } };
const man = { administrative: { sex: 'male' as const, birthDate: '1990' } };

export const Empty = personal();
export const Filled = personal({ value: '014192990118', around: woman });
export const WithNote = insurance({ value: 'DN4010199000118', note: 'thẻ cũ' });
export const Absent = personal({ absent: 'notAvailableYet' });
export const Unread = personal({ unread: 'mờ, không đọc được' });
export const Missing = personal({ reveal: true });
export const Invalid = personal({ value: '01419299011' });
export const Warning = personal({ value: '014192990118', around: man });
export const Confirmed = personal({ value: '123456789', confirmed: 'identifier.oldCard' });
export const View = insurance({ value: 'DN4010199000118', mode: 'view' });
export const Narrow = personal({ value: '014192990118', around: man }, { width: 'phone' });
export const English = personal({ value: '01419299011' }, { locale: 'en' });
