import { LitElement, css, html, unsafeCSS } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { Drawn, DrawnField } from '../controls.ts';
import { fieldSheet, sectionSheet } from './plain.ts';

/** What our form draws, as data; set at build time. */
declare const FORM: readonly Drawn[];
/** Whether each field is an element of its own with a shadow root; set at build time. */
declare const EACH: boolean;

type Handler = (event: Event) => void;

function choice({ id, title, many, options = [] }: DrawnField, onInput: Handler): TemplateResult {
  return html`<fieldset>
    <legend>${title}</legend>
    ${options.map(
      (words) =>
        html`<label class="option"
          ><input
            type=${many ? 'checkbox' : 'radio'}
            name="f${id}"
            autocomplete="off"
            @change=${onInput}
          />${words}</label
        >`,
    )}
    <button type="button" @click=${onInput}>Ghi khác</button>
    <input class="other" hidden autocomplete="off" aria-label=${title} @input=${onInput} @change=${onInput} />
  </fieldset>`;
}

/** A field as anybody would write it in Lit: label, control, listeners. */
function controls(field: DrawnField, onInput: Handler): TemplateResult {
  const { kind, id, title } = field;
  switch (kind) {
    case 'choice':
      return choice(field, onInput);
    case 'box':
      return html`<label class="option"
        ><input type="checkbox" autocomplete="off" @change=${onInput} />${title}</label
      >`;
    case 'lines':
      return html`<label for="f${id}">${title}</label>
        <textarea
          id="f${id}"
          rows="1"
          autocomplete="off"
          .value=${''}
          @input=${onInput}
          @change=${onInput}
        ></textarea>`;
    case 'line':
      return html`<label for="f${id}">${title}</label>
        <input id="f${id}" autocomplete="off" .value=${''} @input=${onInput} @change=${onInput} />`;
  }
}

/** One element per field: the least that any library of Lit fields costs. */
class BareField extends LitElement {
  static override properties = { field: { attribute: false } };
  static override styles: CSSResultGroup = [
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
    `,
    unsafeCSS(fieldSheet),
  ];
  declare field: DrawnField;
  written = '';
  readonly #onInput = (event: Event): void => {
    this.written = (event.target as HTMLInputElement).value;
  };
  override render(): TemplateResult {
    return controls(this.field, this.#onInput);
  }
}

class BareSection extends LitElement {
  static override properties = { of: { attribute: false } };
  static override styles: CSSResultGroup = [
    css`
      :host {
        display: block;
      }
    `,
    unsafeCSS(sectionSheet),
    unsafeCSS(EACH ? '' : fieldSheet),
  ];
  declare of: readonly Drawn[];
  written: Record<string, string> = {};
  readonly #onInput = (event: Event): void => {
    const { id, value } = event.target as HTMLInputElement;
    this.written[id] = value;
  };

  #node = (node: Drawn): TemplateResult => {
    switch (node.kind) {
      case 'section':
        return html`<bare-section .of=${node.of}></bare-section>`;
      case 'group':
        return html`<fieldset class="group">
          <legend>${node.title}</legend>
          ${node.of.map(this.#node)}
        </fieldset>`;
      case 'details':
        return html`<details class="group" open>
          <summary>${node.title}</summary>
          ${node.of.map(this.#node)}
        </details>`;
      case 'grid':
        return html`<div class="grid">${node.of.map(this.#node)}</div>`;
      case 'row':
        return html`<div class="row">${node.of.map(this.#node)}</div>`;
      case 'h2':
        return html`<h2>${node.title}</h2>`;
      case 'h3':
        return html`<h3>${node.title}</h3>`;
      case 'words':
        return html`<span>${node.title}</span>`;
      case 'button':
        return html`<button type="button">${node.title}</button>`;
      default:
        return EACH
          ? html`<bare-field class=${node.cls} .field=${node}></bare-field>`
          : html`<div class="field ${node.cls}">${controls(node, this.#onInput)}</div>`;
    }
  };

  override render(): TemplateResult {
    return html`${this.of.map(this.#node)}`;
  }
}

customElements.define('bare-section', BareSection);
if (EACH) customElements.define('bare-field', BareField);

/** Draws the frame as one element and each section as one inside it. */
export function draw(root: HTMLElement): void {
  const form = document.createElement('bare-section') as BareSection;
  form.of = FORM;
  root.append(form);
}
