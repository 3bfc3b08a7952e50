import { formatDate, readDate } from '../../src/i18n/index.ts';
import { Blank } from './blank.ts';
import { asText } from './dom.ts';

/** A date as precise as it is known: `dd/mm/yyyy`, `mm/yyyy` or `yyyy`. */
export class DateBlank extends Blank {
  protected format = (value: unknown): string => formatDate(asText(value));
  protected read = readDate;
}
