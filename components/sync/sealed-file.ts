import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { base } from '../styles.ts';
import { minFilePassphrase, newPassphraseFailure, passphraseForm } from './passphrase-form.ts';
import { SyncElement } from './sync-element.ts';
import { syncStyles } from './sync.styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-sealed-file': SealedFile;
  }
}

/**
 * Export of what the server does not have yet into a file sealed with a passphrase of its own, and import of such a
 * file. With `item-id` it exports that item only.
 *
 * @tag hssk-sealed-file
 */
export class SealedFile extends SyncElement {
  static override tag = 'hssk-sealed-file';
  static override properties: PropertyDeclarations = {
    itemId: { attribute: 'item-id' },
    url: { state: true },
    result: { state: true },
    chosen: { state: true },
  };
  static override styles: CSSResultGroup = [base, syncStyles];

  /** Id of the only item to export; everything that is not sent where nothing is set. */
  itemId = '';

  private url = '';
  private fileName = '';
  /** Name of the file to import. */
  private chosen = '';
  private result: { readonly added: number; readonly known: number } | undefined;

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('itemId')) this.#forget();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  /** The file is held only as long as it can be saved from here. */
  #forget(): void {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = '';
  }

  get #min(): number {
    return this.store?.minPassphrase ?? minFilePassphrase;
  }

  async #export([first = '', again = '']: readonly string[]): Promise<boolean> {
    const wrong = newPassphraseFailure(first, again, this.#min);
    if (wrong) {
      this.fail('export', wrong);
      return false;
    }
    const isDone = await this.run('export', async () => {
      const file = await this.queue!.exportFile(first, this.itemId || undefined);
      this.#forget();
      this.fileName = fileName(new Date());
      this.url = URL.createObjectURL(file);
    });
    if (!isDone) return false;
    this.said = this.say('exportDone');
    await this.updateComplete;
    const link = this.renderRoot.querySelector<HTMLAnchorElement>('#save');
    link?.click();
    link?.focus();
    return true;
  }

  async #import([passphrase = '']: readonly string[], form: HTMLFormElement): Promise<boolean> {
    const file = form.querySelector<HTMLInputElement>('input[type="file"]')?.files?.[0];
    this.result = undefined;
    if (!file) {
      this.fail('import', 'input.noFile');
      return false;
    }
    const isDone = await this.run('import', async () => {
      this.result = await this.queue!.importFile(file, passphrase);
    });
    if (isDone) this.chosen = '';
    if (this.result) this.said = this.say('importDone', this.result);
    return isDone;
  }

  #onChosen(event: Event): void {
    this.chosen = (event.target as HTMLInputElement).files?.[0]?.name ?? '';
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.queue) return nothing;
    return html`${this.#renderExport()}${this.itemId ? nothing : this.#renderImport()}${this.renderSaid()}`;
  }

  #renderExport(): TemplateResult {
    const { words, itemId } = this;
    return html`<section class="sealed">
      <h4 id="title" tabindex="-1">${words.ui.exportTitle}</h4>
      <p class="help">${itemId ? words.ui.exportOneHelp : words.ui.exportHelp}</p>
      ${passphraseForm({
        at: 'export',
        words,
        labels: [words.ui.filePassphrase, words.ui.again],
        isNew: true,
        rule: this.say('rule', { min: this.#min }),
        button: words.ui.exportButton,
        busyButton: words.ui.exporting,
        isBusy: this.busy === 'export',
        failure: this.renderFailure('export', 'export-failure'),
        submit: (values) => this.#export(values),
      })}
      ${
        this.url
          ? html`<p class="done">
              ${words.ui.exportDone}
              <a id="save" href=${this.url} download=${this.fileName}>${words.ui.saveFile}</a>
            </p>`
          : nothing
      }
    </section>`;
  }

  #renderImport(): TemplateResult {
    const { words, result } = this;
    return html`<section class="sealed">
      <h4>${words.ui.importTitle}</h4>
      <p class="help">${words.ui.importHelp}</p>
      ${passphraseForm({
        at: 'import',
        words,
        above: html`<label class="file"
          ><span>${words.ui.fileToImport}</span
          ><input class="hidden" type="file" autocomplete="off" @change=${this.#onChosen} /><span
            >${this.chosen || words.ui.chooseFile}</span
          ></label
        >`,
        labels: [words.ui.filePassphrase],
        button: words.ui.importButton,
        busyButton: words.ui.importing,
        isBusy: this.busy === 'import',
        failure: this.renderFailure('import', 'import-failure'),
        submit: (values, form) => this.#import(values, form),
      })}
      ${result ? html`<p class="done">${this.say('importDone', result)}</p>` : nothing}
    </section>`;
  }
}

/** Names the hour and nobody: the name of a file is seen in every list of downloads. */
function fileName(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  return `ho-so-niem-phong-${day}-${two(at.getHours())}${two(at.getMinutes())}.hssk`;
}
