import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../../docs/examples/server.ts';
import { createClient } from '../../src/client/index.ts';
import { verifyEvents } from '../../src/consent/index.ts';
import type { StoredConsent } from '../../src/schema/index.ts';
import { takeConsent } from '../capture/consent.ts';
import { openBrowser, watch } from './page.ts';

const hisHost = 'his.local';

test('consent is taken, sealed and kept the same at an address without https', async () => {
  const browser = await openBrowser([`--host-resolver-rules=MAP ${hisHost} 127.0.0.1`]);
  const server = await startServer({ database: 'memory' });
  try {
    const client = createClient({ baseUrl: `${server.url}/central`, token: server.token() });
    const { pid } = await client.records.create({
      schemaVersion: 1,
      capturedOn: '2026-11-18',
      administrative: {
        fullName: 'Lò Văn Ví Dụ',
        sex: 'male',
        birthDate: '2017-03-12',
        currentAddress: {
          commune: { code: '04108', text: 'Xã Chiềng Sung' },
          province: { code: '14', text: 'Tỉnh Sơn La' },
        },
        identifiers: { personal: { kind: 'citizenId', number: '014217990118' } },
      },
    });
    const page = await browser.newPage();
    const { faults } = await watch(page);
    const paper = {
      A: { 'Họ tên người chăm sóc chính (NCSC)': 'Quàng Thị Ví Dụ', 'Mối quan hệ': 'Bà ngoại' },
      B: { B8: 'Không biết chữ, lăn tay.' },
    };
    await takeConsent(page, server.url.replace('127.0.0.1', hisHost), pid, { paper });
    assert.equal(await page.evaluate(() => `${isSecureContext} ${typeof crypto.subtle}`), 'false undefined');
    const stored: StoredConsent[] = [];
    for await (const one of client.consents.list(pid)) stored.push(one);
    assert.deepEqual(
      stored.map(({ event }) => `${event.decidedBy[0]?.role} ${event.signatures?.[0]?.form}`),
      ['representative fingerprint', 'child button'],
    );
    assert.deepEqual(verifyEvents(stored), []);
    assert.deepEqual(faults, []);
  } finally {
    await server.stop();
    await browser.close();
  }
});
