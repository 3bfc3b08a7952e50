/** A central record API that really runs, in a browser too. Databases and the HTTP server stand in `node.ts`. */
export { roles, verifyDemoToken } from './access.ts';
export type { Caller, Ground, Role } from './access.ts';
export { createSandbox } from './app.ts';
export type { Sandbox, SandboxOptions } from './app.ts';
export type { Check, CountersignKey } from './context.ts';
export { ConnectionDropped, faultKinds, randomFaults } from './faults.ts';
export type { FaultKind, Faults, RandomFaultsOptions } from './faults.ts';
export { createMemoryStore } from './memory-store.ts';
export { createSqlStore } from './sql-store.ts';
export type { Query, SqlDriver } from './sql-store.ts';
export type { ExpectedPerson, Store, StoreTransaction } from './store.ts';
