import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SyncWords } from '../../src/i18n/sync.ts';

/** Fewest characters of a file's passphrase where no store says another number. */
export const minFilePassphrase = 12;

export interface PassphraseForm {
  /** Names the form: its failure, its work and its inputs. */
  readonly at: string;
  readonly words: SyncWords;
  /** Labels of the inputs, from top to bottom; a new passphrase is typed twice. */
  readonly labels: readonly string[];
  /** Whether the passphrase is a new one, which a browser may offer to make up. */
  readonly isNew?: boolean | undefined;
  /** What is to be known of a new passphrase. */
  readonly rule?: string | undefined;
  readonly button: string;
  readonly busyButton: string;
  readonly isBusy: boolean;
  readonly failure: TemplateResult | typeof nothing;
  /** What stands above the inputs. */
  readonly above?: TemplateResult | undefined;
  /** A further button. */
  readonly beside?: TemplateResult | undefined;
  readonly submit: (values: readonly string[], form: HTMLFormElement) => Promise<boolean>;
}

/**
 * Inputs for passphrases with one button that shows them. What is typed stands in the inputs only: they have no name,
 * no key pressed in them reaches the page, and they are emptied when the work is done.
 */
export function passphraseForm(options: PassphraseForm): TemplateResult {
  const { at, words, labels, isNew, rule, isBusy, failure } = options;
  const describedBy = [failure === nothing ? '' : `${at}-failure`, rule ? `${at}-rule` : '']
    .filter(Boolean)
    .join(' ');
  return html`<form
    class="passphrase"
    data-form=${at}
    autocomplete="off"
    novalidate
    @submit=${(event: SubmitEvent) => void send(event, options)}
    @keydown=${keep}
    @keyup=${keep}
    @keypress=${keep}
  >
    ${options.above ?? nothing}
    ${labels.map(
      (label) =>
        html`<label
          ><span>${label}</span
          ><input
            class="secret"
            type="password"
            autocomplete=${isNew ? 'new-password' : 'off'}
            autocapitalize="off"
            spellcheck="false"
            aria-invalid=${failure === nothing ? nothing : 'true'}
            aria-describedby=${describedBy || nothing}
        /></label>`,
    )}
    ${rule ? html`<p class="help" id=${`${at}-rule`}>${rule}</p>` : nothing}
    <label class="option"><input type="checkbox" autocomplete="off" @change=${show} />${words.ui.show}</label>
    ${failure}
    <div class="actions">
      <button class="primary" aria-disabled=${isBusy || nothing}>
        ${isBusy ? options.busyButton : options.button}
      </button>
      ${options.beside ?? nothing}
    </div>
  </form>`;
}

/** What is wrong with a new passphrase and its repetition, as a code. Letters are counted as people see them. */
export function newPassphraseFailure(first: string, again: string, min: number): string | undefined {
  if ([...first.normalize('NFC')].length < min) return 'vault.shortPassphrase';
  return first.normalize('NFC') === again.normalize('NFC') ? undefined : 'input.differs';
}

const secrets = (form: Element): NodeListOf<HTMLInputElement> => form.querySelectorAll('input.secret');

async function send(event: SubmitEvent, { submit, isBusy }: PassphraseForm): Promise<void> {
  event.preventDefault();
  event.stopPropagation();
  if (isBusy) return;
  const form = event.currentTarget as HTMLFormElement;
  const inputs = [...secrets(form)];
  if (
    await submit(
      inputs.map(({ value }) => value),
      form,
    )
  ) {
    form.reset();
    for (const input of inputs) input.type = 'password';
  } else if (form.isConnected) {
    inputs[0]?.focus();
    inputs[0]?.select();
  }
}

function show(event: Event): void {
  const { checked, form } = event.target as HTMLInputElement;
  for (const input of secrets(form!)) input.type = checked ? 'text' : 'password';
}

/** Keys of a passphrase are nobody's business. */
function keep(event: Event): void {
  event.stopPropagation();
}
