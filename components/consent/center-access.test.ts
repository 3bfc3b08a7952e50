import { assert, expect, waitUntil } from '@open-wc/testing';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { createRecordStore } from '../../src/outbox/record-store.ts';
import { decided } from '../../src/sandbox/test-consents.ts';
import { history, world } from '../../src/sandbox/test-consent-world.ts';
import { begin, cardOf, centerOf, inside, open, pick, press, rootOf, stateOf } from './center-testing.ts';
import type { ConsentCenter } from './consent-center.ts';

const now = '2026-11-21T02:00:00Z';
const late = '2027-03-01T02:00:00Z';
const parts = ['disclosures', 'requests', 'history'];

const opened = async (given: Partial<ConsentCenter>): Promise<ConsentCenter> => {
  const { center } = await centerOf({ events: history(), now, ...given });
  for (const id of parts) await open(center, id);
  return center;
};

/** Every state that the centre can be in, each drawn anew. */
const states: Readonly<Record<string, (given: Partial<ConsentCenter>) => Promise<ConsentCenter>>> = {
  'what stands': opened,
  'nothing yet': (given) => opened({ ...given, events: [] }),
  'to withdraw': async (given) => {
    const center = await opened(given);
    await begin(center, 'reminders', 'withdraw');
    return center;
  },
  withdrawn: async (given) => {
    const center = await opened(given);
    await begin(center, 'reminders', 'withdraw');
    await press(center, '#yes');
    assert.equal(stateOf(center, 'reminders'), 'Đã rút lại');
    return center;
  },
  'who says it is missing': async (given) => {
    const birthDate = '2017-03-12';
    const yes = decided('reminders', 'granted', {
      subject: { birthDate, birthDateFrom: 'record' },
      decidedBy: [
        { role: 'representative', name: 'Quàng Thị Ví Dụ' },
        { role: 'child', name: 'Lò Văn Ví Dụ' },
      ],
    });
    const person = { name: 'Lò Văn Ví Dụ', birthDate, birthDateFrom: 'record' } as const;
    const center = await opened({ ...given, events: [yes], person });
    await begin(center, 'reminders', 'withdraw');
    await press(center, '#yes');
    assert.equal(inside(center, '#speaker').getAttribute('aria-invalid'), 'true');
    return center;
  },
  'to put on hold': async (given) => {
    const center = await opened(given);
    await begin(center, 'research', 'restrict');
    return center;
  },
  'a request with blanks': async (given) => {
    const center = await opened(given);
    await press(center, '#newRequest');
    await press(center, '#yes');
    assert.isNotNull(rootOf(center).querySelector('[aria-invalid=true]'));
    return center;
  },
  'a request to erase': async (given) => {
    const center = await opened(given);
    await press(center, '#newRequest');
    await pick(center, 'Xóa dữ liệu');
    return center;
  },
  'a new disclosure': async (given) => {
    const center = await opened(given);
    await press(center, '#newDisclosure');
    return center;
  },
  'an overdue request': (given) => opened({ ...given, now: late }),
  'the notice that was shown': async (given) => {
    const center = await opened(given);
    await press(center, cardOf(center, 'reminders').querySelector('[data-text] summary')!);
    return center;
  },
  'altered evidence': (given) =>
    opened({ ...given, events: history().map((event, at) => (at === 1 ? altered(event) : event)) }),
  'the prompt inside': async (given) => {
    const center = await opened({ ...given, events: [] });
    await press(center, cardOf(center, 'reminders').querySelector('[data-act]')!);
    await waitUntil(() =>
      rootOf(center).querySelector('hssk-consent-prompt')?.shadowRoot?.querySelector('#next'),
    );
    return center;
  },
};

const altered = (event: ConsentEvent): ConsentEvent => ({ ...event, indication: 'Không' });

for (const theme of ['light', 'dark'] as const)
  it(`is accessible in every state, ${theme}`, async () => {
    for (const [name, make] of Object.entries(states)) {
      const center = await make({ theme });
      try {
        await expect(center).to.be.accessible();
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
      }
      center.remove();
    }
  }).timeout(60_000);

it('is accessible in the dark where it could not read, could not send and must not tell who looked', async () => {
  const there = await world();
  await there.append(...history());
  there.net.isDown = true;
  const ports = { ...createRecordStore({ client: there.nurse }), user: 'nurse1', facility: 'clinic-990' };
  const { center } = await centerOf({ pid: there.pid, theme: 'dark' }, ports);
  await expect(center).to.be.accessible();
  there.net.isDown = false;
  await press(center, '#again');
  await waitUntil(() => rootOf(center).querySelector('[data-item]'));
  await open(center, 'access');
  await press(center, '#more');
  await waitUntil(() => rootOf(center).querySelector('#access [role=alert]'));
  there.net.isDown = true;
  await begin(center, 'reminders', 'withdraw');
  await press(center, '#yes');
  await waitUntil(() => rootOf(center).querySelector('#retry'));
  for (const id of parts) await open(center, id);
  await expect(center).to.be.accessible();
});

it('is accessible in the dark to the person who sees who looked', async () => {
  const there = await world();
  await there.nurse.records.load(there.pid);
  const decider = { role: 'self', name: 'Nguyễn Thị Mẫu' } as const;
  const ports = createRecordStore({ client: there.citizen() });
  const { center } = await centerOf({ pid: there.pid, decider, theme: 'dark' }, ports);
  await open(center, 'access');
  await press(center, '#more');
  await waitUntil(() => rootOf(center).querySelector('#access li'));
  await expect(center).to.be.accessible();
});

it('is accessible in English', async () => {
  const center = await opened({});
  await begin(center, 'reminders', 'withdraw');
  center.locale = 'en';
  await waitUntil(() => rootOf(center).textContent.includes('Withdraw now'));
  await expect(center).to.be.accessible();
});
