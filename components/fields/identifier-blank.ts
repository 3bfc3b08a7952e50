import { readInsuranceId, readPersonalId } from '../../src/identity/index.ts';
import { readCodedWords } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import { Blank } from './blank.ts';
import { asText } from './dom.ts';

/** An identity or insurance number; its kind is read from its shape. */
export class IdentifierBlank extends Blank {
  protected format = asText;
  protected read(text: string, context: ReadContext): Reading<unknown> {
    const first = readCodedWords(text, context);
    if (first.value === undefined) return first;
    const read = this.path.includes('.insurance.') ? readInsuranceId : readPersonalId;
    return read(first.value);
  }
}
