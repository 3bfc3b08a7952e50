import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { fieldIn, fieldStories } from './field-story.ts';

export default { title: 'Fields/Number' } satisfies Meta;

const grams = fieldStories('hssk-number-field', 'history.birth.weightG');
const born = { administrative: { birthDate: '1990' } };
const height = fieldStories('hssk-number-field', 'examinations.a.vitals.heightCm');

export const Empty = grams();
export const Filled = grams({ value: 2900 });
export const WithNote = grams({ value: 2900, note: 'cân lại' });
export const Absent = grams({ absent: 'unknown' });
export const Unread = grams({ unread: 'gần ba ký' });
export const Invalid = grams({ value: 32 });
export const Warning = height({ value: 98, around: born });
export const Confirmed = height({ value: 98, around: born, confirmed: 'number.implausible' });
export const View = grams({ value: 2900, note: 'cân lại', mode: 'view' });
export const Narrow = height({ value: 98, around: born }, { width: 'phone' });
export const English = height({ value: 98, around: born }, { locale: 'en' });

/** A person says why an unusual value stands. */
export const Confirming = height(
  { value: 98, around: born },
  {
    play: async ({ canvasElement }) => {
      const { find } = fieldIn(canvasElement);
      await userEvent.click(find('button.link')!);
      await waitFor(() => expect(find('[name="reason"]')).not.toBeNull());
      await userEvent.type(find('[name="reason"]')!, 'Người thấp bẩm sinh');
      await userEvent.click(find('form button')!);
      await waitFor(() => expect(find('.confirmed')).toHaveTextContent('Người thấp bẩm sinh'));
      await expect(find('.warning')).toBeNull();
    },
  },
);
