import { ContextProvider } from '@lit/context';
import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Client, ClientOptions } from '../../src/client/index.ts';
import type { ConsentSettings } from '../../src/consent/index.ts';
import type { Outbox } from '../../src/outbox/index.ts';
import { sessionContext } from '../context.ts';
import type { Session } from '../context.ts';
import { HsskElement } from '../element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-session': SessionElement;
  }
}

const touchEveryMs = 5_000;

/**
 * Offers records and people to the elements inside it. With `base-url` and `token` it loads the client by itself; with
 * `offline`, `user` and `facility` also the sealed store of this device, so that everything goes on without a network.
 * A host with ports of its own sets `session`. It draws nothing but the passphrase of a store that is locked.
 *
 * @tag hssk-session
 */
export class SessionElement extends HsskElement {
  static override tag = 'hssk-session';
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    locale: {},
    offline: { type: Boolean },
    user: {},
    facility: {},
    token: { attribute: false },
    vaultKey: { attribute: false },
    client: { attribute: false },
    outbox: { attribute: false },
    consent: { attribute: false },
    session: { attribute: false },
  };
  static override styles: CSSResultGroup = css`
    :host {
      display: contents;
    }
    [hidden] {
      display: none;
    }
  `;

  /** Address of the central record API without `/v1`. Nothing is called while it is empty. */
  baseUrl = '';
  /** Language of the server's answers, and of the passphrase form. */
  locale: 'vi' | 'en' = 'vi';
  /** Keeps drafts and what is sent in a sealed store of this device. Needs `user` and `facility`, and https. */
  offline = false;
  /**
   * Who works here, and where: each has a store of their own, and stands in the records that are captured here. Any text
   * that names them for good.
   */
  user = '';
  facility = '';
  /** Bearer token, or a function that gives the present one (asked again after a refusal). */
  token: ClientOptions['token'] | undefined;
  /** A non-extractable AES-256-GCM key of the host that opens the store instead of a passphrase. */
  vaultKey: CryptoKey | undefined;
  /** A client made by the host (interceptors, own fetch). */
  client: Client | undefined;
  /** An outbox made by the host (`openOutbox`), which also closes it. */
  outbox: Outbox | undefined;
  /** Controller, processors, purposes, notices of the facility: with them forms tell people and ask what is missing. */
  consent: ConsentSettings | undefined;
  /** Ports made by the host; they win over everything else. */
  session: Session | undefined;

  readonly #provider = new ContextProvider(this, { context: sessionContext, initialValue: {} });
  #opened: Outbox | undefined;
  #own: Outbox | undefined;
  #stopWatching: (() => void) | undefined;
  #connection = 0;
  #touchedAt = 0;

  override willUpdate(changed: PropertyValues): void {
    const isOther = [
      'session',
      'client',
      'outbox',
      'baseUrl',
      'locale',
      'offline',
      'user',
      'facility',
      'vaultKey',
    ].some((name) => changed.has(name));
    // A new token is asked for by itself; the first one makes a connection.
    if (isOther || (changed.has('token') && !changed.get('token'))) {
      const ready = this.#connect().catch(() => {});
      const { user, facility } = this;
      if (!this.session) this.#provider.setValue({ ...this.#provider.value, user, facility, ready });
    } else if (changed.has('token')) void this.#opened?.loggedIn();
    if (changed.has('consent') && !this.session)
      this.#provider.setValue({ ...this.#provider.value, consent: this.consent });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ['pointerdown', 'keydown'])
      this.addEventListener(type, this.#touch, { capture: true });
    if (this.hasUpdated && !this.session) void this.#connect().catch(() => {});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of ['pointerdown', 'keydown'])
      this.removeEventListener(type, this.#touch, { capture: true });
    // An element that is only moved is back in the same task.
    queueMicrotask(() => {
      if (!this.isConnected) void this.#leave();
    });
  }

  readonly #touch = ({ timeStamp }: Event): void => {
    if (timeStamp - this.#touchedAt < touchEveryMs) return;
    this.#touchedAt = timeStamp;
    this.#opened?.vault.touch();
  };

  /** Lets go of the outbox in use; one of its own is closed, which locks the store. */
  async #leave(): Promise<void> {
    this.#connection++;
    this.#stopWatching?.();
    this.#opened = undefined;
    const own = this.#own;
    this.#own = undefined;
    await own?.close();
  }

  async #connect(): Promise<void> {
    await this.#leave();
    const turn = this.#connection;
    const isCurrent = (): boolean => turn === this.#connection && this.isConnected;
    const { session, baseUrl, locale, user, facility } = this;
    if (session) {
      this.#provider.setValue(session);
      return;
    }
    if (!this.client && !(baseUrl && this.token)) return;
    const [{ createClient }, { createRecordStore }] = await Promise.all([
      import('../../src/client/index.ts'),
      import('../../src/outbox/record-store.ts'),
    ]);
    if (!isCurrent()) return;
    const ask: ClientOptions['token'] = (options) =>
      typeof this.token === 'function' ? this.token(options) : (this.token ?? '');
    const client = this.client ?? createClient({ baseUrl, locale, token: ask });
    let { outbox } = this;
    if (!outbox && this.offline && user && facility) {
      const { openOutbox } = await import('../../src/outbox/index.ts');
      const own = await openOutbox({ client, user, facility, scope: baseUrl });
      if (!isCurrent()) return own.close();
      this.#own = outbox = own;
      await this.#useKey(own);
    }
    const offer = (): void => {
      const { vault, sync } = outbox ?? {};
      const openDraft = (id: string): void =>
        this.#provider.setValue({ ...this.#provider.value, draft: { id, taken: false } });
      const ports = createRecordStore({ client, outbox });
      const { consent } = this;
      // Of a store that is locked no name may stay on screen.
      const lists = vault?.state === 'open' ? ports.lists : undefined;
      this.#provider.setValue({ ...ports, lists, user, facility, consent, vault, sync, openDraft });
      this.requestUpdate();
    };
    this.#opened = outbox;
    if (outbox) {
      const { VaultPanel } = await import('../sync/index.ts');
      VaultPanel.define();
      if (!isCurrent()) return;
      this.#stopWatching = outbox.vault.watch(offer);
    }
    offer();
  }

  async #useKey({ vault }: Outbox): Promise<void> {
    const key = this.vaultKey;
    if (key && vault.state === 'empty') await vault.setUpWithKey(key);
    else if (key && vault.state === 'locked') await vault.unlockWithKey(key);
  }

  override render(): TemplateResult {
    const { state } = this.#opened?.vault ?? {};
    const isClosed = state === 'locked' || state === 'empty';
    return html`${
        isClosed || state === 'unusable'
          ? html`<hssk-vault-panel locale=${this.locale} .vault=${this.#opened!.vault}></hssk-vault-panel>`
          : nothing
      } <slot ?hidden=${isClosed}></slot>`;
  }
}
