import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { fieldIn, fieldStories } from './field-story.ts';

export default { title: 'Fields/Coded' } satisfies Meta;

const ethnicity = fieldStories('hssk-coded-field', 'administrative.ethnicity');
const commune = fieldStories('hssk-coded-field', 'administrative.currentAddress.commune');
const relation = fieldStories('hssk-coded-field', 'administrative.relationToHead');
const man = { administrative: { sex: 'male' as const } };

/** Offers the list for what is typed. */
const suggest = (text: string) => ({
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const { find, control } = fieldIn(canvasElement);
    await userEvent.type(control, text);
    await waitFor(() => expect(find('[role="option"]')).not.toBeNull());
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(find('[aria-selected="true"]')).not.toBeNull());
  },
});

export const Empty = ethnicity();
export const Filled = ethnicity({ value: { code: '03', text: 'Thái' } });
export const FreeWords = ethnicity({ value: { text: 'Thái đen (theo lời kể)' } });
export const Absent = ethnicity({ absent: 'unknown' });
export const Missing = commune({ reveal: true });
export const Warning = relation({ value: { text: 'Vợ' }, around: man });
export const Confirmed = relation({
  value: { text: 'Vợ' },
  around: man,
  confirmed: 'relation.sexMismatch',
});
export const View = ethnicity({ value: { code: '03', text: 'Thái' }, mode: 'view' });
export const Suggestions = commune({}, suggest('chieng s'));
export const SuggestionsNarrow = commune({}, { width: 'phone', ...suggest('tan hoa') });
export const English = relation({ value: { text: 'Vợ' }, around: man }, { locale: 'en' });

/** Typed without accents, taken with the keyboard. */
export const Choosing = commune(
  {},
  {
    play: async (context) => {
      await suggest('chieng sung').play(context);
      const { field } = fieldIn(context.canvasElement);
      await userEvent.keyboard('{Enter}');
      await waitFor(() => expect(field.value).toMatchObject({ text: 'Xã Chiềng Sung' }));
    },
  },
);
