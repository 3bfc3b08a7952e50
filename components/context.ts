import { createContext } from '@lit/context';
import type {
  Carrier,
  Consents,
  Emergencies,
  Lists,
  PeopleSearch,
  RecordStore,
  Rosters,
  Sync,
  Vault,
} from '../src/client/index.ts';
import type { ConsentSettings } from '../src/consent/index.ts';

/** What a session offers to the elements inside it; a missing one hides its function. */
export interface Session {
  readonly records?: RecordStore | undefined;
  /** Who captures here, and where: it is written into each new record that does not say so itself. */
  readonly user?: string | undefined;
  readonly facility?: string | undefined;
  readonly people?: PeopleSearch | undefined;
  /** Who is expected, by the server's own lists, and how far one has got. */
  readonly rosters?: Rosters | undefined;
  /** Lists that stand on this device. */
  readonly lists?: Lists | undefined;
  /** Consent events of a person. */
  readonly consents?: Consents | undefined;
  /** What the facility says of itself: with it forms tell and ask what is missing. */
  readonly consent?: ConsentSettings | undefined;
  /** Opens a record in an emergency; needs the server. */
  readonly emergencies?: Emergencies | undefined;
  /** The sealed store of this device. */
  readonly vault?: Vault | undefined;
  /** The queue of what waits to be sent. */
  readonly sync?: Sync | undefined;
  /** Takes records along to where there is no network. */
  readonly carrier?: Carrier | undefined;
  /** The draft that a person chose from a list; the form that opens it marks it as taken. */
  readonly draft?: { readonly id: string; taken: boolean } | undefined;
  /** Opens a draft of this device in the form. */
  readonly openDraft?: ((id: string) => void) | undefined;
  /** Resolves when a session that still loads its client has it (or has failed to). */
  readonly ready?: Promise<unknown> | undefined;
}

/** Key of the session; the same symbol in every copy of this major, so that two copies on a page understand each other. */
export const sessionContext = /* @__PURE__ */ createContext<Session>(
  /* @__PURE__ */ Symbol.for('hssk/session@1'),
);
