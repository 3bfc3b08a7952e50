import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill } from '../../src/i18n/index.ts';
import type { Reading } from '../../src/i18n/index.ts';
import type { StationWords } from '../../src/i18n/station.ts';
import type { Issue } from '../../src/schema/index.ts';
import {
  BloodPressureBlank,
  BoxBlank,
  ChoiceBlank,
  CodedBlank,
  DateBlank,
  NumberBlank,
  PhoneBlank,
  TextBlank,
  VisionBlank,
} from '../fields/index.ts';
import type { BlankKinds } from '../fields/index.ts';
import type { FormState, Place } from '../form-state.ts';

/** Who draws the blanks: its words, and what follows when a question at a field was answered. */
export interface Asker {
  words(): StationWords;
  /** `text` = what was meant instead, `back` = the person wants to write it anew. */
  answered(path: string, answer: 'kept' | 'back' | { readonly text: string }): void;
}

/** A question at a field, which is answered before anybody goes on. */
export const isQuestion = ({ code }: Pick<Issue, 'code'>): boolean => /^(slip|jump)\./.test(code);

// What is asked about a slip stands in place of what the rules say of the value.
const insteadOf = (issues: readonly Issue[]): readonly Issue[] =>
  issues.some(({ code }) => code.startsWith('slip.'))
    ? []
    : issues.filter((issue) => !isQuestion(issue));

interface Asked {
  readonly form: FormState;
  readonly path: string;
  readonly id: number;
  /** What stands in the field, with its unit. */
  readonly value: string;
  readonly unit: string;
  readonly isOpen: boolean;
  readonly open: () => void;
}

/** What is asked, and the answers: the likeliest first. */
function questionView(
  asker: Asker,
  asked: Asked,
  { code, params = {} }: Issue,
): TemplateResult {
  const { ui, questions } = asker.words();
  const { form, path, value, unit } = asked;
  const text = fill(questions[code as keyof typeof questions] ?? '', {
    ...params,
    text: `${params['text']} ${unit}`,
  });
  const keep = (reason: string): void => {
    form.confirm(path, code, { reason, at: new Date().toISOString() });
    asker.answered(path, 'kept');
  };
  const meant = params['text'];
  return html`<div class="question" id="q${asked.id}">
    <p role="alert">${text}</p>
    ${
      meant === undefined
        ? html`<button type="button" @click=${() => asker.answered(path, 'back')}>${ui.correct}</button>`
        : html`<button
            type="button"
            class="primary"
            @click=${() => asker.answered(path, { text: String(meant) })}
          >
            ${fill(ui.yes, { value: `${meant} ${unit}` })}
          </button>`
    }
    <button type="button" @click=${() => keep(ui.measuredAgain)}>${fill(ui.really, { value })}</button>
    ${
      asked.isOpen
        ? html`<form
            @submit=${(event: Event) => {
              event.preventDefault();
              event.stopPropagation();
              const reason = new FormData(event.target as HTMLFormElement).get('reason');
              if (typeof reason === 'string' && reason.trim()) keep(reason.trim());
            }}
          >
            <label
              >${form.say('confirmWhy')} <input name="reason" required maxlength="300" autocomplete="off"
            /></label>
            <button>${form.say('confirmSave')}</button>
          </form>`
        : html`<button type="button" class="link" @click=${asked.open}>${ui.otherReason}</button>`
    }
  </div>`;
}

/** The kinds of blanks of a station: those that measure ask in place. */
export function stationBlanks(asker: Asker): BlankKinds {
  class MeasureBlank extends NumberBlank {
    #isOpen = false;
    protected override shown(place: Place): readonly Issue[] {
      return insteadOf(super.shown(place));
    }
    protected override renderBelow(place: Place): TemplateResult | typeof nothing {
      const found = place.issues.find(isQuestion);
      if (!found) this.#isOpen = false;
      if (!found) return super.renderBelow(place);
      const leaf = this.form.leaf(this.path);
      const unit = leaf?.kind === 'number' ? this.form.words.units[leaf.unit] : '';
      const value = `${this.written(place)} ${unit}`;
      const open = (): void => {
        this.#isOpen = true;
        this.placeChanged();
      };
      const { form, path, id } = this;
      const asked = { form, path, id, value, unit, isOpen: this.#isOpen, open };
      return html`${questionView(asker, asked, found)}${super.renderBelow(place)}`;
    }
    protected override describedBy(place: Place): string | undefined {
      const question = place.issues.some(isQuestion) && `q${this.id}`;
      return [super.describedBy(place), question].filter(Boolean).join(' ') || undefined;
    }
  }

  class PressureBlank extends BloodPressureBlank {
    protected override keyboard = 'decimal';
    protected override shown(place: Place): readonly Issue[] {
      return insteadOf(super.shown(place));
    }
    protected override renderBelow(place: Place): TemplateResult | typeof nothing {
      const found = place.issues.find(isQuestion);
      if (!found) return super.renderBelow(place);
      const { form, path, id } = this;
      const unit = form.words.units.mmHg;
      const value = this.written(place);
      const asked = { form, path, id, value, unit, isOpen: false, open: () => undefined };
      return html`${questionView(asker, asked, found)}${super.renderBelow(place)}`;
    }
    protected override describedBy(place: Place): string | undefined {
      const question = place.issues.some(isQuestion) && `q${this.id}`;
      return [super.describedBy(place), question].filter(Boolean).join(' ') || undefined;
    }
  }

  /** A line of the chart: its number alone is tenths. */
  class LineBlank extends VisionBlank {
    protected override keyboard = 'decimal';
    protected override read = (text: string, ...rest: [never]): Reading<unknown> => {
      const line = /^\s*(\d|10)\s*$/.exec(text)?.[1];
      return line === undefined ? lineReader(text, ...rest) : { value: `${line}/10` };
    };
  }

  return {
    text: TextBlank,
    number: MeasureBlank,
    date: DateBlank,
    box: BoxBlank,
    choice: ChoiceBlank,
    boxes: ChoiceBlank,
    coded: CodedBlank,
    phone: PhoneBlank,
    vision: LineBlank,
    bloodPressure: PressureBlank,
  };
}
