import { SessionAround } from '../session-around.ts';
import type { Link } from './link.ts';
import type { RecordForm } from './record-form.ts';

/** A form's way to the session around it. */
export interface SessionLink {
  /** Loads the part that works with a session. */
  load(): Promise<{ readonly Link: typeof Link }>;
  /** That part, if there is a session. Rejects where it cannot be loaded; the next call tries again. */
  meet(): Promise<Link | undefined>;
  /** Opens the record of the form's `pid`. */
  open(): void;
}

/** Makes the way of a form to its session. What works with a session is loaded as soon as there is one. */
export function linkToSession(form: RecordForm): SessionLink {
  let loading: Promise<Link> | undefined;
  const link: SessionLink = {
    load: () => import('./link.ts'),
    async meet() {
      const { value } = session;
      if (!value) return undefined;
      try {
        const met = await (loading ??= link.load().then(({ Link }) => new Link(form)));
        if (value === session.value && form.isConnected) met.meet(value);
        return met;
      } catch (error) {
        loading = undefined;
        throw error;
      }
    },
    open() {
      link.meet().then(
        (met) => met?.load(),
        () => form.pid && (form.saveState = 'notLoaded'),
      );
    },
  };
  const session = new SessionAround(form, () => link.open());
  form.addController({
    hostDisconnected() {
      loading?.then(
        (met) => met.stop(),
        () => {},
      );
    },
  });
  return link;
}
