import { getPublicKey, hashes } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { CheckpointRequest, Pid, StoreId, endpoints } from '../client/index.ts';
import type { Endpoint, EndpointName, PublicKey } from '../client/index.ts';
import { defaultPurposes } from '../consent/index.ts';
import type { AgePolicy, Purpose } from '../consent/index.ts';
import { schemaVersion } from '../schema/index.ts';
import { check } from '../validation/index.ts';
import { demandRole, staffRoles } from './access.ts';
import type { Caller } from './access.ts';
import { conform, fingerprint } from './body.ts';
import * as consents from './consents.ts';
import type { Call, Check, ConsentServices, CountersignKey, Outcome, Services } from './context.ts';
import * as emergencies from './emergencies.ts';
import { expectPeople, loadCoverage, loadRoster, lookupPersons } from './people.ts';
import { Refusal } from './problem.ts';
import * as records from './records.ts';
import type { ExpectedPerson, Store, StoreTransaction } from './store.ts';

/** What the calls are made over. */
export interface ServiceOptions {
  readonly store: Store;
  /** Judges every record that is written. Default: `check` of the room `validation`. */
  readonly check?: Check;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Makes ids that cannot be guessed. */
  readonly newId?: () => string;
  /** Milliseconds an emergency access lasts. Default four hours: a short while, but not shorter than a bad night. */
  readonly emergencyMs?: number;
  /** What data may be used for, and on which basis. Default `defaultPurposes` of the room `consent`. */
  readonly purposes?: readonly Purpose[];
  /** Who decides at which age. Default `agePolicies` of the room `consent`. */
  readonly policies?: readonly AgePolicy[];
  /** Countersigns consent events. Default: a random key for this run; those of earlier runs stay known to the store. */
  readonly countersignKey?: CountersignKey;
}

type Handler = (call: Call) => Promise<Outcome>;

async function checkpoint({ tx, caller, scope, storeId, body }: Call): Promise<Outcome> {
  demandRole(caller, ...staffRoles);
  const { revision } = conform(CheckpointRequest, body);
  return { data: { highest: (await tx.checkpoint(scope, storeId!, revision)) ?? null } };
}

/** The key that countersigns now, and those that ever did. */
async function keysOf(tx: StoreTransaction, { consent }: Services): Promise<PublicKey[]> {
  const own = { key: consent.key.id, algorithm: 'Ed25519' as const, publicKey: consent.publicKey };
  return [own, ...(await tx.keys()).filter(({ key }) => key !== own.key)];
}

const handlers: Record<Exclude<EndpointName, 'batch.send'>, Handler> = {
  'record.load': records.loadRecord,
  'record.create': records.createRecord,
  'record.patch': records.patchRecord,
  'record.versions': records.loadVersions,
  'record.version': records.loadVersion,
  'examination.append': records.appendExamination,
  'immunization.append': records.appendImmunization,
  'screening.append': records.appendScreening,
  'consent.append': consents.appendConsent,
  'consent.list': consents.loadConsents,
  'emergency.open': emergencies.openEmergency,
  'emergency.close': emergencies.closeEmergency,
  'emergency.review': emergencies.reviewEmergency,
  'emergency.list': emergencies.loadEmergencies,
  'accessLog.load': records.loadAccessLog,
  'person.lookup': lookupPersons,
  'roster.load': loadRoster,
  'coverage.load': loadCoverage,
  'store.checkpoint': checkpoint,
  'metadata.load': async ({ tx, services, now }) => ({
    data: {
      api: 'v1',
      schemaVersions: [schemaVersion],
      abilities: services.abilities,
      limits: services.limits,
      keys: await keysOf(tx, services),
      time: now,
    },
  }),
};

function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  return Array.from(bytes, (byte) => (byte % 32).toString(32)).join('');
}

function keyPair(given: CountersignKey | undefined): Pick<ConsentServices, 'key' | 'publicKey'> {
  const secretKey = given?.secretKey ?? bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
  // Works on plain http too, where there is no crypto.subtle.
  hashes.sha512 = sha512;
  const publicKey = bytesToHex(getPublicKey(hexToBytes(secretKey)));
  return { key: { id: given?.id ?? `demo-${publicKey.slice(0, 16)}`, secretKey }, publicKey };
}

/** Refusals that the person should see: somebody wanted what they may not, or sent what is not right. */
const isTold = (code: string): boolean => /^(access|consent|emergency)\.|^record\.notFound$/.test(code);

/** What is asked of the service, from a request of its own or from a line of a batch. */
export interface Order {
  readonly name: Exclude<EndpointName, 'batch.send'>;
  readonly caller: Caller;
  readonly pid: string;
  readonly version: string;
  readonly storeId?: string;
  readonly emergencyId?: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
  readonly key: string | undefined;
}

/** The calls of the API without HTTP. */
export function createService({ store, ...options }: ServiceOptions) {
  const services: Services = {
    check: options.check ?? check,
    now: options.now ?? (() => Date.now()),
    newId: options.newId ?? randomId,
    emergencyMs: options.emergencyMs ?? 4 * 3_600_000,
    consent: {
      purposes: options.purposes ?? defaultPurposes,
      policies: options.policies,
      ...keyPair(options.countersignKey),
    },
    abilities: Object.keys(endpoints) as EndpointName[],
    limits: { bodyBytes: 2_000_000, batchLines: 200, batchBytes: 1_000_000 },
  };

  /** Does one call in one transaction; a write is done once, however often its key comes. */
  async function perform(order: Order): Promise<Outcome & { status: number; replayed?: boolean }> {
    const endpoint: Endpoint = endpoints[order.name];
    const { name, caller, key, ifMatch } = order;
    if (endpoint.path.includes('{pid}') && !Pid.safeParse(order.pid).success)
      throw new Refusal('record.notFound');
    if (endpoint.path.includes('{storeId}') && !StoreId.safeParse(order.storeId).success)
      throw new Refusal('store.invalid');
    if (endpoint.keyed && !/^[\x21-\x7e]{8,128}$/.test(key ?? ''))
      throw new Refusal('idempotencyKey.required');
    if (endpoint.ifMatch && !ifMatch) throw new Refusal('ifMatch.required');
    const { status } = endpoint;
    // Encoded, so that no two callers share a scope whatever signs their names hold.
    const scope = [caller.facility, caller.user].map(encodeURIComponent).join('/');
    const now = new Date(services.now()).toISOString();
    const done = store.transaction(async (tx) => {
      if (endpoint.keyed) {
        // Only what the call goes by: a line of a batch and a request of its own may differ in the rest.
        const pid = endpoint.path.includes('{pid}') ? order.pid : '';
        const version = endpoint.ifMatch ? ifMatch : '';
        const parts = [name, pid, version, order.body, ...(order.emergencyId ? [order.emergencyId] : [])];
        const hash = fingerprint(JSON.stringify(parts));
        const kept = await tx.claim(scope, key!, hash);
        if (kept && kept.hash !== hash) throw new Refusal('idempotencyKey.reused');
        if (kept) return { status: kept.status, data: kept.data, replayed: true };
      }
      const outcome = await handlers[name]({ ...order, tx, services, scope, now });
      if (endpoint.keyed) await tx.keep(scope, key!, status, outcome.data);
      return { ...outcome, status };
    });
    return done.catch(async (error: unknown) => {
      if (error instanceof Refusal && isTold(error.code) && order.pid) {
        const { user, role, facility } = caller;
        const entry = { at: now, user, role, facility, action: name, ground: 'refused', reason: error.code };
        await store.transaction(async (tx) => {
          if (await tx.load(order.pid)) await tx.log(order.pid, entry);
        });
      }
      throw error;
    });
  }

  return {
    perform,
    limits: services.limits,
    expect: (facility: string, people: readonly ExpectedPerson[]): Promise<void> =>
      store.transaction((tx) => expectPeople(tx, services, facility, people)),
  };
}
