import { formatPhone, readEmail, readPhone } from '../../src/i18n/index.ts';
import { Blank } from './blank.ts';
import { asText } from './dom.ts';

/** A phone number; words beside it become a note. */
export class PhoneBlank extends Blank {
  protected override keyboard = 'tel';
  protected format = (value: unknown): string => formatPhone(asText(value));
  protected read = readPhone;
}

/** A mail address. */
export class EmailBlank extends Blank {
  protected override keyboard = 'email';
  protected format = asText;
  protected read = readEmail;
}
