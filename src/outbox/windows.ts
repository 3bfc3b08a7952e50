import type { SyncStatus } from '../client/index.ts';

/** How far the sending window is; counts and times alone. */
export type SenderState = Pick<SyncStatus, 'reach' | 'activity' | 'nextTryAt' | 'progress'>;

/** What a person wants of the window that sends, wherever it is asked. */
export type Wish = 'send' | 'sendNow' | 'pause' | 'resume' | 'acknowledge' | 'loggedIn';

type Word =
  | { readonly kind: 'wish'; readonly wish: Wish; readonly ticket: string }
  | { readonly kind: 'ran'; readonly ticket: string }
  | { readonly kind: 'ask' }
  | { readonly kind: 'state'; readonly state: SenderState };

export interface WindowsOptions {
  readonly name: string;
  readonly isSending: () => boolean;
  readonly state: () => SenderState;
  /** Does what another window wishes, where this one sends; `pause` and `resume` hold for every window. */
  readonly fulfil: (wish: Wish) => Promise<void>;
  readonly changed: () => void;
}

/** What the windows of one store tell each other about sending. Nothing of anyone is among it. */
export function createWindows({ name, isSending, state, fulfil, changed }: WindowsOptions) {
  const channel = new BroadcastChannel(name);
  const open = new Map<string, () => void>();
  let heard: SenderState | undefined;
  let told = '';
  let isClosed = false;
  let count = 0;
  const own = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('');

  function post(word: Word): void {
    if (!isClosed) channel.postMessage(word);
  }

  async function answer(wish: Wish, ticket: string): Promise<void> {
    if (!isSending() && wish !== 'pause' && wish !== 'resume') return;
    try {
      await fulfil(wish);
    } finally {
      if (isSending()) post({ kind: 'ran', ticket });
    }
  }

  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.kind === 'wish') void answer(data.wish, data.ticket);
    else if (data.kind === 'ran') open.get(data.ticket)?.();
    else if (data.kind === 'state') {
      heard = data.state;
      changed();
    } else if (isSending()) post({ kind: 'state', state: state() });
  };
  post({ kind: 'ask' });

  return {
    /** What the window that sends has told last. */
    get heard() {
      return heard;
    },
    /** Tells the others how far this window is, where that has changed. */
    tell(): void {
      const next = JSON.stringify(state());
      if (next === told) return;
      told = next;
      post({ kind: 'state', state: state() });
    },
    /** Asks the window that sends. `done` resolves when it has; where there is none, never. */
    wish(wish: Wish): { readonly done: Promise<void>; readonly forget: () => void } {
      const ticket = `${own}-${++count}`;
      const forget = (): void => void open.delete(ticket);
      const done = new Promise<void>((resolve) =>
        open.set(ticket, () => {
          forget();
          resolve();
        }),
      );
      post({ kind: 'wish', wish, ticket });
      return { done, forget };
    },
    close(): void {
      isClosed = true;
      open.clear();
      channel.close();
    },
  };
}
