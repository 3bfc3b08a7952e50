import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill } from '../../src/i18n/index.ts';
import type { StationWords } from '../../src/i18n/station.ts';

/** What a key of the pad does. */
export type PadKey =
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'erase' | 'go' };

const typing = (text: string): PadKey => ({ kind: 'type', text });
/** A key must not take the focus from the field it writes into. */
const keepFocus = (event: Event): void => event.preventDefault();

/** Large keys for a finger. In fields of acuity each key is a line of the chart, else digits, comma and slash. */
export function numberPad(
  { ui }: StationWords,
  isVision: boolean,
  press: (key: PadKey) => void,
): TemplateResult {
  const key = (
    text: string,
    does: PadKey,
    label: string | typeof nothing = nothing,
    cls = '',
  ): TemplateResult =>
    html`<button type="button" tabindex="-1" class=${cls} aria-label=${label} @click=${() => press(does)}>
      ${text}
    </button>`;
  const erase = key('⌫', { kind: 'erase' }, ui.erase);
  const digits = (...all: string[]): TemplateResult[] => all.map((digit) => key(digit, typing(digit)));
  const lines = (): TemplateResult[] =>
    Array.from({ length: 11 }, (_, line) =>
      key(String(line), { kind: 'line', line }, fill(ui.line, { n: line })),
    );
  return html`<div
    class="pad ${isVision ? 'lines' : ''}"
    role="group"
    aria-label=${ui.pad}
    @mousedown=${keepFocus}
  >
    ${
      isVision
        ? [...lines(), erase]
        : [
            ...digits('7', '8', '9'),
            erase,
            ...digits('4', '5', '6'),
            key(',', typing(','), ui.comma),
            ...digits('1', '2', '3'),
            key('/', typing('/'), ui.slash),
            ...digits('0'),
          ]
    }
    ${key(ui.go, { kind: 'go' }, nothing, 'primary go')}
  </div>`;
}

/** Types into a control as a keyboard does. */
export function typeInto(control: HTMLInputElement, text: string): void {
  const { selectionStart: from, selectionEnd: to } = control;
  control.setRangeText(text, from ?? control.value.length, to ?? control.value.length, 'end');
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Takes away what is selected, else the character before the caret. */
export function eraseIn(control: HTMLInputElement): void {
  const { selectionStart: from, selectionEnd: to } = control;
  if (from !== null && from === to && from > 0) control.setSelectionRange(from - 1, from);
  typeInto(control, '');
}
