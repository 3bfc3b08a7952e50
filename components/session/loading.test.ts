import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import type { HealthRecord } from '../../src/schema/index.ts';
import type { Session } from '../context.ts';
import { Link } from '../record-form/link.ts';
import { RecordForm } from '../record-form/index.ts';
import { drawn, fieldAt, write } from '../testing.ts';
import { SessionElement } from './index.ts';
import { record, said } from './testing.ts';

/** A form whose part for sessions comes, or does not come, when a test says so. */
class LateForm extends RecordForm {
  static override tag = 'test-late-form';
  loads = 0;

  set loader(loader: () => Promise<{ readonly Link: typeof Link }>) {
    this.link.load = () => {
      this.loads++;
      return loader();
    };
  }
}

const name = 'administrative.fullName';
const fails = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

async function formWith(
  loader: () => Promise<{ readonly Link: typeof Link }>,
  more: Session = {},
): Promise<{ form: LateForm; sent: HealthRecord[]; saved: unknown[] }> {
  SessionElement.define();
  LateForm.define();
  const [sent, saved]: [HealthRecord[], unknown[]] = [[], []];
  const session: Session = {
    records: {
      load: () => Promise.reject(new Error('not asked for')),
      async submit(written) {
        sent.push(structuredClone(written));
        return { state: 'stored', receipt: { pid: 'p1', version: 1, at: '2026-11-18T01:00:00Z' } };
      },
      save: async (draft) => void saved.push(draft),
    },
    ...more,
  };
  const host = await fixture(
    html`<hssk-session .session=${session}
      ><test-late-form now="2026-11-18" .loader=${loader}></test-late-form
    ></hssk-session>`,
  );
  const form = host.querySelector<LateForm>('test-late-form')!;
  await drawn(form);
  return { form, sent, saved };
}

/** A door that opens when it is told to. */
function door<T>(value: T): { readonly opened: Promise<T>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<T>((resolve) => (open = () => resolve(value)));
  return { opened, open };
}

for (const [locale, words] of [
  ['vi', 'Hồ sơ vẫn ở đây, hãy gửi lại.'],
  ['en', 'The record is still here: send it again.'],
] as const) {
  it(`says in ${locale} that nothing was sent where a part cannot be loaded, and sends at the next press`, async () => {
    let isDown = true;
    const { form, sent } = await formWith(() => (isDown ? fails() : Promise.resolve({ Link })));
    form.locale = locale;
    form.value = record;
    await waitUntil(() => form.shadowRoot!.textContent!.includes(locale === 'vi' ? 'Gửi hồ sơ' : 'Send'));
    await drawn(form);
    await write(form, 'history.otherIssues', 'viết thêm');
    await form.submit();
    await drawn(form);
    assert.equal(form.saveState, 'notSent');
    assert.include(said(form), words);
    assert.equal(form.value.history?.otherIssues, 'viết thêm');
    assert.isFalse(form.shadowRoot!.querySelector<HTMLButtonElement>('#submit')!.disabled);
    isDown = false;
    await form.submit();
    assert.lengthOf(sent, 1);
    assert.equal(sent[0]!.history?.otherIssues, 'viết thêm');
    assert.equal(form.saveState, 'sent');
  });
}

it('says that no draft was kept where a part cannot be loaded, and keeps it at the next press', async () => {
  let isDown = true;
  const { form, saved } = await formWith(() => (isDown ? fails() : Promise.resolve({ Link })));
  await write(form, name, 'Trần Thị Ví Dụ');
  await form.save();
  await drawn(form);
  assert.include(said(form), 'Chưa lưu được nháp');
  assert.include(said(form), 'Hồ sơ vẫn ở đây');
  isDown = false;
  await form.save();
  await drawn(form);
  assert.lengthOf(saved, 1);
  assert.equal(form.saveState, 'saved');
  assert.notInclude(said(form), 'Hồ sơ vẫn ở đây');
});

it('says that a record cannot be opened where a part cannot be loaded', async () => {
  const { form } = await formWith(fails);
  form.pid = 'p1';
  await waitUntil(() => form.saveState === 'notLoaded');
});

it('asks once for what is on its way', async () => {
  const { opened, open } = door({ Link });
  const { form, sent } = await formWith(() => opened);
  form.value = record;
  const sending = [form.submit(), form.submit()];
  open();
  await Promise.all(sending);
  assert.deepEqual([form.loads, sent.length], [1, 1]);
});

it('judges what is typed while a part is on its way, and sends nothing that was not judged', async () => {
  const { opened, open } = door({ Link });
  const { form, sent } = await formWith(() => opened);
  form.value = record;
  await drawn(form);
  const sending = form.submit();
  // Whoever judges before the part has come has done so now.
  await form.check();
  await drawn(form);
  await write(form, name, '');
  open();
  await sending;
  assert.isEmpty(sent);
  await drawn(form);
  assert.exists(fieldAt(form, name).querySelector('.messages .error'));
});

it('does not send another person whom the host has put there since', async () => {
  const { opened, open } = door({ Link });
  const { form, sent } = await formWith(() => opened);
  form.value = record;
  await drawn(form);
  const sending = form.submit();
  form.value = { ...record, administrative: { ...record.administrative, fullName: 'Trần Thị Ví Dụ' } };
  open();
  await sending;
  assert.isEmpty(sent);
  await form.submit();
  assert.equal(sent[0]?.administrative.fullName, 'Trần Thị Ví Dụ');
});

it('sends what was judged, whatever is typed while the session is still loading', async () => {
  const { opened, open } = door(undefined);
  const { form, sent } = await formWith(() => Promise.resolve({ Link }), { ready: opened });
  form.value = record;
  await drawn(form);
  const judged: string[] = [];
  form.addEventListener('hssk-submit', (event) => judged.push(JSON.stringify(event.record)));
  const sending = form.submit();
  await waitUntil(() => form.saveState === 'sending');
  await write(form, name, '');
  open();
  await sending;
  assert.deepEqual(
    sent.map((each) => JSON.stringify(each)),
    judged,
  );
  assert.equal(sent[0]!.administrative.fullName, record.administrative.fullName);
  assert.equal(form.saveState, 'unsaved', 'what was typed since is not sent');
});

it('names the temporary number by what is written when a part has come', async () => {
  const { opened, open } = door({ Link });
  const { form, sent } = await formWith(() => opened);
  const { identifiers: _, ...unnumbered } = record.administrative;
  form.value = { ...record, administrative: unnumbered };
  await drawn(form);
  const sending = form.submit();
  await form.check();
  await drawn(form);
  await write(form, 'administrative.identifiers.personal.number', '001090990001');
  open();
  await sending;
  assert.deepEqual(sent[0]?.administrative.identifiers, record.administrative.identifiers);
});
