import { html } from 'lit';
import type { TemplateResult, nothing } from 'lit';
import type { CodeItem, CodeList } from '../../src/codes/index.ts';
import { findDiagnoses } from '../../src/codes/core.ts';
import { readText } from '../../src/i18n/index.ts';
import type { Reading } from '../../src/i18n/index.ts';
import type { Diagnoses, Issue } from '../../src/schema/index.ts';
import type { Place } from '../form-state.ts';
import { ListBlank } from './list-blank.ts';
import { loadLookup } from './lists.ts';

const lastSegment = /[^;\n]*$/;

/**
 * Diagnoses as one writes them on paper; the ICD-10 codes in the line are found and shown below it, and the words of
 * the last diagnosis are looked up while they are typed.
 */
export class DiagnosesBlank extends ListBlank {
  protected override get lines(): boolean {
    return true;
  }
  protected override format = (value: unknown): string => (value as Diagnoses).text;

  #icd10: CodeList | undefined;

  protected read(text: string): Reading<unknown> {
    const { value } = readText(text, true);
    if (value === undefined) return {};
    const codes: Record<string, { code: string; text: string }> = {};
    for (const found of findDiagnoses(value, this.form.icd10 ?? this.#icd10)) {
      codes[found.code.replace('.', '')] = { code: found.code, text: found.text };
    }
    return { value: Object.keys(codes).length ? { text: value, codes } : { text: value } };
  }

  /** Issues of a single code stand at this field too. */
  protected override shown(place: Place): readonly Issue[] {
    return [
      ...super.shown(place),
      ...this.form.issuesBelow(this.path).filter((issue) => issue.path !== this.path),
    ];
  }

  protected override subjectOf({ path }: Issue): string {
    const code = this.form.value(`${path}.code`);
    return typeof code === 'string' ? `${code}: ` : '';
  }

  protected override renderBelow(place: Place): TemplateResult | typeof nothing {
    const below = super.renderBelow(place);
    const codes = Object.values((place.value as Diagnoses | undefined)?.codes ?? {});
    if (!codes.length) return below;
    return html`<ul class="codes">
        ${codes.map(({ code = '', text }) => html`<li><b>${code}</b> ${this.#icd10?.get(code)?.text ?? text}</li>`)}
      </ul>
      ${below}`;
  }

  /** A disease taken from the list replaces the words of the last diagnosis. */
  #pick({ code, text }: CodeItem): void {
    const line = this.typed ?? this.written(this.place);
    this.write(line.replace(lastSegment, (last) => `${/^\s*/.exec(last)![0]}${code} ${text}`));
  }

  protected async enter(): Promise<void> {
    if (this.#icd10) return;
    try {
      const lookup = await loadLookup('icd10');
      const { Suggestions } = lookup;
      const host = this.form.icd10;
      const search = host ? lookup.codes.createSearch(host) : lookup.search;
      this.#icd10 = host ?? lookup.list;
      this.suggestions ??= new Suggestions(this, {
        find: (query) => (query.trim().length > 1 ? search(query.trim(), { limit: 8 }) : []),
        pick: (item) => this.#pick(item),
        caption: (item) => item.code,
      });
      this.suggest();
      this.placeChanged();
    } catch {
      // Without the list the line is kept as written; codes are found all the same.
    }
  }

  protected suggest(): void {
    if (this.typed) this.suggestions?.show(lastSegment.exec(this.typed)?.[0] ?? '');
  }
}
