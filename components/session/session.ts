import { ContextProvider } from '@lit/context';
import { css, html } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Client, ClientOptions } from '../../src/client/index.ts';
import { sessionContext } from '../context.ts';
import type { Session } from '../context.ts';
import { HsskElement } from '../element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-session': SessionElement;
  }
}

/**
 * Offers records and people to the elements inside it. With `base-url` and `token` it loads the client by itself;
 * a host with ports of its own sets `session`. It draws nothing.
 *
 * @tag hssk-session
 */
export class SessionElement extends HsskElement {
  static override tag = 'hssk-session';
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    locale: {},
    token: { attribute: false },
    client: { attribute: false },
    session: { attribute: false },
  };
  static override styles: CSSResultGroup = css`
    :host {
      display: contents;
    }
  `;

  /** Address of the central record API without `/v1`. Nothing is called while it is empty. */
  baseUrl = '';
  /** Language of the server's answers. */
  locale: 'vi' | 'en' = 'vi';
  /** Bearer token, or a function that gives the present one (asked again after a refusal). */
  token: ClientOptions['token'] | undefined;
  /** A client made by the host (interceptors, own fetch). */
  client: Client | undefined;
  /** Ports made by the host; they win over everything else. */
  session: Session | undefined;

  readonly #provider = new ContextProvider(this, { context: sessionContext, initialValue: {} });

  override willUpdate(changed: PropertyValues): void {
    if (
      changed.has('session') ||
      changed.has('client') ||
      changed.has('baseUrl') ||
      changed.has('token') ||
      changed.has('locale')
    ) {
      const ready = this.#connect().catch(() => {});
      if (!this.session) this.#provider.setValue({ ...this.#provider.value, ready });
    }
  }

  async #connect(): Promise<void> {
    const { session, baseUrl, token, locale } = this;
    if (session) {
      this.#provider.setValue(session);
      return;
    }
    if (!this.client && !(baseUrl && token)) return;
    const { createClient, createRecordStore } = await import('../../src/client/index.ts');
    if (baseUrl !== this.baseUrl || token !== this.token || this.session) return;
    const client = this.client ?? createClient({ baseUrl, locale, token: token! });
    const { records, people } = createRecordStore({ client });
    this.#provider.setValue({ records, people });
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
