import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { Mode, RecordForm } from '../../components/index.ts';
import { createClient } from '../../src/client/index.ts';
import { createRecordStore } from '../../src/outbox/index.ts';
import type { Client } from '../../src/client/index.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import type { RecordDraft } from '../../src/schema/index.ts';
import { child, faulty, man, today, woman } from '../people.ts';

export default { title: 'Record form' } satisfies Meta;

interface Beside {
  readonly mode?: Mode;
  /** Sections to show; all where nothing is set. */
  readonly sections?: string;
  readonly locale?: 'en';
  readonly theme?: 'dark';
  readonly width?: 'phone';
  /** What a person does in the form once it is drawn and judged. */
  readonly act?: (form: RecordForm) => Promise<void>;
}

/** A central record API of its own for each story, in this page. */
function connect(): Client {
  const sandbox = createSandbox({ store: createMemoryStore() });
  return createClient({ baseUrl: 'http://sandbox', token: 'demo:nurse:TYT-01:an', fetch: sandbox.fetch });
}

function show(value: RecordDraft = {}, beside: Beside = {}): StoryObj {
  const { mode = 'enter', sections = '', act, ...globals } = beside;
  return {
    globals,
    render: (_args, { globals: { locale, theme }, loaded }) =>
      html`<hssk-session .session=${createRecordStore({ client: loaded['client'] ?? connect() })}>
        <hssk-record-form
          now=${today}
          locale=${locale}
          theme=${theme}
          mode=${mode}
          sections=${sections}
          pid=${loaded['pid'] ?? nothing}
          .value=${value}
        ></hssk-record-form>
      </hssk-session>`,
    play: async ({ canvasElement }) => {
      const form = canvasElement.querySelector('hssk-record-form')!;
      await form.updateComplete;
      await form.check();
      await act?.(form);
    },
  };
}

const inForm = (form: RecordForm, selector: string): HTMLElement =>
  form.shadowRoot!.querySelector<HTMLElement>(selector)!;

/** Presses "send" and waits for the summary of errors. */
async function refused(form: RecordForm): Promise<void> {
  await userEvent.click(inForm(form, '#submit'));
  await waitFor(() => expect(form.shadowRoot!.activeElement?.id).toBe('summary'));
}

export const Empty = show();
export const FilledChild = show(child);
export const FilledWoman = show(woman);
export const ManWithB7 = show(man, { act: (form) => form.goTo('history.reproductive.pregnancies') });
export const View = show(woman, { mode: 'view' });
export const Narrow = show(woman, { width: 'phone' });
export const Dark = show(woman, { theme: 'dark' });
export const OnlyImmunizations = show(child, { sections: 'immunizations' });
export const InvalidNarrow = show(faulty, { width: 'phone', act: refused });
export const InvalidEnglish = show(faulty, { locale: 'en', act: refused });
export const InvalidDark = show(faulty, { theme: 'dark', act: refused });

/** Headings change their language with the fields. */
export const English = show(woman, {
  locale: 'en',
  act: async (form) => {
    for (const section of form.shadowRoot!.querySelectorAll('[data-part]'))
      await waitFor(() => expect(section.shadowRoot!.querySelector('h2')).not.toHaveTextContent(/[À-ỹ]/));
  },
});

/** An empty record is not sent: the summary names what is missing. */
export const Missing = show({}, { act: refused });

/** The summary leads to the field, inside a section that was closed too. */
export const Invalid = show(faulty, {
  act: async (form) => {
    await refused(form);
    const links = [...form.shadowRoot!.querySelectorAll<HTMLElement>('#summary button')];
    await userEvent.click(links.find((link) => link.textContent!.includes('Cân nặng lúc đẻ'))!);
    await waitFor(() => expect(form.shadowRoot!.activeElement?.localName).toBe('hssk-history-section'));
  },
});

/** What is typed is judged by itself, without a press of a button. */
export const Typing = show(woman, {
  act: async (form) => {
    await form.goTo('history.birth.weightG');
    await userEvent.keyboard('{Control>}a{/Control}32');
    await waitFor(() => expect(form.issues.map(({ code }) => code)).toContain('number.impossible'));
  },
});

/** Sent to the central record, which stands in this page; once, however often the button is pressed. */
export const Sent = show(woman, {
  act: async (form) => {
    let sent = 0;
    form.addEventListener('hssk-submit', () => sent++);
    await userEvent.dblClick(inForm(form, '#submit'));
    await waitFor(() => expect(form.saveState).toBe('sent'));
    await expect(form.pid).not.toBe('');
    await expect(sent).toBe(1);
  },
});

/** Opened by its id from the central record, to be changed. */
export const Opened: StoryObj = {
  ...show({}, { mode: 'edit', act: (form) => waitFor(() => expect(form.value).toMatchObject(child)) }),
  loaders: [
    async () => {
      const client = connect();
      return { client, pid: (await client.records.create(child)).pid };
    },
  ],
};
