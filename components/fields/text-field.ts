import { readText, readTextOrAbsent } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import { FieldElement, asText } from './field-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-text-field': TextField;
    'hssk-vision-field': VisionField;
  }
}

/**
 * Free text, kept as it is written.
 * @tag hssk-text-field
 */
export class TextField extends FieldElement {
  static override tag = 'hssk-text-field';
  protected format = asText;
  protected read(text: string, context: ReadContext): Reading<unknown> {
    const leaf = this.form.leaf(this.path);
    const hasReasons = leaf?.kind === 'text' && leaf.reasons;
    return hasReasons || context.dashIsNotApplicable
      ? readTextOrAbsent(text, context)
      : readText(text, this.lines);
  }
  override willUpdate(changed: Parameters<FieldElement['willUpdate']>[0]): void {
    super.willUpdate(changed);
    const leaf = this.form.leaf(this.path);
    this.lines = leaf?.kind === 'text' && leaf.lines === true;
  }
}

/**
 * Visual acuity as written ("9/10", "ĐNT 3m").
 * @tag hssk-vision-field
 */
export class VisionField extends FieldElement {
  static override tag = 'hssk-vision-field';
  protected format = asText;
  protected read = readTextOrAbsent;
}
