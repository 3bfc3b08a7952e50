import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { viImmunizations } from '../../src/i18n/index.ts';
import type { SomeWords } from '../../src/i18n/index.ts';
import { immunizationsForm, sortRows } from '../../src/schema/index.ts';
import type { Dose } from '../../src/schema/index.ts';
import { FormElement } from '../form-element.ts';
import { Blanks, BoxBlank, CodedBlank, DateBlank, NumberBlank, TextBlank } from '../fields/index.ts';
import type { FormState, Watcher } from '../form-state.ts';
import { forWomen, group, heads, sectionStyles, table } from './parts.ts';
import { RowOrder } from '../row-ids.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-immunization-section': ImmunizationSection;
  }
}

const part = 'immunizations';
const tableNames = ['basic', 'other', 'tetanus'] as const;
type TableName = (typeof tableNames)[number];
const tetanus = `${part}.tetanus`;
const watched = [...tableNames.map((name) => `${part}.${name}`), 'administrative.sex'];

const columns = 'notGiven givenOn reaction appointmentOn';
const tetanusColumns = 'notGiven givenOn gestationMonth reaction appointmentOn';

/**
 * Part C of the form: the printed vaccine rows of the three tables, and rows written in by hand.
 * @tag hssk-immunization-section
 * @fires hssk-change - A person changed a place of the section.
 */
export class ImmunizationSection extends FormElement implements Watcher {
  static override tag = 'hssk-immunization-section';
  static override words: SomeWords = viImmunizations;
  static override styles: CSSResultGroup = sectionStyles;

  readonly #blanks = new Blanks(
    this,
    () => this.form,
    {
      text: TextBlank,
      number: NumberBlank,
      date: DateBlank,
      box: BoxBlank,
      coded: CodedBlank,
    },
    () => watched,
  );

  readonly #orders: { readonly [name in TableName]: RowOrder } = {
    basic: new RowOrder(),
    other: new RowOrder(),
    tetanus: new RowOrder(),
  };
  #loads = -1;
  #shown = '';

  placeChanged(): void {
    const { form } = this;
    if (form.loads !== this.#loads) {
      this.#loads = form.loads;
      for (const name of tableNames) this.#orders[name].reset(this.#ids(name));
    }
    // A cell draws itself; the section is drawn again only when rows, flags or the sex change.
    const shown = JSON.stringify([
      tableNames.map((name) => this.#ids(name)),
      form.value('administrative.sex'),
      form.place(tetanus).issues,
    ]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.requestUpdate();
  }

  /** Rows written in by hand, by date. */
  #ids(name: TableName): string[] {
    const { form } = this;
    const at = `${part}.${name}`;
    const printed: readonly string[] = immunizationsForm[name].printed;
    const rows = Object.fromEntries(
      form.rowIds(at).map((id) => [id, (form.value(`${at}.${id}`) ?? {}) as Dose]),
    );
    return sortRows(rows, printed, (row) => row.givenOn ?? row.appointmentOn)
      .map(([id]) => id)
      .filter((id) => !printed.includes(id));
  }

  override render(): TemplateResult {
    const state = this.form;
    return html`<h2>${state.label(part)}</h2>
      ${group(state.label(`${part}.basic`), [
        this.#table(state, 'basic'),
        this.#blanks.grid(part, 'motherTetanusDoses:6'),
      ])}
      ${group(state.label(`${part}.other`), this.#table(state, 'other'))}
      ${forWomen(state, tetanus, this.#table(state, 'tetanus'))}`;
  }

  #table(state: FormState, name: TableName): TemplateResult {
    const at = `${part}.${name}`;
    const names = name === 'tetanus' ? tetanusColumns : columns;
    const vaccines = state.words.vaccines as { readonly [id: string]: string };
    const free = this.#orders[name].rows(this.#ids(name)).map(
      (id) =>
        html`<div class="row" role="row">
          <div class="head" role="rowheader">
            ${this.#blanks.at(`${at}.${id}.vaccine`, { row: state.label(at), compact: true })}
            ${
              state.mode === 'view'
                ? ''
                : html`<button class="link" type="button" @click=${() => this.#remove(name, id)}>
                    ${state.say('removeRow')}
                  </button>`
            }
          </div>
          ${this.#blanks.cells(`${at}.${id}`, names, state.label(`${at}.*.vaccine`))}
        </div>`,
    );
    const words = ['vaccine', ...names.split(' ')].map((column) => state.label(`${at}.*.${column}`));
    const printed = immunizationsForm[name].printed.map((id) =>
      this.#blanks.row(`${at}.${id}`, names, vaccines[id]!),
    );
    return html`${table(state.label(at), name === 'tetanus' ? 'tetanus' : 'dose', [heads(words), printed, free])}
    ${
      state.mode === 'view'
        ? ''
        : html`<div class="actions">
            <button type="button" data-add=${name} @click=${() => this.#add(name)}>
              + ${state.say('addVaccine')}
            </button>
          </div>`
    }`;
  }

  async #add(name: TableName): Promise<void> {
    const id = this.#orders[name].add();
    this.requestUpdate();
    await this.updateComplete;
    this.form.goTo(`${part}.${name}.${id}.vaccine`);
  }

  #remove(name: TableName, id: string): void {
    this.#orders[name].remove(id);
    this.form.remove(`${part}.${name}.${id}`);
    this.requestUpdate();
  }

  /** Opens what has to be open for a path to be seen. */
  open(path: string): void {
    if (path.startsWith(tetanus)) this.renderRoot.querySelector('details')?.setAttribute('open', '');
  }
}
