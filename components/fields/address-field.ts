import { html } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import type { Coded } from '../../src/schema/index.ts';
import { HsskElement } from '../element.ts';
import type { FormState, Watcher } from '../form-state.ts';
import { base, blankStyles, gridStyles } from '../styles.ts';
import { Blanks } from './blanks.ts';
import { CodedBlank } from './coded-blank.ts';
import { loadLookup } from './lists.ts';
import type { Lookup } from './lists.ts';
import { DistrictBlank } from './district-blank.ts';
import { TextBlank } from './text-blank.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-address-field': AddressField;
  }
}

const parts = ['commune', 'district', 'province'] as const;
const pathsOf = (path: string): string[] => ['', ...parts.map((part) => `${path}.${part}`)];

/**
 * An address of the form: hamlet or street line, commune, district of an old address, province. The three places are
 * read together, because a commune's name means something only inside its province.
 * @tag hssk-address-field
 */
export class AddressField extends HsskElement implements Watcher {
  static override tag = 'hssk-address-field';
  static override properties: PropertyDeclarations = {
    path: {},
    state: { attribute: false },
  };
  static override styles: CSSResultGroup = [base, blankStyles, gridStyles];

  /** Path of the address in the record. */
  path = '';
  state!: FormState;
  #communes: Lookup | undefined;
  readonly #blanks = new Blanks(
    this,
    () => this.state,
    {
      text: TextBlank,
      coded: CodedBlank,
      district: DistrictBlank,
    },
    () => pathsOf(this.path),
  );

  /** Something of the address was written. A draft from outside is not read again: nobody typed it. */
  placeChanged(_path: string, byPerson: boolean): void {
    if (!byPerson) {
      this.requestUpdate();
      return;
    }
    const words = this.#words();
    if (!words.commune && !words.province) return;
    if (this.#communes) this.#read(this.#communes);
    else this.state.wait(this.#load());
  }

  async #load(): Promise<void> {
    this.#communes = await loadLookup('communes');
    this.#read(this.#communes);
  }

  #words(): { commune: string; district: string; province: string } {
    const text = (part: string): string =>
      (this.state.value(`${this.path}.${part}`) as Coded | undefined)?.text ?? '';
    const district = this.state.value(`${this.path}.district`);
    return {
      commune: text('commune'),
      district: typeof district === 'string' ? district : '',
      province: text('province'),
    };
  }

  #read({ codes, list }: Lookup): void {
    const read = codes.readAddress(this.#words(), list);
    for (const part of ['province', 'commune'] as const) {
      const path = `${this.path}.${part}`;
      const place = this.state.place(path);
      const before = place.value as Coded | undefined;
      const next = read[part];
      if (!before || !next.text || (before.code === next.code && before.text === next.text)) continue;
      this.state.put(path, { value: next, ...(place.note === undefined ? {} : { note: place.note }) });
    }
  }

  override render(): TemplateResult {
    const { path, state } = this;
    return html`<fieldset>
      <legend>${state.label(path)}</legend>
      ${this.#blanks.grid(path, 'line:12 commune:4 district:4 province:4')}
    </fieldset>`;
  }
}
