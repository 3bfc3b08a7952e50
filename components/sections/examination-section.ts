import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { viExaminations } from '../../src/i18n/index.ts';
import type { SomeWords } from '../../src/i18n/index.ts';
import { fill, formatDate, formatNumber } from '../../src/i18n/index.ts';
import { bmi } from '../../src/measures/index.ts';
import { sortRows } from '../../src/schema/index.ts';
import type { Examination } from '../../src/schema/index.ts';
import { FormElement } from '../form-element.ts';
import {
  Blanks,
  BloodPressureBlank,
  DateBlank,
  DiagnosesBlank,
  NumberBlank,
  TextBlank,
  VisionBlank,
} from '../fields/index.ts';
import type { BlankOptions } from '../fields/index.ts';
import type { FormState, Watcher } from '../form-state.ts';
import { group, sectionStyles } from './parts.ts';
import { RowOrder } from '../row-ids.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-examination-section': ExaminationSection;
  }
}

const part = 'examinations';

const adviseAfterMs = 200;

/**
 * Part D of the form: one card per visit, the latest one open.
 * @tag hssk-examination-section
 * @fires hssk-change - A person changed a place of the section.
 */
export class ExaminationSection extends FormElement implements Watcher {
  static override tag = 'hssk-examination-section';
  static override properties: PropertyDeclarations = {
    opened: { state: true },
    removing: { state: true },
  };
  static override words: SomeWords = viExaminations;
  static override styles: CSSResultGroup = sectionStyles;

  readonly #blanks = new Blanks(
    this,
    () => this.form,
    {
      text: TextBlank,
      number: NumberBlank,
      date: DateBlank,
      vision: VisionBlank,
      bloodPressure: BloodPressureBlank,
      diagnoses: DiagnosesBlank,
    },
    () => [part, 'administrative.sex', 'administrative.birthDate'],
  );

  readonly #order = new RowOrder();
  #loads = -1;
  #shown = '';
  #advice: ReadonlyMap<string, string> = new Map();
  #advising: ReturnType<typeof setTimeout> | undefined;
  /** Visits whose card is open. */
  private opened: ReadonlySet<string> = new Set();
  private removing = '';

  placeChanged(): void {
    this.#adviseSoon();
    if (this.form.loads !== this.#loads) {
      this.#loads = this.form.loads;
      this.#reset();
    }
    const shown = JSON.stringify(this.#visits().map(([id, visit]) => [id, visit.examinedOn]));
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.requestUpdate();
  }

  #visits(): [string, Examination][] {
    const { form } = this;
    const rows = form
      .rowIds(part)
      .map((id) => [id, (form.value(`${part}.${id}`) ?? {}) as Examination] as const);
    return sortRows(Object.fromEntries(rows), [], (visit) => visit.examinedOn);
  }

  /** The visits of a draft as they come; a new record begins with an empty visit, as the paper does. */
  #reset(): void {
    const ids = this.#visits().map(([id]) => id);
    this.#order.reset(ids);
    const last = ids.at(-1) ?? this.#order.add();
    this.opened = new Set([last]);
  }

  override firstUpdated(): void {
    super.firstUpdated();
    this.#adviseSoon();
  }

  /** After a pause and not within a keystroke: then only the fields are drawn beside which something else is said. */
  #adviseSoon(): void {
    clearTimeout(this.#advising);
    this.#advising = setTimeout(() => void this.advise().catch(() => undefined), adviseAfterMs);
  }

  /** Works out now what is said beside the fields, instead of after the pause. */
  async advise(): Promise<void> {
    const { form } = this;
    // Without a birth date nothing is advised, and nothing is loaded for it.
    const next = form.value('administrative.birthDate')
      ? await (
          await import('./visit-advice.ts')
        ).adviceOn(form, Object.keys(form.value(part) ?? {}), { fill, formatDate, formatNumber })
      : new Map<string, string>();
    const before = this.#advice;
    this.#advice = next;
    for (const path of new Set([...before.keys(), ...this.#advice.keys()]))
      if (before.get(path) !== this.#advice.get(path)) form.refresh(path);
  }

  /** What is said beside the fields of a grid. */
  #asides(group: string, list: string): { readonly [field: string]: BlankOptions } {
    return Object.fromEntries(
      list.split(/:\d+ ?/).map((field) => [
        field,
        {
          aside: (form) =>
            [field === 'bmi' && bmiWords(form, group), this.#advice.get(`${group}.${field}`)]
              .filter(Boolean)
              .join('. '),
          ...(field === 'bmi' && { uses: [`${group}.weightKg`, `${group}.heightCm`] }),
        } satisfies BlankOptions,
      ]),
    );
  }

  override render(): TemplateResult {
    const state = this.form;
    const inDraft = this.#visits().map(([id]) => id);
    const ids = this.#order.rows(inDraft).filter((id) => state.mode !== 'view' || inDraft.includes(id));
    return html`<h2>${state.label(part)}</h2>
      ${ids.map((id) => this.#visit(state, id))}
      ${
        state.mode === 'view'
          ? nothing
          : html`<div class="actions">
              <button type="button" data-add="visit" @click=${this.#add}>+ ${state.say('addVisit')}</button>
            </div>`
      }`;
  }

  #visit(state: FormState, id: string): TemplateResult {
    const at = `${part}.${id}`;
    const date = state.value(`${at}.examinedOn`);
    const heading =
      typeof date === 'string' ? state.say('visit', { date: formatDate(date) }) : state.say('visitNew');
    const isOpen = this.opened.has(id);
    return html`<details
      class="group visit"
      data-visit=${id}
      ?open=${isOpen}
      @toggle=${(event: Event) => this.#onToggle(event, id)}
    >
      <summary>${heading}</summary>
      ${isOpen ? this.#content(state, at, id) : nothing}
    </details>`;
  }

  #content(state: FormState, at: string, id: string): TemplateResult {
    const { headings } = state.words;
    const grid = (list: string, name = ''): HTMLElement =>
      this.#blanks.grid(at + name, list, this.#asides(at + name, list));
    const heading = (name: string): string => state.label(`${at}.${name}`);
    return html`${grid('examinedOn:4 presentIllness:12')}
      <h3>${headings.clinical}</h3>
      ${group(
        heading('vitals'),
        grid(
          'pulsePerMinute:3 temperatureC:3 bloodPressureMmHg:3 respiratoryRatePerMinute:3 weightKg:3 heightCm:3 bmi:3 waistCm:3',
          '.vitals',
        ),
      )}
      ${group(heading('vision'), [
        group(headings.uncorrected, grid('uncorrectedRight:6 uncorrectedLeft:6', '.vision')),
        group(headings.corrected, grid('correctedRight:6 correctedLeft:6', '.vision')),
      ])}
      <h3>${headings.physical}</h3>
      ${group(heading('general'), grid('skinMucosa:6 other:6', '.general'))}
      ${group(
        heading('organs'),
        grid(
          'cardiovascular:6 respiratory:6 digestive:6 urinary:6 musculoskeletal:6 endocrine:6 neurological:6 mental:6 surgical:6 obGyn:6 ent:6 dental:6 eye:6 dermatology:6 nutrition:6 motor:6 other:6 development:6',
          '.organs',
        ),
      )}
      ${group(
        heading('labs'),
        grid('hematology:6 bloodChemistry:6 urineChemistry:6 abdominalUltrasound:6', '.labs'),
      )}
      ${grid('diagnoses:12 advice:12 doctor:6')} ${state.mode === 'view' ? nothing : this.#removal(state, id)}`;
  }

  #removal(state: FormState, id: string): TemplateResult {
    return html`<div class="actions">
      ${
        this.removing === id
          ? html`${state.say('removeAsk')}
              <button type="button" @click=${() => this.#remove(id)}>${state.say('removeVisit')}</button>
              <button type="button" @click=${() => (this.removing = '')}>${state.say('keep')}</button>`
          : html`<button class="link" type="button" @click=${() => (this.removing = id)}>
              ${state.say('removeVisit')}
            </button>`
      }
    </div>`;
  }

  async #add(): Promise<void> {
    const id = this.#order.add();
    this.opened = new Set([id]);
    await this.updateComplete;
    this.form.goTo(`${part}.${id}.examinedOn`);
  }

  #remove(id: string): void {
    this.removing = '';
    this.#order.remove(id);
    this.form.remove(`${part}.${id}`);
    this.requestUpdate();
  }

  #onToggle(event: Event, id: string): void {
    const { open } = event.target as HTMLDetailsElement;
    if (open === this.opened.has(id)) return;
    const opened = new Set(this.opened);
    if (open) opened.add(id);
    else opened.delete(id);
    this.opened = opened;
  }

  /** Opens what has to be open for a path to be seen. */
  async open(path: string): Promise<void> {
    const id = path.split('.')[1];
    if (id && !this.opened.has(id)) this.opened = new Set([...this.opened, id]);
    await this.updateComplete;
  }
}

/** BMI worked out from weight and height, beside the one that was written. */
function bmiWords(form: FormState, vitals: string): string | undefined {
  const weightKg = form.value(`${vitals}.weightKg`);
  const heightCm = form.value(`${vitals}.heightCm`);
  if (typeof weightKg !== 'number' || typeof heightCm !== 'number') return undefined;
  const value = bmi({ weightKg, heightCm });
  return value === undefined ? undefined : form.say('computed', { value: formatNumber(value) });
}
