import { fixture, html } from '@open-wc/testing';
import { RecordForm } from './record-form/index.ts';
import type { RecordDraft } from '../src/schema/index.ts';

/** Finds the first element that matches, looking through every shadow root below `root`. */
export function deep<E extends Element = HTMLElement>(root: ParentNode, selector: string): E | undefined {
  const found = root.querySelector<E>(selector);
  if (found) return found;
  for (const host of root.querySelectorAll('*')) {
    const inside = host.shadowRoot && deep<E>(host.shadowRoot, selector);
    if (inside) return inside;
  }
  return undefined;
}

/** A record form on the page, drawn to its last field. */
export async function recordForm(draft: RecordDraft = {}, now = '2026-11-18'): Promise<RecordForm> {
  RecordForm.define();
  const form = await fixture<RecordForm>(
    html`<hssk-record-form .value=${draft} now=${now}></hssk-record-form>`,
  );
  await drawn(form);
  return form;
}

/** Waits until an element and all elements inside it are drawn. */
export async function drawn(host: Element): Promise<void> {
  await (host as Element & { updateComplete?: Promise<unknown> }).updateComplete;
  for (const inside of host.shadowRoot?.querySelectorAll('*') ?? []) {
    if (inside.localName.startsWith('hssk-')) await drawn(inside);
  }
}

/** The blank that shows a path, and its text control. */
export function fieldAt(form: Element, path: string): HTMLElement {
  const found = deep(form.shadowRoot!, `[data-path="${path}"]`);
  if (!found) throw new Error(`No field shows ${path}`);
  return found;
}

export const controlOf = (field: ParentNode): HTMLInputElement =>
  field.querySelector<HTMLInputElement>('[part=control], [type=checkbox], input.other')!;

/** Writes into a field and leaves it, as a person does. */
export async function write(form: Element, path: string, text: string): Promise<void> {
  const field = fieldAt(form, path);
  const control = controlOf(field);
  control.focus();
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
  control.blur();
  await drawn(field);
}
