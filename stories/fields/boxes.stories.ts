import type { Meta } from '@storybook/web-components-vite';
import { fieldStories } from './field-story.ts';

export default { title: 'Fields/Row of boxes' } satisfies Meta;

const smoking = fieldStories('hssk-choice-field', 'history.risk.smoking');

export const Empty = smoking();
export const Filled = smoking({ value: ['yes', 'regular'] });
export const WithNote = smoking({ value: ['yes', 'quit'], note: 'bỏ từ 2019' });
export const Absent = smoking({ absent: 'refused' });
export const Unread = smoking({ unread: 'thỉnh thoảng' });
export const Invalid = smoking({ value: ['no', 'regular'] });
export const View = smoking({ value: ['yes', 'quit'], note: 'bỏ từ 2019', mode: 'view' });
export const Narrow = smoking({ value: ['no', 'regular'] }, { width: 'phone' });
export const English = smoking({ value: ['no', 'regular'] }, { locale: 'en' });
