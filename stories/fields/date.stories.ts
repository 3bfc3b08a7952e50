import type { Meta } from '@storybook/web-components-vite';
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test';
import { fieldIn, fieldStories } from './field-story.ts';

export default { title: 'Fields/Date' } satisfies Meta;

const birth = fieldStories('hssk-date-field', 'administrative.birthDate');

export const Empty = birth();
export const Filled = birth({ value: '1990-03-19' });
export const YearOnly = birth({ value: '1942' });
export const WithNote = birth({ value: '2026-11-16', note: '10h05' });
export const Absent = birth({ absent: 'unknown' });
export const Unread = birth({ unread: '30/02/1986', reveal: true });
export const Missing = birth({ reveal: true });
export const InFuture = birth({ value: '2062-03-19' });
export const Warning = birth({ value: '1908' });
export const Confirmed = birth({ value: '1908', confirmed: 'date.tooLongAgo' });
export const View = birth({ value: '1990-03', mode: 'view' });
export const Narrow = birth({ unread: '30/02/1986', reveal: true }, { width: 'phone' });
export const English = birth({ value: '2062-03-19' }, { locale: 'en' });

/** As staff write it; the tidy writing shows when the field is left. */
export const Typing = birth(
  {},
  {
    play: async ({ canvasElement }) => {
      const { field, control } = fieldIn(canvasElement);
      await userEvent.type(control, '16.11.2026 (10h05)');
      await expect(field.value).toBe('2026-11-16');
      await fireEvent.change(control);
      await waitFor(() => expect(control).toHaveValue('16/11/2026 (10h05)'));
    },
  },
);
