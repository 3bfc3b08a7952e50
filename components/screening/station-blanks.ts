import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import { readTextOrAbsent } from '../../src/i18n/index.ts';
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

/** How a question was answered: the value stays, the person writes it anew, or another text was meant. */
export type Answer = 'kept' | 'back' | { readonly text: string };

/** Who draws the blanks: its words, and what follows when a question at a field was answered. */
export interface Asker {
  words(): StationWords;
  answered(path: string, answer: Answer): void;
}

/** A question at a field, which is answered before anybody goes on. */
export const isQuestion = ({ code }: Pick<Issue, 'code'>): boolean => /^(slip|jump)\./.test(code);

/** What is asked about a slip stands in place of what the rules say of the value. */
const besideQuestions = (issues: readonly Issue[]): readonly Issue[] =>
  issues.some(({ code }) => code.startsWith('slip.')) ? [] : issues.filter((issue) => !isQuestion(issue));

interface Field {
  readonly form: FormState;
  readonly path: string;
  readonly id: number;
  /** What stands in it, and the words of its unit. */
  readonly written: string;
  readonly unit: string;
}

/** The question of one field: its sentence, and the answers with the likeliest first. */
class Question {
  readonly #asker: Asker;
  #isOpen = false;

  constructor(asker: Asker) {
    this.#asker = asker;
  }

  view(
    { form, path, id, written, unit }: Field,
    { code, params = {} }: Issue,
    redraw: () => void,
  ): TemplateResult {
    const asker = this.#asker;
    const { ui, questions } = asker.words();
    const { text } = params;
    const sentence = fill(questions[code as keyof typeof questions] ?? form.say('warning'), {
      ...params,
      text: `${text} ${unit}`,
    });
    const keep = (reason: string): void => {
      this.#isOpen = false;
      form.confirm(path, code, { reason, at: new Date().toISOString() });
      asker.answered(path, 'kept');
    };
    const open = (): void => {
      this.#isOpen = true;
      redraw();
    };
    return html`<div class="question" id="q${id}">
      <p role="alert">${sentence}</p>
      ${
        text === undefined
          ? html`<button type="button" @click=${() => asker.answered(path, 'back')}>${ui.correct}</button>`
          : html`<button
              type="button"
              class="primary"
              @click=${() => asker.answered(path, { text: String(text) })}
            >
              ${fill(ui.yes, { value: `${text} ${unit}` })}
            </button>`
      }
      <button type="button" @click=${() => keep(ui.measuredAgain)}>
        ${fill(ui.really, { value: `${written} ${unit}` })}
      </button>
      ${
        this.#isOpen
          ? html`<form
              @submit=${(event: Event) => {
                const reason = reasonOf(event);
                if (reason) keep(reason);
              }}
            >
              <label
                >${form.say('confirmWhy')} <input name="reason" required maxlength="300" autocomplete="off"
              /></label>
              <button>${form.say('confirmSave')}</button>
            </form>`
          : html`<button type="button" class="link" @click=${open}>${ui.otherReason}</button>`
      }
    </div>`;
  }
}

function reasonOf(event: Event): string {
  event.preventDefault();
  event.stopPropagation();
  const reason = new FormData(event.target as HTMLFormElement).get('reason');
  return typeof reason === 'string' ? reason.trim() : '';
}

/** The kinds of blanks of a station: what is measured is asked about in place. */
export function stationBlanks(asker: Asker): BlankKinds {
  class MeasureBlank extends NumberBlank {
    readonly #question = new Question(asker);
    protected override shown(place: Place): readonly Issue[] {
      return besideQuestions(super.shown(place));
    }
    protected override describedBy(place: Place): string | undefined {
      return withQuestion(super.describedBy(place), place, this.id);
    }
    protected override renderBelow(place: Place): TemplateResult | typeof nothing {
      const below = super.renderBelow(place);
      const asked = place.issues.find(isQuestion);
      if (!asked) return below;
      const { form, path, id } = this;
      const leaf = form.leaf(path);
      const unit = leaf?.kind === 'number' ? form.words.units[leaf.unit] : '';
      const field = { form, path, id, written: this.written(place), unit };
      return html`${this.#question.view(field, asked, () => this.placeChanged())}${below}`;
    }
  }

  class PressureBlank extends BloodPressureBlank {
    protected override keyboard = 'decimal';
    readonly #question = new Question(asker);
    protected override shown(place: Place): readonly Issue[] {
      return besideQuestions(super.shown(place));
    }
    protected override describedBy(place: Place): string | undefined {
      return withQuestion(super.describedBy(place), place, this.id);
    }
    protected override renderBelow(place: Place): TemplateResult | typeof nothing {
      const below = super.renderBelow(place);
      const asked = place.issues.find(isQuestion);
      if (!asked) return below;
      const { form, path, id } = this;
      const field = { form, path, id, written: this.written(place), unit: form.words.units.mmHg };
      return html`${this.#question.view(field, asked, () => this.placeChanged())}${below}`;
    }
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

const withQuestion = (ids: string | undefined, { issues }: Place, id: number): string | undefined =>
  [ids, issues.some(isQuestion) && `q${id}`].filter(Boolean).join(' ') || undefined;

/** A line of the chart: its number alone is tenths. */
class LineBlank extends VisionBlank {
  protected override keyboard = 'decimal';
  protected override read = (text: string, context: ReadContext): Reading<string> => {
    const line = /^\s*(\d|10)\s*$/.exec(text)?.[1];
    return line === undefined ? readTextOrAbsent(text, context) : { value: `${line}/10` };
  };
}
