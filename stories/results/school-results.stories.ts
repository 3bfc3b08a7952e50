import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { SchoolResults } from '../../components/index.ts';
import { FakeLists, classDay } from '../../components/results/testing.ts';

export default { title: 'Results/School results' } satisfies Meta;

const now = new Date(2026, 10, 20, 14, 5).getTime();

function show(
  view: SchoolResults['view'],
  beside: { locale?: 'en'; theme?: 'dark'; width?: 'phone'; lists?: FakeLists; list?: string } = {},
): StoryObj {
  const { lists = classDay(12), list = 'l1', ...globals } = beside;
  return {
    globals,
    render: (_args, { globals: { locale, theme } }) =>
      html`<hssk-school-results
        list=${list}
        view=${view}
        locale=${locale}
        theme=${theme}
        .now=${now}
        .lists=${lists}
      ></hssk-school-results>`,
    play: async ({ canvasElement }) => {
      const results = canvasElement.querySelector('hssk-school-results')!;
      await waitFor(() => expect(results.shadowRoot!.querySelector('.tabs, .failure, .help')).toBeTruthy());
    },
  };
}

/** A class of 40, and another of the same school. */
function school(): FakeLists {
  const lists = classDay(40);
  lists.lists.push(...classDay(6, 'l2', '4B').lists);
  return lists;
}

export const Notices = show('notices');
export const NoticesNarrow = show('notices', { width: 'phone' });
export const NoticesDark = show('notices', { theme: 'dark' });
export const NoticesEnglish = show('notices', { locale: 'en' });
export const NoticesOfForty = show('notices', { lists: school() });
export const Referrals = show('referrals');
export const Summary = show('summary', { lists: school() });
export const SummaryNarrow = show('summary', { width: 'phone' });
export const Recalls = show('recalls');
export const RecallsNarrowDark = show('recalls', { width: 'phone', theme: 'dark' });
export const RecallsEnglish = show('recalls', { locale: 'en' });
export const NoList = show('notices', { list: '' });
export const Failed = show('notices', {
  lists: Object.assign(classDay(6), { failing: { member: 'vault.locked' } }),
});
