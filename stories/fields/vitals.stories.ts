import type { Meta } from '@storybook/web-components-vite';
import { fieldStories } from './field-story.ts';

export default { title: 'Fields/Blood pressure and vision' } satisfies Meta;

const pressure = fieldStories('hssk-blood-pressure-field', 'examinations.a.vitals.bloodPressureMmHg');
const vision = fieldStories('hssk-vision-field', 'examinations.a.vision.uncorrectedRight');
const swapped = { systolic: 80, diastolic: 120 };
const single = { systolic: 150 };

export const Empty = pressure();
export const Filled = pressure({ value: { systolic: 120, diastolic: 80 } });
export const WithNote = pressure({
  value: { systolic: 150, diastolic: 90 },
  note: 'tay trái, sau nghỉ 10 phút',
});
export const Absent = pressure({ absent: 'notMeasured' });
export const Unread = pressure({ unread: 'hơi cao' });
export const Invalid = pressure({ value: swapped });
export const Warning = pressure({ value: single });
export const Confirmed = pressure({ value: single, confirmed: 'bloodPressure.noDiastolic' });
export const View = pressure({ value: { systolic: 120, diastolic: 80 }, mode: 'view' });
export const Narrow = pressure({ value: swapped }, { width: 'phone' });
export const English = pressure({ value: single }, { locale: 'en' });
export const Vision = vision({ value: '9/10' });
export const VisionInWords = vision({ value: 'ĐNT 3m' });
export const VisionWarning = vision({ value: '12/10' });
