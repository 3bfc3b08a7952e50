import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { FormState } from '../../components/index.ts';
import type { FieldElement, Mode } from '../../components/index.ts';
import type { Words } from '../../src/i18n/index.ts';
import { setAt } from '../../src/schema/index.ts';
import type { AbsentReason, RecordDraft } from '../../src/schema/index.ts';
import { check } from '../../src/validation/index.ts';
import { today } from '../people.ts';

/** What stands in a field and beside it. Issues are not given: the draft is judged as in the form. */
interface Shown {
  readonly value?: unknown;
  readonly note?: string;
  readonly absent?: AbsentReason;
  readonly unread?: string;
  /** The code of a warning that was confirmed. */
  readonly confirmed?: string;
  /** Other places of the draft, for rules between fields. */
  readonly around?: RecordDraft;
  readonly mode?: Mode;
  /** As after the first attempt to send: what is missing shows. */
  readonly reveal?: boolean;
}

interface Beside extends Pick<StoryObj, 'play'> {
  readonly locale?: 'en';
  readonly width?: 'phone';
}

function draftOf(path: string, shown: Shown): RecordDraft {
  const { value, note, absent, unread, confirmed, around = {} } = shown;
  const at = <T>(entry: T | undefined) => (entry === undefined ? {} : { [path]: entry });
  return {
    ...setAt(around, path, value),
    notes: at(note),
    absent: at(absent),
    unread: at(unread),
    confirmed: at(confirmed ? { [confirmed]: { reason: 'Đã hỏi lại, đúng' } } : undefined),
  };
}

/** Makes the stories of one kind of field: `show(what stands in it, how it is looked at)`. */
export function fieldStories(tag: keyof HTMLElementTagNameMap, path: string) {
  return (shown: Shown = {}, { play, ...globals }: Beside = {}): StoryObj => ({
    globals,
    ...(play ? { play } : {}),
    render: (_args, { loaded }) => {
      const { mode = 'enter', reveal = false } = shown;
      const state = new FormState();
      state.configure({ words: loaded['words'] as Words, today, mode, reveal });
      state.load(draftOf(path, shown));
      const judge = () => state.setIssues(check(state.draft, { now: today }));
      state.onChange = judge;
      judge();
      const field = document.createElement(tag) as FieldElement;
      Object.assign(field, { state, path });
      return html`<div style="max-inline-size: 46rem; padding: 1rem">${field}</div>`;
    },
  });
}

/** The field of a story, and its controls by selector. */
export function fieldIn(canvas: HTMLElement) {
  const field = [...canvas.querySelectorAll<FieldElement>('*')].find(({ localName }) =>
    localName.startsWith('hssk-'),
  )!;
  const find = <E extends HTMLElement = HTMLInputElement>(selector: string): E | null =>
    field.shadowRoot!.querySelector<E>(selector);
  return { field, find, control: find('[part=control]')! };
}
