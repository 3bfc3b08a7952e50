import { createClient } from '../client/index.ts';
import type { Client } from '../client/index.ts';
import type { ConsentEvent, HealthRecord, StoredConsent } from '../schema/index.ts';
import { createSandbox } from './app.ts';
import { createMemoryStore } from './memory-store.ts';
import { decided, deed, disclosed } from './test-consents.ts';

const record: HealthRecord = {
  schemaVersion: 1,
  capturedOn: '2026-11-18',
  administrative: {
    fullName: 'Nguyễn Thị Mẫu',
    sex: 'female',
    birthDate: '1990-03-19',
    identifiers: { personal: { kind: 'citizenId', number: '001190990001' } },
    currentAddress: {
      commune: { code: '04108', text: 'Xã Chiềng Sung' },
      province: { code: '14', text: 'Tỉnh Sơn La' },
    },
  },
};

/** A server with one record, and the people who call it; its network can be cut. */
export async function world() {
  const sandbox = createSandbox({ store: createMemoryStore() });
  /** `losesAnswers` = what is sent arrives, and nobody hears of it. */
  const net = { isDown: false, losesAnswers: false };
  const client = (role: string, user: string, facility = 'clinic-990'): Client =>
    createClient({
      ...{ baseUrl: 'http://central.test', token: `demo:${role}:${facility}:${user}`, retry: false },
      fetch: async (request) => {
        if (net.isDown) throw new TypeError('down');
        const answer = await sandbox.fetch(request);
        if (net.losesAnswers) throw new TypeError('lost');
        return answer;
      },
    });
  const nurse = client('nurse', 'nurse1');
  const { pid } = await nurse.records.create(record);
  const stored = async (): Promise<StoredConsent[]> => {
    const found: StoredConsent[] = [];
    for await (const one of nurse.consents.list(pid)) found.push(one);
    return found;
  };
  return {
    net,
    pid,
    nurse,
    client,
    stored,
    async append(...events: ConsentEvent[]): Promise<void> {
      for (const event of events) await nurse.consents.append(pid, event);
    },
    citizen: () => client('citizen', pid, 'home'),
  };
}
export type World = Awaited<ReturnType<typeof world>>;

/** A history: told, two yes, one no, a request for a hospital. */
export function history(): ConsentEvent[] {
  const told = deed({ kind: 'notice', purpose: 'record', decision: 'informed', indication: 'Tôi đã hiểu' });
  const reminders = decided('reminders', 'granted', {}, told);
  const research = decided('research', 'granted', {}, reminders);
  const marketing = decided('marketing', 'denied', {}, research);
  const hospital = { id: 'hospital-990', name: 'Bệnh viện huyện Ví Dụ', type: 'hospital' };
  return [
    told,
    reminders,
    research,
    marketing,
    disclosed('hospital-990', { recipients: [hospital] }, marketing),
  ];
}
