/** As much of PouchDB, which comes without types, as is measured. */
declare module 'pouchdb-browser' {
  class PouchDB {
    constructor(name: string);
    put(doc: object): Promise<unknown>;
    bulkDocs(docs: readonly object[]): Promise<unknown>;
    info(): Promise<{ readonly doc_count: number }>;
    destroy(): Promise<void>;
  }
  export default PouchDB;
}
