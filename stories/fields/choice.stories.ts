import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { fieldIn, fieldStories } from './field-story.ts';

export default { title: 'Fields/One of' } satisfies Meta;

const sex = fieldStories('hssk-choice-field', 'administrative.sex');
const blood = fieldStories('hssk-choice-field', 'administrative.bloodAbo');
const toilet = fieldStories('hssk-choice-field', 'history.risk.toilet');

export const Empty = sex();
export const Filled = blood({ value: 'AB' });
export const WithNote = blood({ value: 'O', note: 'theo thẻ hiến máu' });
export const Absent = blood({ absent: 'notAvailableYet' });
export const Unread = sex({ unread: 'chưa rõ', reveal: true });
export const Missing = sex({ reveal: true });
export const View = toilet({ value: 'twoVault', mode: 'view' });
export const Narrow = toilet({ value: 'none' }, { width: 'phone' });
export const English = toilet({ value: 'flush' }, { locale: 'en' });

/** Chosen with the keyboard, and struck out again by a second click. */
export const Choosing = sex(
  {},
  {
    play: async ({ canvasElement }) => {
      const { field, find } = fieldIn(canvasElement);
      find('input[value="male"]')!.focus();
      await userEvent.keyboard(' ');
      await waitFor(() => expect(field.value).toBe('male'));
      await userEvent.click(find('input[value="female"]')!);
      await waitFor(() => expect(field.value).toBe('female'));
      await userEvent.click(find('input[value="female"]')!);
      await waitFor(() => expect(field.value).toBeUndefined());
    },
  },
);
