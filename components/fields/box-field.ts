import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Reading } from '../../src/i18n/index.ts';
import type { Place } from '../form-state.ts';
import { FieldElement } from './field-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-box-field': BoxField;
  }
}

/**
 * A single box.
 * @tag hssk-box-field
 */
export class BoxField extends FieldElement {
  static override tag = 'hssk-box-field';
  protected override format = (value: unknown): string => (value === true ? '☑' : '☐');
  protected read = (): Reading<unknown> => ({});

  protected override renderField(place: Place): TemplateResult {
    return html`<label class="option box"
        ><input id="control" type="checkbox" autocomplete="off" @change=${this.#onTick} /><span class="words"
          >${this.labelText}</span
        ></label
      >${this.renderBelow(place)}`;
  }

  override updated(): void {
    super.updated();
    const { control } = this;
    if (control) (control as HTMLInputElement).checked = this.value === true;
  }

  #onTick(event: Event): void {
    this.form.put(this.path, (event.target as HTMLInputElement).checked ? { value: true } : {});
  }
}
