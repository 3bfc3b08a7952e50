import { formatPhone, readEmail, readPhone } from '../../src/i18n/index.ts';
import { FieldElement, asText } from './field-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-phone-field': PhoneField;
    'hssk-email-field': EmailField;
  }
}

/**
 * A phone number; words beside it become a note.
 * @tag hssk-phone-field
 */
export class PhoneField extends FieldElement {
  static override tag = 'hssk-phone-field';
  protected override keyboard = 'tel';
  protected format = (value: unknown): string => formatPhone(asText(value));
  protected read = readPhone;
}

/**
 * A mail address.
 * @tag hssk-email-field
 */
export class EmailField extends FieldElement {
  static override tag = 'hssk-email-field';
  protected override keyboard = 'email';
  protected format = asText;
  protected read = readEmail;
}
