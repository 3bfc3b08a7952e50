import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { faulty, woman } from '../people.ts';
import { sectionStories } from './section-story.ts';

export default { title: 'Sections/D. Examination' } satisfies Meta;

const section = sectionStories('hssk-examination-section');

export const Empty = section();
export const Filled = section(woman);
export const Invalid = section(faulty);
export const View = section(woman, { mode: 'view' });
export const Narrow = section(woman, { width: 'phone' });
export const NarrowInvalid = section(faulty, { width: 'phone' });
export const English = section(woman, { locale: 'en' });

/** Another visit opens with its date in focus; the earlier ones close. */
export const Adding = section(woman, {
  act: async (element) => {
    await userEvent.click(element.shadowRoot!.querySelector('[data-add="visit"]')!);
    await waitFor(() => expect(element.shadowRoot!.activeElement?.closest('.blank.date')).not.toBeNull());
    await userEvent.keyboard('18/11/2026');
    await waitFor(() => expect(Object.keys(element.value.examinations ?? {})).toHaveLength(3));
    await expect(element.shadowRoot!.querySelectorAll('details[open]')).toHaveLength(1);
  },
});
