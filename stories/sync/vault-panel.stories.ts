import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { VaultPanel } from '../../components/index.ts';
import { FakeVault } from '../../components/sync/testing.ts';
import type { Vault } from '../../src/client/index.ts';
import { day } from './samples.ts';

export default { title: 'Sync/Vault' } satisfies Meta;

interface Beside {
  readonly locale?: 'en';
  readonly theme?: 'dark';
  readonly width?: 'phone';
  readonly problem?: string;
  readonly act?: (panel: VaultPanel) => Promise<void>;
}

function show(state: Vault['state'], beside: Beside = {}): StoryObj {
  const { act, problem, ...globals } = beside;
  return {
    globals,
    render: (_args, { globals: { locale, theme } }) =>
      html`<hssk-vault-panel
        locale=${locale}
        theme=${theme}
        .vault=${new FakeVault(state, problem)}
        .sync=${day()}
      ></hssk-vault-panel>`,
    play: async ({ canvasElement }) => {
      const panel = canvasElement.querySelector('hssk-vault-panel')!;
      await panel.updateComplete;
      await act?.(panel);
    },
  };
}

const press = (panel: VaultPanel, selector: string): Promise<void> =>
  userEvent.click(panel.shadowRoot!.querySelector(selector)!);

async function unlockWrongly(panel: VaultPanel): Promise<void> {
  await userEvent.type(panel.shadowRoot!.querySelector('input')!, 'bay gio{Enter}');
  await waitFor(() =>
    expect(panel.shadowRoot!.querySelector('.failure')).toHaveTextContent('Mật khẩu không đúng'),
  );
}

export const Empty = show('empty');
export const EmptyNarrow = show('empty', { width: 'phone' });
export const EmptyDark = show('empty', { theme: 'dark' });
export const EmptyEnglish = show('empty', { locale: 'en' });
export const Locked = show('locked');
export const WrongPassphrase = show('locked', { act: unlockWrongly });
export const WrongPassphraseDark = show('locked', { theme: 'dark', width: 'phone', act: unlockWrongly });
export const Open = show('open');
export const Change = show('open', { act: (panel) => press(panel, '#change') });
export const ChangeNarrow = show('open', { width: 'phone', act: (panel) => press(panel, '#change') });
export const Insecure = show('unusable', { problem: 'vault.insecureOrigin' });
export const Unavailable = show('unusable', { problem: 'vault.unavailable' });
export const Damaged = show('unusable', { problem: 'vault.damaged' });
export const Lost = show('empty', { problem: 'vault.lost' });
export const Full = show('open', { problem: 'vault.full' });
export const Newer = show('unusable', { problem: 'vault.newer' });

/** What would be lost is counted before the word can be typed. */
export const Wipe = show('open', {
  act: async (panel) => {
    await press(panel, '#wipe');
    await waitFor(() => expect(panel.shadowRoot!.querySelector('#wipe-count')).toHaveTextContent('16 hồ sơ'));
  },
});

/** What could be saved of a damaged store is told in numbers. */
export const Recovered = show('unusable', {
  problem: 'vault.damaged',
  act: async (panel) => {
    await press(panel, '#recover');
    await waitFor(() => expect(panel.shadowRoot!.querySelector('.done')).toHaveTextContent('41'));
  },
});
