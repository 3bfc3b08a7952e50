import { assert, expect, waitUntil } from '@open-wc/testing';
import { createClient } from '../../src/client/index.ts';
import type { Client } from '../../src/client/index.ts';
import { defaultPurposes, overridePurpose, sealEvent } from '../../src/consent/index.ts';
import type { ConsentSettings } from '../../src/consent/index.ts';
import { createRecordStore, openOutbox } from '../../src/outbox/index.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import { answer, confirmTyped, grownUp, press, settings, untilChoices } from '../consent/testing.ts';
import type { ConsentPrompt } from '../consent/index.ts';
import type { RecordForm } from '../record-form/index.ts';
import { drawn } from '../testing.ts';
import { closeAll, device, newUser, said, typed } from './testing.ts';
import type { Window } from './testing.ts';

// A host where sending rests on consent and not on a law.
const purposes = overridePurpose(defaultPurposes, 'sending', {
  mode: 'consent',
  basis: { code: 'consent_9', reference: 'L91 9' },
});
const strict: ConsentSettings = { ...settings, purposes };

const devices = (own: Partial<Parameters<typeof createSandbox>[0]> = {}) =>
  device({ createClient, openOutbox, serve: () => createSandbox({ store: createMemoryStore(), ...own }) });
afterEach(closeAll);

const gateOf = (form: RecordForm): string =>
  form.shadowRoot!.querySelector('.gate')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const dialogOf = (form: RecordForm) => form.shadowRoot!.querySelector<HTMLDialogElement>('dialog.consent');

async function promptIn(form: RecordForm): Promise<ConsentPrompt> {
  await waitUntil(() => dialogOf(form)?.open, 'the prompt is opened');
  const prompt = dialogOf(form)!.querySelector('hssk-consent-prompt')!;
  await waitUntil(() => prompt.shadowRoot!.querySelector('#next'), 'the prompt is drawn');
  return prompt;
}

/** The person on screen agrees to sending, with the mouse. */
async function agree(form: RecordForm): Promise<void> {
  const prompt = await promptIn(form);
  const { fullName } = form.value.administrative!;
  await untilChoices(prompt);
  await answer(prompt, 'sending', 'granted');
  for (const code of ['screening', 'reminders', 'research', 'marketing', 'automated'])
    if (prompt.shadowRoot!.querySelector(`[data-ask="${code}"]`)) await answer(prompt, code, 'denied');
  await press(prompt, '#next');
  await confirmTyped(prompt, fullName!);
  await waitUntil(() => prompt.shadowRoot!.querySelector('#print'), 'the receipt');
}

async function withPerson(page: Window, consent: ConsentSettings): Promise<void> {
  page.session.consent = consent;
  await typed(page);
  page.form.value = {
    ...page.form.value,
    administrative: {
      ...page.form.value.administrative,
      fullName: grownUp.name,
      birthDate: grownUp.birthDate,
      sex: 'female',
      identifiers: { personal: { kind: 'citizenId', number: '014192990001' } },
    },
  };
  await drawn(page.form);
}

it('what rests on a law is told of and holds nothing back', async () => {
  const { network, page } = devices();
  const window = await page(network(), newUser());
  await withPerson(window, settings);
  await waitUntil(() => gateOf(window.form).includes('Chưa thông báo'));
  await expect(window.form).to.be.accessible();
  await window.form.submit();
  await waitUntil(() => said(window.form).includes('Đã gửi'));
}).timeout(60_000);

it('a form without settings of consent says nothing of it', async () => {
  const { network, page } = devices();
  const window = await page(network(), newUser());
  await typed(window);
  await window.form.submit();
  await waitUntil(() => said(window.form).includes('Đã gửi'));
  assert.equal(gateOf(window.form), '');
});

for (const isDown of [false, true])
  it(`a consent that sending needs is asked for first ${isDown ? 'without' : 'with'} a network`, async () => {
    const { network, page } = devices({ purposes });
    const net = network();
    net.isDown = isDown;
    const window = await page(net, newUser());
    const { form, outbox } = window;
    await withPerson(window, strict);
    await waitUntil(() => gateOf(form).includes('Chưa hỏi'));
    await form.submit();
    assert.include(said(form), 'còn thiếu đồng ý');
    assert.equal((await outbox.sync.status()).waiting, 0);
    await agree(form);
    dialogOf(form)!.querySelector<HTMLButtonElement>('form button')!.click();
    await waitUntil(() => !gateOf(form).includes('Chưa hỏi'), 'nothing is missing any more');
    await form.submit();
    if (isDown) {
      await waitUntil(() => said(form).includes('chờ gửi'));
      net.isDown = false;
      await outbox.sync.send();
    }
    await waitUntil(() => said(form).includes('Đã gửi') && form.base, 'sent', { timeout: 10_000 });
    const stored = [];
    for await (const { event } of net.other.consents.list(form.base!.pid)) stored.push(event);
    assert.deepInclude(
      stored.map(({ purpose, decision }) => ({ purpose, decision })),
      { purpose: 'sending', decision: 'granted' },
    );
  }).timeout(60_000);

it('a withdrawn consent is said, with what it blocks, and holds sending back', async () => {
  const { network, page } = devices({ purposes });
  const net = network();
  const window = await page(net, newUser());
  const { form } = window;
  await withPerson(window, strict);
  await form.submit();
  await agree(form);
  dialogOf(form)!.querySelector<HTMLButtonElement>('form button')!.click();
  await form.submit();
  await waitUntil(() => form.base, 'stored');
  const { pid } = form.base!;
  const stored = [];
  for await (const one of net.other.consents.list(pid)) stored.push(one);
  await net.other.consents.append(
    pid,
    sealEvent(
      {
        ...stored.find(({ event }) => event.purpose === 'sending')!.event,
        id: 'withdrawal-1',
        kind: 'withdrawal',
        decision: undefined,
        decidedAt: new Date().toISOString(),
        chain: undefined,
      } as never,
      stored.at(-1)!.event.chain.hash,
    ),
  );
  form.value = {};
  await form.updateComplete;
  form.pid = pid;
  await waitUntil(() => gateOf(form).includes('đã rút đồng ý'), 'it is said');
  await form.submit();
  assert.include(said(form), 'còn thiếu đồng ý');
  assert.equal(form.base!.version, 1);
}).timeout(60_000);

/** The same page with ports of the host, which gives no place for consents. */
async function withoutPlace({ session, outbox }: Window, client: Client, consent: ConsentSettings) {
  const { records } = createRecordStore({ client, outbox });
  session.session = { records, sync: outbox.sync, consent };
  await session.updateComplete;
}

for (const [locale, staff] of [
  ['vi', 'chưa được nối với nơi lưu các quyết định đồng ý'],
  ['en', 'not connected to a place that keeps consents'],
] as const)
  it(`a session without a place for consents holds back what needs one, and says so (${locale})`, async () => {
    const { network, page } = devices({ purposes });
    const net = network();
    const window = await page(net, newUser());
    const { form, outbox } = window;
    form.locale = locale;
    await withPerson(window, strict);
    await withoutPlace(window, net.client, strict);
    await waitUntil(() => gateOf(form).includes(staff), 'it is said before anybody sends');
    await expect(form).to.be.accessible();
    await form.submit();
    assert.include(said(form), staff);
    assert.include(said(form), '“consents”');
    assert.equal((await outbox.sync.status()).waiting, 0);
    assert.isUndefined(form.base);
  }).timeout(60_000);

it('where nothing needs a consent a session without a place for them holds nothing back', async () => {
  const { network, page } = devices();
  const net = network();
  const window = await page(net, newUser());
  await withPerson(window, settings);
  await withoutPlace(window, net.client, settings);
  await window.form.submit();
  await waitUntil(() => said(window.form).includes('Đã gửi'));
  assert.equal(gateOf(window.form), '');
}).timeout(60_000);

it('nobody without a name is sent where a consent is needed, and the name is asked for', async () => {
  const { network, page } = devices({ purposes });
  const window = await page(network(), newUser());
  const { form, outbox } = window;
  await withPerson(window, strict);
  // The name stands in a section that this page does not show.
  form.sections = 'history';
  const { fullName: _, ...nameless } = form.value.administrative!;
  form.value = { ...form.value, administrative: nameless };
  await drawn(form);
  assert.equal(gateOf(form), '');
  await form.submit();
  assert.include(said(form), 'Hãy ghi họ và tên');
  assert.equal((await outbox.sync.status()).waiting, 0);
  form.value = { ...form.value, administrative: { ...nameless, fullName: grownUp.name } };
  await waitUntil(() => gateOf(form).includes('Chưa hỏi'), 'now there is somebody to ask');
  assert.notInclude(said(form), 'họ và tên');
  form.value = { ...form.value, administrative: { ...nameless, fullName: '  ' } };
  await drawn(form);
  await form.submit();
  assert.include(said(form), 'Hãy ghi họ và tên');
  assert.equal((await outbox.sync.status()).waiting, 0);
}).timeout(60_000);

it('what cannot be read holds back what needs a consent', async () => {
  const { network, page } = devices({ purposes });
  const net = network();
  const window = await page(net, newUser());
  const { form, outbox, session } = window;
  await withPerson(window, strict);
  const { records, consents } = createRecordStore({ client: net.client, outbox });
  const list = () => Promise.reject(new Error('unreadable'));
  session.session = { records, consents: { ...consents, list }, sync: outbox.sync, consent: strict };
  await waitUntil(() => gateOf(form).includes('Không đọc được'));
  await form.submit();
  assert.include(said(form), 'Chưa biết thì coi như chưa đồng ý');
  assert.equal((await outbox.sync.status()).waiting, 0);
}).timeout(60_000);
