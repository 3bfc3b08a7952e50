import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { HistorySection } from '../../components/index.ts';
import { faulty, man, woman } from '../people.ts';
import { sectionStories } from './section-story.ts';

export default { title: 'Sections/B. History' } satisfies Meta;

const section = sectionStories('hssk-history-section');

export const Empty = section();
export const Filled = section(woman);
export const Invalid = section(faulty);
export const ManWithB7 = section(man, {
  act: async (element) => {
    (element as HistorySection).open('history.reproductive.pregnancies');
    await expect(element.shadowRoot!.querySelector('details')).toHaveTextContent('⚠');
  },
});
export const View = section(woman, { mode: 'view' });
export const Narrow = section(woman, { width: 'phone' });
export const NarrowInvalid = section(faulty, { width: 'phone' });
export const English = section(faulty, { locale: 'en' });
