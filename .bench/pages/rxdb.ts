import { createRxDatabase } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { HealthRecord } from '../../src/schema/index.ts';
import { captures, idOf, timed } from './captures.ts';

interface Doc {
  readonly id: string;
  readonly state: string;
  readonly order: number;
  readonly record: HealthRecord;
}

/** The same records with RxDB over Dexie: plain text, no list of all rows, no index but the key. */
export async function write(name: string, count: number): Promise<{ one: number; bulk: number }> {
  const db = await createRxDatabase({ name, storage: getRxStorageDexie() });
  const { records } = await db.addCollections({
    records: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: {
          id: { type: 'string', maxLength: 40 },
          state: { type: 'string' },
          order: { type: 'number' },
          record: { type: 'object' },
        },
        required: ['id', 'state', 'order', 'record'],
      },
    },
  });
  const docs: Doc[] = captures(2 * count).map((record, number) => ({
    id: idOf(number),
    state: 'waiting',
    order: number,
    record,
  }));
  const one = await timed(async () => {
    for (const doc of docs.slice(0, count)) await records!.insert(doc);
  });
  const bulk = await timed(() => records!.bulkInsert(docs.slice(count)));
  const found = await records!.count().exec();
  if (found !== 2 * count) throw new Error(`${found} of ${2 * count} records`);
  await db.remove();
  return { one, bulk };
}
