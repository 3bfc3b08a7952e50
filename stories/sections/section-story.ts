import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { FormElement } from '../../components/form-element.ts';
import type { Mode } from '../../components/index.ts';
import type { RecordDraft } from '../../src/schema/index.ts';
import { today } from '../people.ts';

interface Beside {
  readonly mode?: Mode;
  readonly locale?: 'en';
  readonly width?: 'phone';
  /** What a person does in the section once it is drawn and judged. */
  readonly act?: (section: FormElement) => Promise<void>;
}

/** Makes the stories of one section alone: `show(draft, how it is looked at)`. */
export function sectionStories(tag: keyof HTMLElementTagNameMap) {
  return (value: RecordDraft = {}, { mode = 'enter', act, ...globals }: Beside = {}): StoryObj => ({
    globals,
    render: (_args, context) => {
      const section = document.createElement(tag) as FormElement;
      Object.assign(section, { value, mode, now: today, locale: context.globals['locale'] });
      return html`<div style="padding: 0.75rem">${section}</div>`;
    },
    play: async ({ canvasElement }) => {
      const section = canvasElement.querySelector<FormElement>(tag)!;
      await section.updateComplete;
      await section.check();
      await act?.(section);
    },
  });
}
