import { Blank } from '../../components/fields/index.ts';
import { RecordForm } from '../../components/record-form/index.ts';
import type { RecordDraft } from '../../src/schema/index.ts';

export { Blank, RecordForm };

RecordForm.define();

/** Draws `<hssk-record-form>`, empty or with a draft. */
export function draw(root: HTMLElement, draft?: RecordDraft): void {
  const form = document.createElement('hssk-record-form') as RecordForm;
  form.now = '2026-11-18';
  if (draft) form.value = draft;
  root.append(form);
}
