import { readText, readTextOrAbsent } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import { Blank } from './blank.ts';
import { asText } from './dom.ts';

/** Free text, kept as it is written. */
export class TextBlank extends Blank {
  protected format = asText;
  protected read(text: string, context: ReadContext): Reading<unknown> {
    const leaf = this.form.leaf(this.path);
    const hasReasons = leaf?.kind === 'text' && leaf.reasons;
    return hasReasons || context.dashIsNotApplicable
      ? readTextOrAbsent(text, context)
      : readText(text, this.lines);
  }
  protected override get lines(): boolean {
    const leaf = this.form.leaf(this.path);
    return leaf?.kind === 'text' && leaf.lines === true;
  }
}

/** Visual acuity as written ("9/10", "ĐNT 3m"). */
export class VisionBlank extends Blank {
  protected format = asText;
  protected read = readTextOrAbsent;
}
