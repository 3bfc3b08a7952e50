import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { ConsentCenter } from '../../components/index.ts';
import { accessLog, asStored, events } from './histories.ts';
import { grownUp, now, schoolChild, settings } from '../../components/consent/samples-testing.ts';

export default { title: 'Consent/Center' } satisfies Meta;

interface Beside {
  readonly locale?: 'en';
  readonly theme?: 'dark';
  readonly width?: 'phone';
  /** Parts that are opened. */
  readonly open?: readonly string[];
  /** What is pressed, one after the other. */
  readonly press?: readonly string[];
}

function show(given: Partial<ConsentCenter> = {}, beside: Beside = {}): StoryObj {
  const { open = [], press = [], ...globals } = beside;
  return {
    globals,
    render: (_args, { globals: { locale, theme } }) =>
      html`<hssk-consent-center
        style="padding: 1rem"
        locale=${locale}
        theme=${theme}
        .settings=${settings}
        .person=${given.person ?? grownUp}
        .events=${given.events ?? asStored(events)}
        .accessLog=${accessLog}
        .decider=${given.decider}
        .now=${given.now ?? now}
      ></hssk-consent-center>`,
    play: async ({ canvasElement }) => {
      const root = canvasElement.querySelector('hssk-consent-center')!.shadowRoot!;
      await waitFor(() => expect(root.querySelector('#purposes')).toBeTruthy());
      for (const id of open) root.querySelector<HTMLDetailsElement>(`#${id}`)!.open = true;
      for (const target of press) {
        await waitFor(() => expect(root.querySelector(target)).toBeTruthy());
        await userEvent.click(root.querySelector(target)!);
      }
    },
  };
}

const withdraw = '[data-item=reminders] [data-act=withdraw]';
const all = ['disclosures', 'requests', 'access', 'history'];

export const Standing = show();
export const StandingNarrow = show({}, { width: 'phone' });
export const StandingDark = show({}, { theme: 'dark' });
export const StandingEnglish = show({}, { locale: 'en' });
export const Nothing = show({ events: [] });
export const Child = show({ person: schoolChild, events: [] });
export const Own = show({ decider: { role: 'self', name: grownUp.name } }, { press: [withdraw] });
export const Withdraw = show({}, { press: [withdraw] });
export const WithdrawNarrow = show({}, { press: [withdraw], width: 'phone' });
export const Everything = show({}, { open: all });
export const EverythingNarrowDark = show({}, { open: all, width: 'phone', theme: 'dark' });
export const Unsent = show(
  { events: [...asStored(events.slice(0, 6)), ...events.slice(6)] },
  { open: ['history'] },
);
export const Late = show({ now: '2026-12-30T02:00:00Z' }, { open: ['requests'] });

/** Somebody made a yes out of a no. */
export const Altered = show(
  {
    events: asStored(events).map((one) =>
      one.event.purpose === 'marketing'
        ? { ...one, event: { ...one.event, decision: 'granted' as const } }
        : one,
    ),
  },
  { open: ['history'] },
);
export const Erase = show(
  {},
  { open: ['requests'], press: ['#newRequest', '#request label:nth-of-type(5) input'] },
);
export const NewDisclosure = show(
  {},
  { open: ['disclosures'], press: ['#newDisclosure', '#purpose label:nth-of-type(1) input'] },
);
export const ShownText = show({}, { press: ['[data-item=reminders] [data-text] summary'] });
