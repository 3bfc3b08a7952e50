import type { CodeItem } from '../../src/codes/index.ts';
import { readCodedWords } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import type { Coded, ListName } from '../../src/schema/index.ts';
import { setAttribute } from './dom.ts';
import { ListBlank } from './list-blank.ts';
import { loadLookup } from './lists.ts';
import type { Lookup } from './lists.ts';

/** Words with a code where the list has one. Typing offers the list; what the list does not know stays as words. */
export class CodedBlank extends ListBlank {
  protected override format = (value: unknown): string => (value as Coded).text;

  #lookup: Lookup | undefined;

  get #listName(): ListName | undefined {
    const leaf = this.form.leaf(this.path);
    return leaf?.kind === 'coded' ? leaf.list : undefined;
  }

  /** The list, at once where it is here already. */
  #load(): Lookup | Promise<Lookup> | undefined {
    const name = this.#listName;
    if (!name || this.#lookup) return this.#lookup;
    const loading = loadLookup(name).then((lookup) => {
      this.suggestions ??= lookup.suggestCodes(this, {
        lookup,
        form: this.form,
        path: () => this.path,
        write: (words) => this.write(words),
      });
      return (this.#lookup = lookup);
    });
    this.form.wait(loading);
    return loading;
  }

  /** The code of written words; places of an address are read together by the address. */
  protected read(text: string, context: ReadContext): Reading<unknown> {
    const { value, ...rest } = readCodedWords(text, context);
    if (value === undefined) return rest;
    return { ...rest, value: this.#coded(value) };
  }

  #coded(words: string): Coded {
    const lookup = this.#load();
    if (lookup instanceof Promise) {
      this.form.wait(lookup.then(() => this.#codeLater(words)));
      return { text: words };
    }
    const item = lookup && this.#resolve(lookup, words);
    return item ? { code: item.code, text: item.text } : { text: words };
  }

  #resolve({ codes, list }: Lookup, words: string): CodeItem | undefined {
    if (this.#listName === 'communes') return undefined;
    return this.#listName === 'provinces' ? codes.findProvince(words) : codes.findByName(list, words);
  }

  /** The list came after the words: gives them their code if they still stand there. */
  #codeLater(words: string): void {
    const place = this.place;
    const value = place.value as Coded | undefined;
    const item = this.#lookup && this.#resolve(this.#lookup, words);
    if (item && value?.text === words && !value.code) {
      this.form.put(this.path, {
        value: { code: item.code, text: item.text },
        ...(place.note === undefined ? {} : { note: place.note }),
      });
    }
  }

  protected override make(): HTMLElement[] {
    const parts = super.make();
    setAttribute(this.control, 'role', 'combobox');
    setAttribute(this.control, 'aria-expanded', 'false');
    return parts;
  }

  protected enter(): void {
    // Without the list the words stay words; whoever needs the code next tries again.
    Promise.resolve(this.#load()).catch(() => {});
  }

  protected suggest(): void {
    const text = this.typed ?? '';
    const lookup = this.#load();
    const show = (): void => {
      if (this.typed === text) this.suggestions?.show(text);
    };
    if (lookup instanceof Promise) lookup.then(show, () => {});
    else show();
  }
}
