import { openDB, deleteDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { digest } from './crypto.ts';
import type { Header, Sealed } from './crypto.ts';
import { OutboxError } from './errors.ts';
import type { OutboxErrorCode } from './errors.ts';

/**
 * A row as it lies in the database. What is not set is '' or -1: an index passes over rows with a missing part, and
 * such a row would be found by nobody.
 */
export interface StoredRow extends Sealed {
  /** Keyed hash of kind and id. */
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  /** Keyed hash, or ''. */
  readonly group: string;
  readonly order: number;
  /** Revision of the store at which it was written. */
  readonly v: number;
}

/** A part of the list of all rows. */
export interface StoredBucket extends Sealed {
  readonly v: number;
}

/** The head of the list of all rows. */
export interface StoredTop extends Sealed {
  readonly rev: number;
}

export interface Schema extends DBSchema {
  header: { key: 'header'; value: Header };
  manifest: { key: 'top'; value: StoredTop };
  buckets: { key: number; value: StoredBucket };
  rows: {
    key: string;
    value: StoredRow;
    indexes: {
      byState: [string, string, number];
      byGroup: [string, string, number];
      byOrder: [string, number];
    };
  };
}

type StoreName = 'header' | 'manifest' | 'buckets' | 'rows';
const storeNames: StoreName[] = ['header', 'manifest', 'buckets', 'rows'];
export type Reading = IDBPTransaction<Schema, StoreName[]>;
export type Writing = IDBPTransaction<Schema, StoreName[], 'readwrite'>;

/** The database of one store. Everything rejects with `OutboxError`; errors of `work` itself come through. */
export interface Database {
  readonly name: string;
  /** Whether there is one. Rejects with `vault.lost` where there was one before. */
  exists(): Promise<boolean>;
  /** Makes it, if there is none. */
  create(): Promise<void>;
  /** `work` may wait for nothing but the transaction. It may run twice. */
  read<T>(work: (transaction: Reading) => Promise<T>): Promise<T>;
  /** Written to the disk as a whole, or not at all. `work` may run twice. */
  write<T>(work: (transaction: Writing) => Promise<T>): Promise<T>;
  /** Deletes it, other tabs or not. */
  wipe(): Promise<void>;
  close(): void;
}

const version = 2;

/** Says nothing of the user or the facility. */
export async function databaseName(user: string, facility: string, scope: string): Promise<string> {
  return `hssk-${await digest(user, facility, scope)}`;
}

// Each step makes what its version had, so that a store of any age comes to the same shape; all of it or nothing.
function upgrade(db: IDBPDatabase<Schema>, from: number, transaction: UpgradeTransaction): void {
  if (from < 1) {
    db.createObjectStore('header');
    db.createObjectStore('manifest');
    db.createObjectStore('buckets');
    const rows = db.createObjectStore('rows', { keyPath: 'key' });
    rows.createIndex('byState', ['kind', 'state', 'order']);
    rows.createIndex('byOrder', ['kind', 'order']);
  }
  if (from < 2) transaction.objectStore('rows').createIndex('byGroup', ['kind', 'group', 'order']);
}

type UpgradeTransaction = IDBPTransaction<Schema, StoreName[], 'versionchange'>;

const nameOf = (error: unknown): string => (error instanceof DOMException ? error.name : '');

/** What the browser throws at work on a connection that it closed itself. */
const isClosed = (error: unknown): boolean =>
  ['InvalidStateError', 'AbortError', 'UnknownError'].includes(nameOf(error));

const codes: { readonly [name: string]: OutboxErrorCode } = {
  QuotaExceededError: 'vault.full',
  VersionError: 'vault.newer',
  NotFoundError: 'vault.damaged',
};

function named(error: unknown): unknown {
  const name = nameOf(error);
  return name ? new OutboxError(codes[name] ?? 'vault.unavailable', error) : error;
}

const ignore = () => {};

/** A request whose failure the transaction tells. */
export function unheard(request: Promise<unknown>): void {
  request.catch(ignore);
}

async function readIn<T>(db: IDBPDatabase<Schema>, work: (transaction: Reading) => Promise<T>): Promise<T> {
  const transaction = db.transaction(storeNames);
  unheard(transaction.done);
  return work(transaction);
}

async function writeIn<T>(db: IDBPDatabase<Schema>, work: (transaction: Writing) => Promise<T>): Promise<T> {
  const transaction = db.transaction(storeNames, 'readwrite', { durability: 'strict' });
  unheard(transaction.done);
  let result: T;
  try {
    result = await work(transaction);
  } catch (error) {
    // A request that could not even be made leaves the ones before it standing: they must not be written alone.
    try {
      transaction.abort();
    } catch {
      // It has been aborted already, and `transaction.error` says why.
    }
    throw nameOf(error) === 'AbortError' ? (transaction.error ?? error) : error;
  }
  await transaction.done;
  return result;
}

export function createDatabase(name: string): Database {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  let wasThere = false;

  async function open(mayCreate: boolean): Promise<IDBPDatabase<Schema>> {
    // Absent, undefined or null, as browsers do it that refuse storage.
    if (!globalThis.indexedDB) throw new OutboxError('vault.unavailable');
    let isMissing = false;
    let failure: unknown;
    try {
      const db = await openDB<Schema>(name, version, {
        upgrade(made, from, _to, transaction) {
          unheard(transaction.done);
          isMissing = from === 0 && !mayCreate;
          try {
            if (isMissing) transaction.abort();
            else upgrade(made, from, transaction);
          } catch (error) {
            failure = error;
            transaction.abort();
          }
        },
        // The other tab closes as soon as it hears of us; until then the browser lets us wait.
        blocked: ignore,
        blocking() {
          db.close();
          opened = undefined;
        },
        terminated() {
          opened = undefined;
        },
      });
      wasThere = true;
      return db;
    } catch (error) {
      if (isMissing) throw new OutboxError(wasThere ? 'vault.lost' : 'vault.empty');
      throw failure ?? error;
    }
  }

  function connection(mayCreate = false): Promise<IDBPDatabase<Schema>> {
    if (!opened) {
      const opening = open(mayCreate);
      opened = opening;
      opening.catch(() => {
        if (opened === opening) opened = undefined;
      });
    }
    return opened;
  }

  async function use<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>, mayCreate = false): Promise<T> {
    try {
      try {
        return await work(await connection(mayCreate));
      } catch (error) {
        if (!isClosed(error)) throw error;
        close();
        return await work(await connection(mayCreate));
      }
    } catch (error) {
      throw named(error);
    }
  }

  function close(): void {
    opened?.then((db) => db.close(), ignore);
    opened = undefined;
  }

  return {
    name,
    close,
    create: () => use(async () => {}, true),
    read: (work) => use((db) => readIn(db, work)),
    write: (work) => use((db) => writeIn(db, work)),
    async exists() {
      try {
        await use(async () => {});
        return true;
      } catch (error) {
        if (error instanceof OutboxError && error.code === 'vault.empty') return false;
        throw error;
      }
    },
    async wipe() {
      // First the content: a tab that is frozen can hold up the deletion, but not this.
      await use((db) =>
        writeIn(db, async (transaction) => {
          for (const store of storeNames) unheard(transaction.objectStore(store).clear());
        }),
      ).catch(ignore);
      close();
      try {
        await deleteDB(name, { blocked: ignore });
      } catch (error) {
        throw named(error);
      }
      wasThere = false;
    },
  };
}
