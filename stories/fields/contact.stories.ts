import type { Meta } from '@storybook/web-components-vite';
import { fieldStories } from './field-story.ts';

export default { title: 'Fields/Phone and e-mail' } satisfies Meta;

const phone = fieldStories('hssk-phone-field', 'administrative.phoneMobile');
const email = fieldStories('hssk-email-field', 'administrative.email');

export const Empty = phone();
export const Filled = phone({ value: '0900000118' });
export const WithNote = phone({ value: '0900000118', note: 'của con gái' });
export const Absent = phone({ absent: 'notApplicable' });
export const Unread = phone({ unread: 'hỏi hàng xóm' });
export const View = phone({ value: '0900000118', note: 'của con gái', mode: 'view' });
export const Narrow = phone({ value: '0900000118', note: 'của con gái, gọi sau 17h' }, { width: 'phone' });
export const English = phone({ unread: 'hỏi hàng xóm' }, { locale: 'en' });
export const Mail = email({ value: 'mau@example.vn' });
export const MailUnread = email({ unread: 'mau(a)example' });
