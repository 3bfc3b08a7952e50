import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { SyncStatusElement } from '../../components/index.ts';
import { FakeCarrier, aClass, carriedGroup } from '../../components/sync/fake-carrier.ts';
import { FakeSync, FakeVault } from '../../components/sync/testing.ts';
import type { Sync, SyncStatus } from '../../src/client/index.ts';
import { day, deep } from './samples.ts';

export default { title: 'Sync/Status' } satisfies Meta;

interface Beside {
  readonly locale?: 'en';
  readonly theme?: 'dark';
  readonly width?: 'phone';
  readonly open?: boolean;
  readonly carrier?: () => FakeCarrier;
  readonly act?: (status: SyncStatusElement) => Promise<void>;
}

function show(make: () => Sync, beside: Beside = {}): StoryObj {
  const { open = false, carrier, act, ...globals } = beside;
  return {
    globals,
    render: (_args, { globals: { locale, theme } }) =>
      html`<hssk-sync-status
        locale=${locale}
        theme=${theme}
        ?open=${open}
        .sync=${make()}
        .vault=${new FakeVault('open')}
        .carrier=${carrier?.()}
      ></hssk-sync-status>`,
    play: async ({ canvasElement, globals: { locale } }) => {
      const status = canvasElement.querySelector('hssk-sync-status')!;
      await waitFor(() => expect(deep(status.shadowRoot!, '#toggle, .failure')).toBeTruthy());
      if (locale === 'en')
        await waitFor(() => expect(deep(status.shadowRoot!, '#toggle')).toHaveTextContent('waiting'));
      if (open) await waitFor(() => expect(deep(status.shadowRoot!, '[data-id]')).toBeTruthy());
      await act?.(status);
    },
  };
}

const compact = (state: Partial<SyncStatus>, beside?: Beside): StoryObj => show(() => day(state), beside);

/** Presses the first button of a class inside the lists. */
async function press(status: SyncStatusElement, selector: string): Promise<void> {
  await userEvent.click(
    await waitFor(() => deep(status.shadowRoot!, selector) ?? expect.unreachable(selector)),
  );
}

const unfoldAll = async (status: SyncStatusElement): Promise<void> => {
  for (const list of ['waiting', 'done', 'drafts']) await press(status, `[data-list="${list}"] > summary`);
  await waitFor(() => expect(deep(status.shadowRoot!, '[data-id="n2"]')).toBeTruthy());
  await waitFor(() => expect(deep(status.shadowRoot!, '.merged')).toBeTruthy());
};

export const Waiting = compact({});
export const WaitingNarrow = compact({}, { width: 'phone' });
export const WaitingDark = compact({}, { theme: 'dark' });
export const WaitingEnglish = compact({}, { locale: 'en' });
const sentAll = (): FakeSync =>
  new FakeSync({ sent: 352, sentToday: 42, reach: 'reached', lastSentAt: Date.now() });
export const Done = show(sentAll);
export const DoneNarrow = show(sentAll, { width: 'phone' });
export const DoneNarrowDark = show(sentAll, { width: 'phone', theme: 'dark' });
export const UnreachedNarrow = compact({ attention: 0, reach: 'unreached' }, { width: 'phone' });
export const OnlyAttention = compact({ waiting: 0 });
export const New = show(() => new FakeSync());
export const Sending = compact({ activity: 'sending', progress: { done: 37, total: 120 } });
export const SendingNarrow = compact(
  { activity: 'sending', progress: { done: 37, total: 120 } },
  { width: 'phone' },
);
export const Paused = compact({ activity: 'paused' });
export const Elsewhere = compact({ activity: 'elsewhere' });
export const LoginNeeded = compact({ activity: 'loginNeeded' });
export const Restored = compact({ activity: 'restored' });
export const Unreached = compact({ reach: 'unreached', nextTryAt: Date.now() + 4 * 60_000 });
export const Damaged = compact({ damaged: 2 });
export const LittleRoom = compact({ storage: { usedBytes: 950e6, quotaBytes: 1e9, isPersistent: false } });
export const Lists = compact({}, { open: true, act: unfoldAll });
export const ListsNarrow = compact({}, { open: true, width: 'phone', act: unfoldAll });
export const ListsDark = compact({}, { open: true, theme: 'dark', act: unfoldAll });
export const ListsEnglish = compact({}, { open: true, locale: 'en', act: unfoldAll });

/** A locked store tells nothing of the queue. */
export const Locked = show(() => {
  const sync = new FakeSync();
  sync.failing['status'] = 'vault.locked';
  return sync;
});

/** Nothing is deleted without a second step that names the person; the careful answer has the focus. */
export const Deleting = compact(
  {},
  {
    open: true,
    act: async (status) => {
      await press(status, '[data-id="q1"] .remove');
      await waitFor(() => expect(deep(status.shadowRoot!, '.ask')).toHaveTextContent('Quàng Thị Ví Dụ'));
    },
  },
);

/** A conflict is decided where the item stands. */
export const Deciding = compact(
  {},
  {
    open: true,
    act: async (status) => {
      await press(status, '[data-id="q2"] .decide');
      await waitFor(() =>
        expect(
          deep(status.shadowRoot!, 'hssk-conflict-review')?.shadowRoot!.querySelector('table'),
        ).toBeTruthy(),
      );
    },
  },
);

async function unfoldFiles(status: SyncStatusElement): Promise<void> {
  await press(status, '[data-list="files"] > summary');
  await waitFor(() => expect(deep(status.shadowRoot!, '[data-form="import"]')).toBeTruthy());
}

/** Everything that is not sent goes into a file under a passphrase of its own. */
export const Files = compact({}, { open: true, act: unfoldFiles });
export const FilesNarrowDark = compact({}, { open: true, theme: 'dark', width: 'phone', act: unfoldFiles });

const taken = (): FakeCarrier =>
  new FakeCarrier(
    [
      carriedGroup('a'),
      carriedGroup('b', { name: 'Lớp 2B', daysAgo: 3, refused: 2 }),
      carriedGroup('c', { name: 'Lớp 4D', daysAgo: 6.5 }),
      carriedGroup('d', { name: 'Lớp 5C', state: 'partly', records: 9 }),
      carriedGroup('e', { name: 'Lớp 6E', state: 'expired', daysAgo: 9, records: 0 }),
    ],
    [aClass('f', 'Lớp 3A'), aClass('g', 'Lớp 3B')],
  );

/** Unfolds what was taken along, asks for the server's lists and takes one again, up to the middle. */
async function carry(status: SyncStatusElement): Promise<void> {
  await press(status, '[data-list=carry] > summary');
  await press(status, '#pick');
  await waitFor(() => expect(deep(status.shadowRoot!, '.offered')).toBeTruthy());
  await press(status, '[data-id="b"] .again');
  (status.carrier as FakeCarrier).step(12, 25);
  await waitFor(() => expect(deep(status.shadowRoot!, '.taking')).toHaveTextContent('12'));
}

const carrying = { open: true, carrier: taken, act: carry } as const;
export const CarryAlertNarrow = show(sentAll, { carrier: taken, width: 'phone' });
export const Carrying = show(() => day({ attention: 0 }), carrying);
export const CarryingNarrow = show(() => day({ attention: 0 }), { ...carrying, width: 'phone' });
export const CarryingDark = show(() => day({ attention: 0 }), { ...carrying, theme: 'dark' });
export const CarryingEnglish = show(() => day({ attention: 0 }), { ...carrying, locale: 'en' });
