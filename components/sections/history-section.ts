import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { viHistory } from '../../src/i18n/index.ts';
import type { SomeWords } from '../../src/i18n/index.ts';
import { FormElement } from '../form-element.ts';
import { Blanks, BoxBlank, ChoiceBlank, NumberBlank, TextBlank } from '../fields/index.ts';
import type { Watcher } from '../form-state.ts';
import { forWomen, group, heads, sectionStyles, table } from './parts.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-history-section': HistorySection;
  }
}

const h = 'history';
const allergyKinds = ['drug', 'chemical', 'food', 'other'];
const familyDiseases = ['cardiovascular', 'asthma', 'hypertension', 'diabetes', 'mental', 'epilepsy'];
const reproductive = `${h}.reproductive`;

/**
 * Part B of the form: birth, risk factors, allergies and diseases, disabilities, operations, family, reproductive health.
 * @tag hssk-history-section
 * @fires hssk-change - A person changed a place of the section.
 */
export class HistorySection extends FormElement implements Watcher {
  static override tag = 'hssk-history-section';
  static override words: SomeWords = viHistory;
  static override styles: CSSResultGroup = sectionStyles;

  readonly #blanks = new Blanks(
    this,
    () => this.form,
    {
      text: TextBlank,
      number: NumberBlank,
      box: BoxBlank,
      boxes: ChoiceBlank,
      choice: ChoiceBlank,
    },
    () => [reproductive, 'administrative.sex'],
  );

  #flags = '';
  placeChanged(): void {
    // Typing inside B7 does not draw the section again; a new flag or another sex does.
    const flags = `${this.form.value('administrative.sex')} ${JSON.stringify(this.form.place(reproductive).issues)}`;
    if (flags !== this.#flags) this.requestUpdate();
    this.#flags = flags;
  }

  override render(): TemplateResult {
    const state = this.form;
    const { headings } = state.words;
    return html`<h2>${state.label(h)}</h2>
      ${group(
        state.label(`${h}.birth`),
        this.#blanks.grid(
          `${h}.birth`,
          'delivery:6 preterm:3 asphyxia:3 weightG:3 lengthCm:3 defects:6 other:12',
        ),
      )}
      ${group(
        state.label(`${h}.risk`),
        this.#blanks.grid(
          `${h}.risk`,
          'smoking:12 alcohol:8 alcoholGlassesPerDay:4 drugs:12 activity:12 exposure:8 exposureDuration:4 toilet:12 other:12',
        ),
      )}
      ${group(headings.history, [
        group(
          state.label(`${h}.allergies`),
          this.#blanks.grid(`${h}.allergies`, 'drug:6 chemical:6 food:6 other:6'),
        ),
        group(
          state.label(`${h}.diseases`),
          this.#blanks.grid(
            `${h}.diseases`,
            'cardiovascular:4 hypertension:4 diabetes:4 stomach:4 chronicLung:4 asthma:4 goitre:4 hepatitis:4 congenitalHeart:4 mental:4 autism:4 epilepsy:4 cancer:6 tuberculosis:6 other:12',
          ),
        ),
      ])}
      ${group(
        state.label(`${h}.disabilities`),
        this.#blanks.grid(
          `${h}.disabilities`,
          'hearing:6 vision:6 hand:6 leg:6 scoliosis:6 cleft:6 other:12',
        ),
      )}
      ${group(headings.surgeries, this.#blanks.grid(h, 'surgeries:12'))}
      ${group(headings.familyHistory, [
        group(
          state.label(`${h}.familyAllergies`),
          table(state.label(`${h}.familyAllergies`), 'family', [
            heads([
              headings.allergyKind,
              state.label(`${h}.familyAllergies.drug.description`),
              state.label(`${h}.familyAllergies.drug.affected`),
            ]),
            allergyKinds.map((kind) => {
              const at = `${h}.familyAllergies.${kind}`;
              return this.#blanks.row(at, 'description affected', state.label(at));
            }),
          ]),
        ),
        group(state.label(`${h}.familyDiseases`), [
          table(state.label(`${h}.familyDiseases`), 'disease', [
            heads([
              headings.disease,
              html`<span class="hidden">${state.label(`${h}.familyDiseases.asthma.present`)}</span>`,
              state.label(`${h}.familyDiseases.asthma.affected`),
            ]),
            familyDiseases.map((name) => {
              const at = `${h}.familyDiseases.${name}`;
              return this.#blanks.row(at, 'present affected', state.label(at));
            }),
          ]),
          this.#blanks.grid(`${h}.familyDiseases`, 'cancer:12 tuberculosis:12 other:12'),
        ]),
      ])}
      ${forWomen(state, reproductive, this.#blanks.grid(reproductive, 'contraception:6 lastPregnancy:6 pregnancies:4 miscarriages:4 abortions:4 births:3 normalDeliveries:3 caesareans:3 difficultDeliveries:3 termBirths:4 pretermBirths:4 livingChildren:4 gynecologicalDisease:12'))}
      ${group(headings.otherIssues, this.#blanks.grid(h, 'otherIssues:12'))}`;
  }

  /** Opens what has to be open for a path to be seen. */
  open(path: string): void {
    if (path.startsWith(reproductive)) this.renderRoot.querySelector('details')?.setAttribute('open', '');
  }
}
