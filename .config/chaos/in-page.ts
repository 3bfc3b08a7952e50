/** Runs inside the page and works with what the page's own session offers, as an element of it would. */
import type { Session } from '../../components/context.ts';
import type { LoadedRecord, SyncStatus } from '../../src/client/index.ts';
import { decided } from '../../src/sandbox/test-consents.ts';
import { getAt, setAt } from '../../src/schema/index.ts';
import type { ConsentEvent, HealthRecord } from '../../src/schema/index.ts';

/** What the page tells while it lives; only what has been told counts as captured. */
export type Told =
  | {
      readonly what: 'writing';
      readonly n: number;
      readonly id: string;
      readonly record: HealthRecord;
      readonly path?: string;
      readonly seen?: unknown;
    }
  | { readonly what: 'safe'; readonly n: number; readonly id: string }
  | { readonly what: 'failed'; readonly n: number; readonly code: string }
  /** An event of consent is safe on the device. */
  | { readonly what: 'decided'; readonly n: number; readonly id: string }
  | {
      readonly what: 'deciding';
      readonly fullName: string;
      readonly choices: { readonly [path: string]: 'mine' | 'theirs' };
      readonly theirs: HealthRecord;
    };

type Tell = (told: Told) => Promise<void>;

/** The record on a screen of this page, to be written on. */
interface Screen {
  readonly id: string;
  readonly record: HealthRecord;
  readonly base: LoadedRecord | undefined;
}

/** An answer of the server that ends a submission and leaves the record in the queue for a person. */
const forPeople = ['record.changed', 'person.exists'];

export function createActor(tell: Tell) {
  let session: Session = {};
  const request = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
    context: Symbol.for('hssk/session@1'),
    subscribe: true,
    callback: (value: Session) => (session = value),
  });
  document.querySelector('hssk-record-form')!.dispatchEvent(request);
  const screens = new Map<number, Screen>();
  const busy = new Set<number>();
  /** New entries that have not been seen in the list yet. */
  const unlisted = new Map<string, number>();
  let isLooking = false;

  /** What stands in the list of what waits is as safe as what was answered. */
  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    while (unlisted.size) {
      const waiting = await session.sync!.items('waiting', 1_000).catch(() => []);
      const listed = new Set(waiting.map(({ id }) => id));
      for (const [id, n] of unlisted) {
        if (!listed.has(id)) continue;
        unlisted.delete(id);
        await tell({ what: 'safe', n, id });
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    isLooking = false;
  }

  async function submit(n: number, { id, record, base }: Screen, more: object = {}): Promise<void> {
    await tell({ what: 'writing', n, id, record, ...more });
    if (!base) unlisted.set(id, n);
    void look();
    screens.delete(n);
    try {
      const sent = await session.records!.submit(record, base, id);
      await tell({ what: 'safe', n, id });
      if (sent.state === 'queued') screens.set(n, { id, record, base: sent.base });
    } catch (error) {
      const { code = String(error) } = error as { readonly code?: string };
      await tell(forPeople.includes(code) ? { what: 'safe', n, id } : { what: 'failed', n, code });
    } finally {
      unlisted.delete(id);
    }
  }

  /** One thing at a time with each person's record: two would be two windows. */
  async function alone(n: number, work: () => Promise<void>): Promise<void> {
    if (busy.has(n)) return;
    busy.add(n);
    try {
      await work();
    } finally {
      busy.delete(n);
    }
  }

  const change = async (n: number, screen: Screen, path: string, text: string): Promise<void> => {
    const seen = getAt(screen.record, path);
    await submit(n, { ...screen, record: setAt(screen.record, path, text) }, { path, seen });
  };

  return {
    capture: (n: number, id: string, record: HealthRecord) =>
      void alone(n, () => submit(n, { id, record, base: undefined })),

    /** Goes on writing on what is still on screen, or opens the record and changes it. */
    edit: (n: number, id: string, pid: string | undefined, path: string, text: string, thinkMs: number) =>
      void alone(n, async () => {
        const screen = screens.get(n);
        const think = new Promise((resolve) => setTimeout(resolve, thinkMs));
        if (screen) return change(n, screen, path, text);
        const base = pid && (await session.records!.load(pid).catch(() => undefined));
        await think;
        if (base) await change(n, { id, record: base.record, base }, path, text);
      }),

    /** Somebody decides about a purpose, knowing what was decided before. */
    consent: (n: number, id: string, isYes: boolean) =>
      void alone(n, async () => {
        const target = { capture: `capture-${n}` };
        // Where it is not known what was decided before nobody is asked.
        const history = await session.consents!.list(target).catch(() => undefined);
        if (!history) return;
        const last = history.events.at(-1);
        const previous = last && 'head' in last ? (last.event as ConsentEvent) : last;
        const event = decided('research', isYes ? 'granted' : 'denied', { id }, previous);
        try {
          await session.consents!.append(target, event);
          await tell({ what: 'decided', n, id });
        } catch (error) {
          const { code = String(error) } = error as { readonly code?: string };
          await tell({ what: 'failed', n, code });
        }
      }),

    /** Decides what waits for a person; `chances` say for whom. */
    async decide(chances: readonly number[]): Promise<readonly string[]> {
      const odd: string[] = [];
      let at = 0;
      for (const item of await session.sync!.items('attention', 200)) {
        const conflict =
          item.state === 'conflict'
            ? await session.sync!.conflict(item.id).catch(() => undefined)
            : undefined;
        if (conflict?.kind !== 'record') {
          odd.push(`${item.state} ${item.problem?.code}`);
          continue;
        }
        const choices = Object.fromEntries(
          conflict.conflicts.map(({ path }) => [
            path,
            (chances[at++ % chances.length] ?? 0) < 0.5 ? 'mine' : 'theirs',
          ]),
        ) as { [path: string]: 'mine' | 'theirs' };
        const { fullName = '' } = conflict.mine.administrative;
        await tell({ what: 'deciding', fullName, choices, theirs: conflict.theirs.record });
        await session
          .sync!.decide(item.id, { kind: 'record', etag: conflict.theirs.etag, choices })
          .catch(() => {});
      }
      return odd;
    },

    /** Somebody presses "send now"; what waits for its time is due. */
    async hurry(): Promise<void> {
      session.sync!.resume();
      for (const { id, state } of await session.sync!.items('waiting', 500))
        if (state === 'retry') await session.sync!.retry(id).catch(() => {});
      await session.sync!.send();
    },

    async status(): Promise<SyncStatus & { vault: string; problem: string | undefined; busy: number }> {
      const { state = '', problem } = session.vault ?? {};
      return { ...(await session.sync!.status()), vault: state, problem, busy: busy.size };
    },

    /** How far each entry that is not sent has got; nothing of a person. */
    async stand(): Promise<string> {
      const { activity, reach, progress } = await session.sync!.status();
      const open = await session.sync!.items('waiting', 20);
      const entries = open.map(({ call, state, attempts, retryAt, problem }) => ({
        ...{ call, state, attempts, retryAt, problem: problem?.code },
      }));
      return JSON.stringify({ activity, reach, progress, entries });
    },

    drafts: async (): Promise<readonly string[]> =>
      ((await session.records!.drafts?.()) ?? []).map(({ id }) => id),

    /** Where an entry of the queue stands, by its id. */
    async entry(id: string): Promise<string | undefined> {
      for (const list of ['waiting', 'attention', 'done'] as const)
        for (const item of await session.sync!.items(list, 2_000)) if (item.id === id) return item.state;
      return undefined;
    },
  };
}

export type Actor = ReturnType<typeof createActor>;
