import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { SyncStatus, Vault } from '../../src/client/index.ts';
import { base } from '../styles.ts';
import { newPassphraseFailure, passphraseForm } from './passphrase-form.ts';
import { SyncElement, failureText } from './sync-element.ts';
import { syncStyles } from './sync.styles.ts';
import { writesWords } from './words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-vault-panel': VaultPanel;
  }
}

/**
 * The sealed store of this device: set up, unlock, lock, another passphrase, recover, delete. Says by code what keeps
 * the store from working.
 *
 * @tag hssk-vault-panel
 */
export class VaultPanel extends SyncElement {
  static override tag = 'hssk-vault-panel';
  static override properties: PropertyDeclarations = {
    open: { state: true },
    unsent: { state: true },
    recovered: { state: true },
  };
  static override styles: CSSResultGroup = [base, syncStyles];

  private open: '' | 'change' | 'wipe' = '';
  private unsent: SyncStatus | undefined;
  private recovered: { readonly kept: number; readonly lost: number } | undefined;
  #state = '';

  protected override watchPorts(): readonly (() => void)[] {
    const { store } = this;
    return store ? [store.watch(() => this.requestUpdate())] : [];
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { state = '' } = this.store ?? {};
    if (state === this.#state) return;
    // What was open belongs to another state; half a change of the passphrase does not wait behind a lock.
    if (this.#state) this.open = '';
    this.#state = state;
    if (this.failure && this.failure.at !== this.busy) this.failure = undefined;
  }

  async #do(at: string, work: (vault: Vault) => Promise<unknown>, said: string): Promise<boolean> {
    const { store } = this;
    if (!store) return false;
    const isDone = await this.run(at, () => work(store));
    this.said = isDone ? said : '';
    return isDone;
  }

  #setUp([first = '', again = '']: readonly string[]): Promise<boolean> {
    return this.#new('setUp', first, again, (vault) => vault.setUp(first), 'saidSetUp');
  }

  async #change([from = '', first = '', again = '']: readonly string[]): Promise<boolean> {
    const isDone = await this.#new(
      'change',
      first,
      again,
      (vault) => vault.changePassphrase(from, first),
      'saidChanged',
    );
    if (isDone) {
      this.open = '';
      this.focusNext = '#change';
    }
    return isDone;
  }

  async #new(
    at: string,
    first: string,
    again: string,
    work: (vault: Vault) => Promise<unknown>,
    said: 'saidSetUp' | 'saidChanged',
  ): Promise<boolean> {
    const wrong = newPassphraseFailure(first, again, this.store?.minPassphrase ?? 0);
    if (!wrong) return this.#do(at, work, this.words.ui[said]);
    this.fail(at, wrong);
    return false;
  }

  async #recover(): Promise<void> {
    await this.#do('recover', async (vault) => (this.recovered = await vault.recover()), '');
    if (this.recovered) this.said = this.say('recovered', this.recovered);
  }

  async #askWipe(): Promise<void> {
    this.unsent = undefined;
    this.failure = undefined;
    this.open = 'wipe';
    this.focusNext = '#word';
    this.unsent = await this.queue?.status().catch(() => undefined);
  }

  async #wipe(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const input = (event.currentTarget as HTMLFormElement).querySelector('input')!;
    const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toUpperCase();
    if (plain(input.value) !== plain(this.words.ui.wipeWord)) {
      this.fail('wipe', 'input.word');
      input.focus();
      return;
    }
    if (await this.#do('wipe', (vault) => vault.wipe(), this.words.ui.saidWiped)) this.open = '';
  }

  #close(back: string): void {
    this.open = '';
    this.failure = undefined;
    this.focusNext = back;
  }

  override render(): TemplateResult | typeof nothing {
    const { store, words, recovered } = this;
    if (!store) return nothing;
    const { state, problem } = store;
    return html`<section class="panel" data-area>
      <header>
        <h3 id="title" tabindex="-1">${words.ui.vaultTitle}</h3>
        <span class="badge ${state}">${words.ui[`state_${state}`]}</span>
      </header>
      ${problem ? html`<div class="notice error">${failureText(words, problem)}${this.#renderRecover(problem)}</div>` : nothing}
      ${recovered ? html`<p class="done">${this.say('recovered', recovered)}</p>` : nothing}
      ${state === 'empty' ? this.#renderSetUp(store) : nothing}
      ${state === 'locked' ? this.#renderUnlock() : nothing}
      ${state === 'open' ? this.#renderOpen(store) : nothing}
      ${state === 'locked' || state === 'open' || problem === 'vault.damaged' ? this.#renderWipe() : nothing}
      ${this.renderSaid()}
    </section>`;
  }

  #renderRecover(problem: string): TemplateResult | typeof nothing {
    if (problem !== 'vault.damaged') return nothing;
    const isBusy = this.busy === 'recover';
    return html`<div class="actions">
        <button
          id="recover"
          type="button"
          class="primary"
          aria-disabled=${isBusy || nothing}
          @click=${this.#recover}
        >
          ${isBusy ? this.words.ui.recovering : this.words.ui.recover}
        </button>
      </div>
      ${this.renderFailure('recover')}`;
  }

  #renderSetUp({ minPassphrase: min }: Vault): TemplateResult {
    const { words } = this;
    return html`<p>${words.ui.setUpHelp}</p>
      <p class="notice warning">${words.ui.setUpWarning}</p>
      ${passphraseForm({
        at: 'setUp',
        words,
        labels: [words.ui.passphrase, words.ui.again],
        isNew: true,
        rule: this.say('rule', { min }),
        button: words.ui.setUp,
        busyButton: words.ui.settingUp,
        isBusy: this.busy === 'setUp',
        failure: this.renderFailure('setUp', 'setUp-failure'),
        submit: (values) => this.#setUp(values),
      })}`;
  }

  #renderUnlock(): TemplateResult {
    const { words } = this;
    return html`<p>${words.ui.unlockHelp}</p>
      ${passphraseForm({
        at: 'unlock',
        words,
        labels: [words.ui.passphrase],
        button: words.ui.unlock,
        busyButton: words.ui.unlocking,
        isBusy: this.busy === 'unlock',
        failure: this.renderFailure('unlock', 'unlock-failure'),
        submit: ([passphrase = '']) =>
          this.#do('unlock', (vault) => vault.unlock(passphrase), words.ui.saidUnlocked),
      })}`;
  }

  #renderOpen({ minPassphrase: min }: Vault): TemplateResult {
    const { words, open } = this;
    return html`<p>${words.ui.openHelp}</p>
      <div class="actions">
        <button
          id="lock"
          type="button"
          class="primary"
          @click=${() => this.#do('lock', (vault) => vault.lock(), words.ui.saidLocked)}
        >
          ${words.ui.lock}
        </button>
        <button
          id="change"
          type="button"
          aria-expanded=${open === 'change'}
          @click=${() => {
            this.failure = undefined;
            this.open = open === 'change' ? '' : 'change';
            if (this.open) this.focusNext = '[data-form="change"] input';
          }}
        >
          ${words.ui.change}
        </button>
      </div>
      ${this.renderFailure('lock')}
      ${
        open === 'change'
          ? html`<div class="drawer">
              <p class="notice warning">${words.ui.setUpWarning}</p>
              ${passphraseForm({
                at: 'change',
                words,
                labels: [words.ui.oldPassphrase, words.ui.newPassphrase, words.ui.again],
                isNew: true,
                rule: this.say('rule', { min }),
                button: words.ui.change,
                busyButton: words.ui.changing,
                isBusy: this.busy === 'change',
                failure: this.renderFailure('change', 'change-failure'),
                beside: html`<button type="button" @click=${() => this.#close('#change')}>
                  ${words.ui.close}
                </button>`,
                submit: (values) => this.#change(values),
              })}
            </div>`
          : nothing
      }`;
  }

  #renderWipe(): TemplateResult {
    const { words, open } = this;
    if (open !== 'wipe')
      return html`<p class="end">
        <button id="wipe" type="button" class="link danger" @click=${this.#askWipe}>
          ${words.ui.wipeTitle}
        </button>
      </p>`;
    return html`<form class="drawer danger" data-form="wipe" novalidate @submit=${this.#wipe}>
      <h4>${words.ui.wipeTitle}</h4>
      <p id="wipe-count">${this.#unsentWords()}</p>
      <label
        ><span>${this.say('wipeAsk', { word: words.ui.wipeWord })}</span
        ><input
          id="word"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          aria-describedby="wipe-count"
      /></label>
      ${this.renderFailure('wipe')}
      <div class="actions">
        <button class="danger" aria-disabled=${this.busy === 'wipe' || nothing}>
          ${this.busy === 'wipe' ? words.ui.wiping : words.ui.wipe}
        </button>
        <button type="button" @click=${() => this.#close('#wipe')}>${words.ui.keep}</button>
      </div>
    </form>`;
  }

  #unsentWords(): string {
    const { unsent } = this;
    if (!unsent) return this.words.ui.wipeUnknown;
    const { waiting, attention, consents, unsaved = 0 } = unsent;
    const all = waiting + attention;
    const drafts = unsent.drafts + unsaved;
    const answers = (consents?.waiting ?? 0) + (consents?.attention ?? 0);
    const what = writesWords(this.words, all, answers);
    return all || drafts ? this.say('wipeCount', { what, drafts }) : this.words.ui.wipeNone;
  }
}
