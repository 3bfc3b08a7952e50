import type { Entry } from './entry.ts';
import type { Queue } from './queue.ts';
import type { RowStore } from './rows.ts';

/** Waits a little for the answer to one entry; gives how far it has got, `undefined` where nobody can tell now. */
export async function answerTo(
  id: string,
  {
    queue,
    rows,
    ran,
    answerMs,
  }: {
    readonly queue: Queue;
    readonly rows: RowStore;
    /** The run that was begun for it: once it is over there is nothing more to wait for. */
    readonly ran: Promise<void>;
    readonly answerMs: number;
  },
): Promise<Entry | undefined> {
  const read = (): Promise<Entry | undefined> => queue.get(id).catch(() => undefined);
  let stop = (): void => {};
  let late: ReturnType<typeof setTimeout> | undefined;
  const decided = new Promise<void>((resolve) => {
    const look = async (): Promise<void> => {
      const entry = await read();
      if (entry?.state !== 'waiting' && entry?.state !== 'sending') resolve();
    };
    stop = rows.watch(() => void look());
    late = setTimeout(resolve, answerMs);
    void look();
  });
  await Promise.race([decided, ran]);
  stop();
  clearTimeout(late);
  return read();
}
