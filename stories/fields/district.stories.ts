import type { Meta } from '@storybook/web-components-vite';
import { fieldStories } from './field-story.ts';

export default { title: 'Fields/District' } satisfies Meta;

const old = fieldStories('hssk-district-field', 'administrative.permanentAddress.district');

export const Empty = old();
export const Filled = old({ value: 'Huyện Mai Sơn' });
export const Absent = old({ absent: 'notApplicable' });
export const View = old({ value: 'Huyện Mai Sơn', mode: 'view' });
export const English = old({ value: 'Huyện Mai Sơn' }, { locale: 'en' });
