import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { viImmunizations } from '../../src/i18n/index.ts';
import type { SomeWords } from '../../src/i18n/index.ts';
import { immunizationsForm, sortRows } from '../../src/schema/index.ts';
import type { Dose } from '../../src/schema/index.ts';
import { FormElement } from '../form-element.ts';
import type { HsskElement } from '../element.ts';
import { BoxField, CodedField, DateField, NumberField, TextField } from '../fields/index.ts';
import type { FormState, Watcher } from '../form-state.ts';
import { base } from '../styles.ts';
import { field, fields, grid, group, sectionStyles, table, groupIssues } from './parts.ts';
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

const columns: { readonly [name in TableName]: readonly string[] } = {
  basic: ['notGiven', 'givenOn', 'reaction', 'appointmentOn'],
  other: ['notGiven', 'givenOn', 'reaction', 'appointmentOn'],
  tetanus: ['notGiven', 'givenOn', 'gestationMonth', 'reaction', 'appointmentOn'],
};

/**
 * Part C of the form: the printed vaccine rows of the three tables, and rows written in by hand.
 * @tag hssk-immunization-section
 * @fires hssk-change - A person changed a place of the section.
 */
export class ImmunizationSection extends FormElement implements Watcher {
  static override tag = 'hssk-immunization-section';
  static override uses: readonly (typeof HsskElement)[] = [
    BoxField,
    CodedField,
    DateField,
    NumberField,
    TextField,
  ];
  static override words: SomeWords = viImmunizations;
  static override styles: CSSResultGroup = [base, sectionStyles];

  readonly #orders: { readonly [name in TableName]: RowOrder } = {
    basic: new RowOrder(),
    other: new RowOrder(),
    tetanus: new RowOrder(),
  };
  #loads = 0;
  #shown = '';

  override connectedCallback(): void {
    super.connectedCallback();
    for (const path of watched) this.form.watch(path, this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const path of watched) this.form.unwatch(path, this);
  }

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
        grid(fields(state, part, 'motherTetanusDoses:6')),
      ])}
      ${group(state.label(`${part}.other`), this.#table(state, 'other'))} ${this.#tetanus(state)}`;
  }

  /** For a man C3 stands collapsed under its heading and is flagged when filled. */
  #tetanus(state: FormState): TemplateResult {
    const heading = state.label(tetanus);
    const content = [groupIssues(state, tetanus), this.#table(state, 'tetanus')];
    if (state.value('administrative.sex') !== 'male') return group(heading, content);
    return html`<details class="group">
      <summary>${heading}${state.place(tetanus).issues.length ? ' ⚠' : ''}</summary>
      <p class="flag">${state.say('notForSex')}</p>
      ${content}
    </details>`;
  }

  #table(state: FormState, name: TableName): TemplateResult {
    const at = `${part}.${name}`;
    const names = columns[name];
    const cells = (id: string, row: string): TemplateResult[] =>
      names.map((column) => field(state, `${at}.${id}.${column}`, { row }));
    const vaccines = state.words.vaccines as { readonly [id: string]: string };
    const heads = ['vaccine', ...names].map((column) => state.label(`${at}.*.${column}`));
    const free = this.#orders[name].rows(this.#ids(name));
    return html`${table(state.label(at), name === 'tetanus' ? 'tetanus' : 'dose', heads, [
      ...immunizationsForm[name].printed.map((id) => [vaccines[id], cells(id, vaccines[id]!)] as const),
    ])}
    ${free.map(
      (id) =>
        html`<div
          class="table"
          role="table"
          aria-label=${state.label(at)}
          data-columns=${name === 'tetanus' ? 'tetanus' : 'dose'}
        >
          <div class="row" role="row">
            <div class="head" role="rowheader">
              ${field(state, `${at}.${id}.vaccine`, { row: state.label(at), heads: true })}
              ${
                state.mode === 'view'
                  ? ''
                  : html`<button class="link" type="button" @click=${() => this.#remove(name, id)}>
                      ${state.say('removeRow')}
                    </button>`
              }
            </div>
            ${cells(id, state.label(`${at}.*.vaccine`))}
          </div>
        </div>`,
    )}
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
