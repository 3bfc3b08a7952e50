import PouchDB from 'pouchdb-browser';
import { captures, idOf, timed } from './captures.ts';

/** The same records with PouchDB: plain text, no list of all rows. */
export async function write(name: string, count: number): Promise<{ one: number; bulk: number }> {
  const db = new PouchDB(name);
  await db.info();
  const docs = captures(2 * count).map((record, number) => ({
    _id: idOf(number),
    state: 'waiting',
    order: number,
    record,
  }));
  const one = await timed(async () => {
    for (const doc of docs.slice(0, count)) await db.put(doc);
  });
  const bulk = await timed(() => db.bulkDocs(docs.slice(count)));
  const { doc_count } = await db.info();
  if (doc_count !== 2 * count) throw new Error(`${doc_count} of ${2 * count} records`);
  await db.destroy();
  return { one, bulk };
}
