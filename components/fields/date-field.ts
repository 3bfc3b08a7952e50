import { formatDate, readDate } from '../../src/i18n/index.ts';
import { FieldElement, asText } from './field-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-date-field': DateField;
  }
}

/**
 * A date as precise as it is known: `dd/mm/yyyy`, `mm/yyyy` or `yyyy`.
 * @tag hssk-date-field
 */
export class DateField extends FieldElement {
  static override tag = 'hssk-date-field';
  protected format = (value: unknown): string => formatDate(asText(value));
  protected read = readDate;
}
