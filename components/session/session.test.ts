import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { ConflictError, NetworkError, RefusedError } from '../../src/client/index.ts';
import type { LoadedRecord, RecordStore } from '../../src/client/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import { localDay } from '../form-element.ts';
import { RecordForm } from '../record-form/index.ts';
import { controlOf, drawn, fieldAt, write } from '../testing.ts';
import { SessionElement } from './index.ts';

const record: HealthRecord = {
  schemaVersion: 1,
  capturedOn: '2026-11-18',
  administrative: {
    fullName: 'Nguyễn Văn Thử',
    sex: 'male',
    birthDate: '1990',
    identifiers: { personal: { kind: 'citizenId', number: '001090990001' } },
    currentAddress: {
      commune: { code: '04108', text: 'Xã Chiềng Sung' },
      province: { code: '14', text: 'Tỉnh Sơn La' },
    },
  },
};
const loaded: LoadedRecord = {
  pid: 'p1',
  version: 1,
  at: '2026-11-18T01:00:00Z',
  by: 'nurse1',
  facility: 'TYT-01',
  action: 'create',
  etag: '"1"',
  record,
};

interface Calls {
  readonly loads: string[];
  readonly sent: [HealthRecord, LoadedRecord | undefined][];
}

function storeThat(
  submit: () => Promise<void>,
  calls: Calls = { loads: [], sent: [] },
): RecordStore & { calls: Calls } {
  return {
    calls,
    async load(pid) {
      calls.loads.push(pid);
      if (pid === 'gone') throw new NetworkError('network.failed');
      return { ...loaded, pid };
    },
    async submit(written, base) {
      calls.sent.push([written, base]);
      await submit();
      return { state: 'stored', receipt: { pid: 'p1', version: 2, at: loaded.at } };
    },
  };
}

async function formIn(records: RecordStore, pid = ''): Promise<RecordForm> {
  SessionElement.define();
  RecordForm.define();
  const session = await fixture<SessionElement>(
    html`<hssk-session .session=${{ records }}
      ><hssk-record-form now="2026-11-18" pid=${pid}></hssk-record-form
    ></hssk-session>`,
  );
  const form = session.querySelector('hssk-record-form')!;
  await drawn(form);
  return form;
}

const statusOf = (form: RecordForm): string => form.shadowRoot!.querySelector('.status')!.textContent!.trim();
const ok = async (): Promise<void> => {};

it('is found by a form that was there before it was defined', async () => {
  assert.isUndefined(customElements.get('hssk-session'), 'this test has to run first');
  RecordForm.define();
  const host = await fixture(
    html`<hssk-session><hssk-record-form pid="p1"></hssk-record-form></hssk-session>`,
  );
  const form = host.querySelector('hssk-record-form')!;
  await drawn(form);
  const store = storeThat(ok);
  SessionElement.define();
  (host as SessionElement).session = { records: store };
  await waitUntil(() => form.value.administrative);
  assert.deepEqual(store.calls.loads, ['p1']);
});

it('opens the record of a pid and sends what was changed with what it was made from', async () => {
  const store = storeThat(ok);
  const form = await formIn(store, 'p1');
  await waitUntil(() => form.value.administrative);
  await drawn(form);
  assert.equal(controlOf(fieldAt(form, 'administrative.fullName')).value, 'Nguyễn Văn Thử');
  await write(form, 'administrative.email', 'a@example.com');
  await form.submit();
  assert.equal(form.saveState, 'sent');
  const [written, base] = store.calls.sent[0]!;
  assert.equal(written.administrative.email, 'a@example.com');
  assert.equal(base?.etag, '"1"');
});

it('creates a record, takes over its pid and sends the next change against it', async () => {
  const store = storeThat(ok);
  const form = await formIn(store);
  form.value = record;
  await form.submit();
  assert.equal(form.pid, 'p1');
  assert.isUndefined(store.calls.sent[0]![1]);
  await form.submit();
  assert.equal(store.calls.sent[1]![1]?.pid, 'p1');
});

it('never writes the next person into the record of the one before', async () => {
  const store = storeThat(ok);
  const form = await formIn(store, 'p1');
  await waitUntil(() => form.value.administrative);
  const next = { ...record, administrative: { ...record.administrative, fullName: 'Lê Thị Sau' } };
  form.value = next;
  await drawn(form);
  await form.submit();
  const [written, base] = store.calls.sent[0]!;
  assert.equal(written.administrative.fullName, 'Lê Thị Sau');
  assert.isUndefined(base);
});

it('opens the record where a page sets pid and value together', async () => {
  const store = storeThat(ok);
  const session = await fixture<SessionElement>(
    html`<hssk-session .session=${{ records: store }}
      ><hssk-record-form pid="p1" .value=${{ history: { otherIssues: 'nháp' } }}></hssk-record-form
    ></hssk-session>`,
  );
  const form = session.querySelector('hssk-record-form')!;
  await waitUntil(() => form.value.administrative);
  assert.equal(form.pid, 'p1');
  assert.deepEqual(form.value, record);
});

it('shows and sends nothing of one record under the pid of another', async () => {
  const store = storeThat(ok);
  const form = await formIn(store, 'p1');
  await waitUntil(() => form.value.administrative);
  form.pid = 'gone';
  await waitUntil(() => form.saveState === 'notLoaded');
  assert.deepEqual(form.value, {});
  form.value = { ...record };
  form.pid = 'gone';
  await form.updateComplete;
  await waitUntil(() => form.saveState === 'notLoaded');
  await form.submit();
  assert.lengthOf(store.calls.sent, 0);
});

it('names the same capture at every attempt and another for the next person', async () => {
  const ids: (string | undefined)[] = [];
  const store = storeThat(() => Promise.reject(new NetworkError('network.timeout')));
  const { submit } = store;
  store.submit = (written, base, id) => {
    ids.push(id);
    return submit(written, base, id);
  };
  const form = await formIn(store);
  form.value = record;
  await form.submit();
  await form.submit();
  form.value = structuredClone(record);
  await form.submit();
  assert.equal(ids[0], ids[1]);
  assert.notEqual(ids[1], ids[2]);
});

it('does not create a second record when the first cannot be read back', async () => {
  const store = storeThat(ok);
  store.load = () => Promise.reject(new NetworkError('network.failed'));
  const form = await formIn(store);
  form.value = record;
  await form.submit();
  assert.equal(form.saveState, 'sent');
  assert.equal(form.pid, '');
});

it('says that what was written while sending is not sent yet', async () => {
  const form = await formIn(storeThat(() => write(form, 'administrative.email', 'b@example.com')));
  form.value = record;
  await form.submit();
  assert.equal(form.saveState, 'unsaved');
  assert.equal(form.value.administrative?.email, 'b@example.com');
});

it('brings back a record that was not stored after the host had emptied the form', async () => {
  const form = await formIn(storeThat(() => Promise.reject(new NetworkError('network.failed'))));
  form.value = record;
  form.addEventListener('hssk-submit', () => queueMicrotask(() => (form.value = {})));
  await form.submit();
  assert.equal(form.value.administrative?.fullName, 'Nguyễn Văn Thử');
  assert.equal(form.saveState, 'notSent');
});

it('judges a record that exists by today and a draft that goes on by its day', async () => {
  const form = await formIn(storeThat(ok), 'p1');
  await waitUntil(() => form.value.administrative);
  form.now = '';
  await form.updateComplete;
  let sentOn = '';
  form.addEventListener('hssk-submit', (event) => (sentOn = event.record.capturedOn));
  await form.submit();
  assert.equal(sentOn, localDay(new Date()));
  form.value = { ...record, capturedOn: '2026-01-02' };
  await form.submit();
  assert.equal(sentOn, '2026-01-02');
});

it('sends once however often the button is pressed', async () => {
  const store = storeThat(ok);
  const form = await formIn(store);
  form.value = record;
  await Promise.all([form.submit(), form.submit(), form.submit()]);
  assert.lengthOf(store.calls.sent, 1);
});

for (const [what, error, words] of [
  ['no answer came', new NetworkError('network.timeout'), 'Máy chủ không trả lời'],
  [
    'the person is known',
    new ConflictError(409, { code: 'person.exists', status: 409, title: 'x' }),
    'đã có hồ sơ',
  ],
  [
    'somebody else changed it',
    new ConflictError(412, { code: 'record.changed', status: 412, title: 'x' }),
    'vừa sửa hồ sơ',
  ],
] as const) {
  it(`says it when ${what}, and keeps what is written`, async () => {
    const form = await formIn(storeThat(() => Promise.reject(error)));
    form.value = record;
    await form.submit();
    await drawn(form);
    assert.equal(form.saveState, 'notSent');
    assert.include(statusOf(form), words);
    assert.equal(form.value.administrative?.fullName, 'Nguyễn Văn Thử');
  });
}

it('shows the issues of a refusal at their fields', async () => {
  const refusal = new RefusedError(422, {
    code: 'record.invalid',
    status: 422,
    title: 'x',
    issues: [{ path: 'administrative.fullName', code: 'required.missing', level: 'error' }],
  });
  const form = await formIn(storeThat(() => Promise.reject(refusal)));
  form.value = record;
  await form.submit();
  await drawn(form);
  assert.equal(form.saveState, 'refused');
  assert.exists(fieldAt(form, 'administrative.fullName').querySelector('.messages .error'));
});

it('says it when a record cannot be opened', async () => {
  const form = await formIn(storeThat(ok), 'gone');
  await waitUntil(() => form.saveState === 'notLoaded');
  await drawn(form);
  assert.include(statusOf(form), 'Không mở được');
});

it('leaves sending to a host that prevents it', async () => {
  const store = storeThat(ok);
  const form = await formIn(store);
  form.value = record;
  form.addEventListener('hssk-submit', (event) => event.preventDefault());
  await form.submit();
  assert.lengthOf(store.calls.sent, 0);
});

it('judges by the profile and the ICD-10 list of the host', async () => {
  const form = await formIn(storeThat(ok));
  form.value = {
    examinations: {
      v1: {
        examinedOn: '2026-11-18',
        diagnoses: { text: 'E11.9', codes: { E119: { code: 'E11.9', text: '' } } },
      },
    },
  };
  form.profile = { required: ['administrative.phoneMobile'] };
  form.icd10 = { id: 'own', items: [], has: (code) => code === 'Z99.9', get: () => undefined };
  await drawn(form);
  const found = (await form.check()).map(({ path, code }) => `${path} ${code}`);
  assert.deepEqual(found.sort(), [
    'administrative.phoneMobile required.missing',
    'examinations.v1.diagnoses.codes.E119 diagnosis.unknownCode',
  ]);
});

it('says of a record that is not the server’s own answer how old it is, or that it waits here', async () => {
  const carriedAt = new Date(2026, 10, 20, 10, 32).getTime();
  const copies: { readonly [pid: string]: Partial<LoadedRecord> } = {
    carried: { carriedAt },
    changed: { pending: 'waiting' },
    fresh: {},
  };
  const records: RecordStore = {
    ...storeThat(ok),
    load: async (pid) => ({ ...loaded, ...copies[pid], pid }),
  };
  const form = await formIn(records, 'carried');
  await waitUntil(() => /10:32 20\/11\/2026|10:32 20\/11\/26/.test(statusOf(form)));
  form.pid = 'changed';
  await waitUntil(() => statusOf(form).includes('chưa gửi lên máy chủ'));
  form.pid = 'fresh';
  await waitUntil(() => statusOf(form) === '');
});
