import { ContextConsumer } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import { sessionContext } from './context.ts';
import type { Session } from './context.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** The session around an element, as `value`; `changed` is called with it and with each one that takes its place. */
export class SessionAround extends ContextConsumer<typeof sessionContext, Host> {
  constructor(host: Host, changed: (session: Session) => void) {
    super(host, { context: sessionContext, subscribe: true, callback: changed });
  }

  override hostConnected(): void {
    super.hostConnected();
    // A session that is defined only later is asked again.
    if (this.host.closest('hssk-session:not(:defined)'))
      void customElements.whenDefined('hssk-session').then(() => super.hostConnected());
  }
}
