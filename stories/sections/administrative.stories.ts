import type { Meta } from '@storybook/web-components-vite';
import { child, faulty, woman } from '../people.ts';
import { sectionStories } from './section-story.ts';

export default { title: 'Sections/A. Administrative' } satisfies Meta;

const section = sectionStories('hssk-administrative-section');

export const Empty = section();
export const Filled = section(woman);
export const Child = section(child);
export const Invalid = section(faulty);
export const View = section(woman, { mode: 'view' });
export const Narrow = section(woman, { width: 'phone' });
export const NarrowInvalid = section(faulty, { width: 'phone' });
export const English = section(faulty, { locale: 'en' });
