import { formatGrams, formatNumber, readNumber } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import { Blank } from './blank.ts';

/** A number with its unit: decimal comma or point, the unit may be written. */
export class NumberBlank extends Blank {
  protected override keyboard = 'decimal';
  protected format(value: unknown): string {
    if (typeof value !== 'number') return '';
    const leaf = this.form.leaf(this.path);
    // Grams are written with a point before the thousands, as the form's help says.
    return leaf?.kind === 'number' && leaf.unit === 'g' ? formatGrams(value) : formatNumber(value);
  }
  protected read(text: string, context: ReadContext): Reading<unknown> {
    const leaf = this.form.leaf(this.path);
    if (leaf?.kind !== 'number') return readNumber(text, context);
    const count =
      leaf.unit === 'times' || leaf.unit === 'children' || leaf.unit === 'doses' || leaf.unit === 'glasses';
    const unit = leaf.unit === 'kg/m²' ? {} : { unit: leaf.unit };
    return readNumber(text, { ...context, ...unit, count });
  }
  protected override unit(): string {
    const leaf = this.form.leaf(this.path);
    if (leaf?.kind !== 'number' || leaf.unit === 'times' || leaf.unit === 'children' || leaf.unit === 'month')
      return '';
    return ` (${this.form.words.units[leaf.unit]})`;
  }
}
