import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { ConsentPrompt } from '../../components/index.ts';
import { defaultPurposes } from '../../src/consent/index.ts';
import { grownUp, schoolChild, settings } from '../../components/consent/samples-testing.ts';

export default { title: 'Consent/Prompt' } satisfies Meta;

interface Beside {
  readonly locale?: 'en';
  readonly theme?: 'dark';
  readonly width?: 'phone';
  readonly act?: (prompt: ConsentPrompt) => Promise<void>;
}

const purposes = defaultPurposes.filter(({ code }) => ['record', 'reminders', 'research'].includes(code));

function show(given: Partial<ConsentPrompt>, beside: Beside = {}): StoryObj {
  const { act, ...globals } = beside;
  return {
    globals,
    render: (_args, { globals: { locale, theme } }) =>
      html`<hssk-consent-prompt
        style="padding: 1rem"
        locale=${locale}
        theme=${theme}
        .settings=${settings}
        .purposes=${given.purposes ?? purposes}
        .person=${given.person ?? grownUp}
        .events=${[]}
        .now=${'2026-11-18T02:00:00Z'}
      ></hssk-consent-prompt>`,
    play: async ({ canvasElement }) => {
      const prompt = canvasElement.querySelector('hssk-consent-prompt')!;
      await waitFor(() => expect(prompt.shadowRoot!.querySelector('#title')).toBeTruthy());
      await act?.(prompt);
    },
  };
}

const find = (prompt: ConsentPrompt, selector: string): HTMLElement =>
  prompt.shadowRoot!.querySelector<HTMLElement>(selector)!;

/** On to the page about language and help, for whom everything is known. */
async function onward(prompt: ConsentPrompt): Promise<void> {
  await userEvent.click(find(prompt, '#next'));
  await waitFor(() => expect(find(prompt, '#reading')).toBeTruthy());
}

export const GrownUp = show({});
export const GrownUpNarrow = show({}, { width: 'phone' });
export const GrownUpDark = show({}, { theme: 'dark' });
export const GrownUpEnglish = show({}, { locale: 'en' });
export const Child = show({ person: schoolChild });
export const ChildNarrow = show({ person: schoolChild }, { width: 'phone' });
export const UnknownAge = show({ person: { name: 'Người lạ Ví Dụ' } });
export const LongName = show({
  person: { ...grownUp, name: 'Công Tằng Tôn Nữ Thị Mẫu Tên Rất Dài Để Xem Chữ Có Xuống Dòng Không' },
});
export const Help = show({}, { act: onward });
export const HelpWitness = show(
  {},
  {
    act: async (prompt) => {
      await onward(prompt);
      const options = [...prompt.shadowRoot!.querySelectorAll<HTMLInputElement>('input')];
      await userEvent.click(options.filter(({ name }) => name === 'reading')[1]!);
      await userEvent.click(find(prompt, '#isInterpreted'));
    },
  },
);

/** Escape closes it, and nothing is recorded. */
export const Closed = show(
  {},
  {
    act: async (prompt) => {
      await userEvent.click(find(prompt, '#leave'));
      await waitFor(() => expect(find(prompt, '#again')).toBeTruthy());
    },
  },
);
