import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { RosterWords } from '../../src/i18n/roster.ts';

/** Whom the place that takes a list tells. */
export interface SourceActs {
  /** A file is held over it, or no longer. */
  readonly over: (isOver: boolean) => void;
  readonly file: (file: File) => void;
  readonly paste: (text: string) => void;
}

/** Where a list comes from: a file that is chosen or dropped, or what was copied. */
export function sourceView(
  words: RosterWords,
  isOver: boolean,
  { over, file, paste }: SourceActs,
): TemplateResult {
  const { ui } = words.imports;
  const take = (found: File | undefined): void => {
    if (found) file(found);
  };
  return html`<div
    class=${isOver ? 'source over' : 'source'}
    @dragover=${(event: DragEvent) => {
      event.preventDefault();
      over(true);
    }}
    @dragleave=${() => over(false)}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      over(false);
      take(event.dataTransfer?.files[0]);
    }}
  >
    <p class="help">${isOver ? ui.drop : ui.how}</p>
    <label
      ><span>${ui.file}</span
      ><input
        id="file"
        type="file"
        accept=".xlsx,.csv,.txt,.tsv"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          take(input.files?.[0]);
          input.value = '';
        }}
    /></label>
    <details>
      <summary>${ui.paste}</summary>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          paste((event.currentTarget as HTMLFormElement).querySelector('textarea')!.value);
        }}
      >
        <label
          ><span>${ui.pasteHelp}</span><textarea rows="5" autocomplete="off" spellcheck="false"></textarea>
        </label>
        <button type="submit">${ui.readPaste}</button>
      </form>
    </details>
  </div>`;
}
