import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { child, faulty, woman } from '../people.ts';
import { sectionStories } from './section-story.ts';

export default { title: 'Sections/C. Immunization' } satisfies Meta;

const section = sectionStories('hssk-immunization-section');

export const Empty = section();
export const Filled = section(child);
export const Invalid = section(faulty);
export const View = section(child, { mode: 'view' });
export const Narrow = section(child, { width: 'phone' });
export const NarrowInvalid = section(faulty, { width: 'phone' });
export const English = section(woman, { locale: 'en' });

/** A vaccine that is not printed gets a row of its own. */
export const Adding = section(child, {
  act: async (element) => {
    const free = () => element.shadowRoot!.querySelectorAll('.blank.coded').length;
    const before = free();
    await userEvent.click(element.shadowRoot!.querySelector('[data-add="other"]')!);
    await waitFor(() => expect(free()).toBe(before + 1));
    await userEvent.keyboard('Thủy đậu 1');
    await waitFor(() => {
      const added = Object.values(element.value.immunizations?.other ?? {}).at(-1);
      return expect(added?.vaccine?.text).toBe('Thủy đậu 1');
    });
  },
});
