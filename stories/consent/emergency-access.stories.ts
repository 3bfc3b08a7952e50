import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { EmergencyAccessElement } from '../../components/index.ts';
import type { Emergencies, EmergencyReview } from '../../src/client/index.ts';

export default { title: 'Consent/Emergency' } satisfies Meta;

const access: EmergencyReview = {
  id: 'emergency-0001',
  pid: 'p-990-mau',
  basis: 'unconscious',
  openedAt: '2026-11-05T15:10:00Z',
  until: '2026-11-05T19:10:00Z',
  user: 'bs.vidu',
  facility: 'hospital-991',
  reason: 'Tai nạn giao thông, bất tỉnh, cần biết dị ứng',
};

const calls = (items: readonly EmergencyReview[]): Emergencies => ({
  open: () => new Promise(() => {}),
  close: async () => access,
  reviews: async function* () {
    yield* items;
  },
  review: async () => access,
});

interface Beside {
  readonly locale?: 'en';
  readonly theme?: 'dark';
  readonly width?: 'phone';
  readonly press?: readonly string[];
}

function show(given: Partial<EmergencyAccessElement>, beside: Beside = {}): StoryObj {
  const { press = [], ...globals } = beside;
  return {
    globals,
    render: (_args, { globals: { locale, theme } }) =>
      html`<hssk-emergency-access
        style="padding: 1rem"
        locale=${locale}
        theme=${theme}
        ?review=${given.review}
        .emergencies=${'emergencies' in given ? given.emergencies : calls([access, { ...access, id: 'emergency-0002', basis: 'other' }])}
        .access=${given.access}
        .pid=${'p-990-mau'}
        .user=${given.user ?? 'bs.vidu'}
        .facility=${'hospital-991'}
        .hours=${4}
      ></hssk-emergency-access>`,
    play: async ({ canvasElement }) => {
      const root = canvasElement.querySelector('hssk-emergency-access')!.shadowRoot!;
      await waitFor(() => expect(root.querySelector('#title')).toBeTruthy());
      for (const target of press) {
        await waitFor(() => expect(root.querySelector(target)).toBeTruthy());
        await userEvent.click(root.querySelector(target)!);
      }
    },
  };
}

const running = (): Partial<EmergencyAccessElement> => ({
  access: {
    ...access,
    openedAt: new Date().toISOString(),
    until: new Date(Date.now() + 3 * 3_600_000).toISOString(),
  },
});

export const Open = show({});
export const OpenNarrow = show({}, { width: 'phone' });
export const OpenDark = show({}, { theme: 'dark' });
export const OpenEnglish = show({}, { locale: 'en' });
export const NoServer = show({ emergencies: undefined });
export const Nobody = show({ user: '' });
export const Running = show(running());
export const RunningNarrowDark = show(running(), { width: 'phone', theme: 'dark' });
export const Reviews = show({ review: true });
export const ReviewsNarrow = show({ review: true }, { width: 'phone' });
export const ReviewsNone = show({ review: true, emergencies: calls([]) });
export const Reviewing = show({ review: true }, { press: ['#review-0'] });
