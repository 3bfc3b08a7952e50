import type { Reading } from '../../src/i18n/index.ts';
import type { Place } from '../form-state.ts';
import { Blank } from './blank.ts';
import { make } from './dom.ts';
import type { Control } from './blank.ts';

/** A single box. */
export class BoxBlank extends Blank {
  protected override format = (value: unknown): string => (value === true ? '☑' : '☐');
  protected read = (): Reading<unknown> => ({});

  protected override make(): HTMLElement[] {
    this.words = make('span', { class: 'words' });
    this.control = make('input', { type: 'checkbox', autocomplete: 'off' });
    return [make('label', { class: 'option box' }, this.control, this.words)];
  }

  protected override drawn(place: Place): void {
    super.drawn(place);
    (this.control as HTMLInputElement).checked = place.value === true;
  }

  protected override onInput(control: Control): void {
    this.form.put(this.path, (control as HTMLInputElement).checked ? { value: true } : {});
  }
}
