import type { Meta } from '@storybook/web-components-vite';
import { fieldStories } from './field-story.ts';

export default { title: 'Fields/Box' } satisfies Meta;

const disease = fieldStories('hssk-box-field', 'history.diseases.hypertension');
const notGiven = fieldStories('hssk-box-field', 'immunizations.basic.bcg.notGiven');
const given = { immunizations: { basic: { bcg: { givenOn: '2026-05-02' } } } };

export const Empty = disease();
export const Filled = disease({ value: true });
export const Invalid = notGiven({ value: true, around: given });
export const View = disease({ value: true, mode: 'view' });
export const Narrow = notGiven({ value: true, around: given }, { width: 'phone' });
export const English = disease({ value: true }, { locale: 'en' });
