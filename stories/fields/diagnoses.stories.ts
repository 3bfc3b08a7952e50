import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { fieldIn, fieldStories } from './field-story.ts';

export default { title: 'Fields/Diagnoses' } satisfies Meta;

const diagnoses = fieldStories('hssk-diagnoses-field', 'examinations.a.diagnoses');
const value = {
  text: 'I10 Tăng huyết áp; E11.9 Đái tháo đường type 2',
  codes: {
    I10: { code: 'I10', text: 'Tăng huyết áp' },
    E119: { code: 'E11.9', text: 'Đái tháo đường type 2' },
  },
};
const unknown = { text: 'Q99.X không rõ', codes: { Q99X: { code: 'Q99.X', text: 'không rõ' } } };
const ofMan = { text: 'O80 Đẻ thường', codes: { O80: { code: 'O80', text: 'Đẻ thường' } } };
const man = { administrative: { sex: 'male' as const } };

export const Empty = diagnoses();
export const Filled = diagnoses({ value });
export const WordsOnly = diagnoses({ value: { text: 'Bình thường' } });
export const Invalid = diagnoses({ value: ofMan, around: man });
export const Warning = diagnoses({ value: unknown });
export const View = diagnoses({ value, mode: 'view' });
export const Narrow = diagnoses({ value }, { width: 'phone' });
export const English = diagnoses({ value: unknown }, { locale: 'en' });

/** The words of the last diagnosis are looked up while they are typed. */
export const Typing = diagnoses(
  { value: { text: 'I10 Tăng huyết áp' } },
  {
    play: async ({ canvasElement }) => {
      const { field, find, control } = fieldIn(canvasElement);
      await userEvent.type(control, '; dai thao duong');
      await waitFor(() => expect(find('[role="option"]')).not.toBeNull());
      await userEvent.keyboard('{ArrowDown}{Enter}');
      await waitFor(() => expect(Object.keys((field.value as typeof value).codes)).toHaveLength(2));
    },
  },
);
