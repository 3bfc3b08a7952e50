import { assert, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ChangeEvent, SaveEvent, SubmitRecordEvent } from '../events.ts';
import { controlOf, deep, drawn, fieldAt, recordForm, write } from '../testing.ts';
import type { Judge } from '../form-element.ts';
import { RecordForm } from './index.ts';

const sendable = {
  administrative: {
    fullName: 'Nguyễn Văn Thử',
    sex: 'male' as const,
    birthDate: '1990',
    identifiers: { personal: { kind: 'citizenId' as const, number: '001090990001' } },
    currentAddress: {
      commune: { code: '04108', text: 'Xã Chiềng Sung' },
      province: { code: '14', text: 'Tỉnh Sơn La' },
    },
  },
};

const errorsOf = (form: RecordForm): string[] =>
  form.issues.filter(({ level }) => level === 'error').map(({ path, code }) => `${path} ${code}`);

it('registers every element it draws', async () => {
  const form = await recordForm();
  assert.isUndefined(deep(form.shadowRoot!, ':not(:defined)'));
});

it('reads what is typed into the draft and shows the tidy writing after it is left', async () => {
  const form = await recordForm();
  await write(form, 'administrative.birthDate', '16.11.2026 (10h05)');
  await write(form, 'history.birth.weightG', '2.900');
  assert.equal(form.value.administrative?.birthDate, '2026-11-16');
  assert.deepEqual(form.value.notes, { 'administrative.birthDate': '10h05' });
  assert.equal(form.value.history?.birth?.weightG, 2900);
  assert.equal(controlOf(fieldAt(form, 'administrative.birthDate')).value, '16/11/2026 (10h05)');
});

it('keeps text that cannot be read, and a clear reason as a reason', async () => {
  const form = await recordForm();
  await write(form, 'administrative.birthDate', '30/02/1986');
  await write(form, 'history.birth.lengthCm', 'không đo');
  assert.deepEqual(form.value.unread, { 'administrative.birthDate': '30/02/1986' });
  assert.deepEqual(form.value.absent, { 'history.birth.lengthCm': 'notMeasured' });
  assert.isUndefined(form.value.administrative);
});

it('reports a change by its own event once, and native events stay inside', async () => {
  const form = await recordForm();
  const seen: string[] = [];
  const native: string[] = [];
  form.addEventListener('hssk-change', (event) => seen.push(event.path));
  for (const type of ['input', 'change', 'beforeinput'])
    document.addEventListener(type, () => native.push(type));
  const field = fieldAt(form, 'administrative.householdCode');
  controlOf(field).focus();
  await sendKeys({ type: '14' });
  assert.deepEqual(seen, ['administrative.householdCode', 'administrative.householdCode']);
  assert.deepEqual(native, []);
  assert.equal(form.value.administrative?.householdCode, '14');
});

it('sends no event when code sets the value', async () => {
  const form = await recordForm();
  let changes = 0;
  form.addEventListener('hssk-change', () => changes++);
  form.value = sendable;
  await drawn(form);
  await form.check();
  assert.equal(changes, 0);
  assert.equal(controlOf(fieldAt(form, 'administrative.fullName')).value, 'Nguyễn Văn Thử');
});

it('reads an address together, in whatever order it is typed', async () => {
  const form = await recordForm();
  await write(form, 'administrative.currentAddress.commune', 'Chiềng Sung');
  await write(form, 'administrative.currentAddress.province', 'Sơn La');
  await form.check();
  const address = form.value.administrative?.currentAddress;
  assert.deepEqual(address?.commune, { code: '04108', text: 'Xã Chiềng Sung' });
  assert.deepEqual(address?.province, { code: '14', text: 'Tỉnh Sơn La' });
});

it('refuses to send with errors, shows them in the summary and leads to the field', async () => {
  const form = await recordForm({ history: { birth: { weightG: 32 } } });
  let sent = 0;
  form.addEventListener('hssk-submit', () => sent++);
  await form.submit();
  await drawn(form);
  assert.equal(sent, 0);
  assert.include(errorsOf(form), 'history.birth.weightG number.impossible');
  assert.include(errorsOf(form), 'administrative.fullName required.missing');
  const link = [...form.shadowRoot!.querySelectorAll<HTMLButtonElement>('#summary button')].find((button) =>
    button.textContent?.includes('Cân nặng lúc đẻ'),
  )!;
  link.click();
  await form.goTo('history.birth.weightG');
  assert.equal(
    deep(form.shadowRoot!, '[data-part="history"]')!.shadowRoot!.activeElement,
    controlOf(fieldAt(form, 'history.birth.weightG')),
  );
});

it('gives a record that may be sent, with version and day of capture', async () => {
  const form = await recordForm(sendable);
  setTimeout(() => void form.submit());
  const { record } = (await oneEvent(form, 'hssk-submit')) as SubmitRecordEvent;
  assert.equal(record.schemaVersion, 1);
  assert.equal(record.capturedOn, '2026-11-18');
  assert.equal(record.administrative.fullName, 'Nguyễn Văn Thử');
  assert.isUndefined(record.administrative.identifiers?.['temporary']);
});

it('issues a temporary number where none is given and keeps the same one', async () => {
  const { identifiers: _, ...rest } = sendable.administrative;
  const form = await recordForm({ administrative: rest });
  await form.submit();
  const first = form.value.administrative?.identifiers?.['temporary'];
  await form.submit();
  assert.equal(first?.kind, 'temporary');
  assert.match(first?.number ?? '', /^TMP-/);
  assert.equal(form.value.administrative?.identifiers?.['temporary']?.number, first?.number);
  await drawn(form);
  assert.include(fieldAt(form, 'administrative.identifiers.personal.number').textContent, first!.number!);
});

it('saves a half-done draft whatever its errors', async () => {
  const form = await recordForm({ unread: { 'administrative.birthDate': 'hôm kia' } });
  setTimeout(() => void form.save());
  const { draft } = (await oneEvent(form, 'hssk-save')) as SaveEvent;
  assert.deepEqual(draft.unread, { 'administrative.birthDate': 'hôm kia' });
});

it('keeps both ticks of a row and says that they exclude each other', async () => {
  const form = await recordForm();
  const field = fieldAt(form, 'history.risk.smoking');
  for (const code of ['no', 'regular']) field.querySelector<HTMLInputElement>(`[value=${code}]`)!.click();
  await form.check();
  assert.deepEqual(form.value.history?.risk?.smoking, ['no', 'regular']);
  assert.include(errorsOf(form), 'history.risk.smoking boxes.exclusive');
});

it('unticks a choice by a second click and takes other words beside it', async () => {
  const form = await recordForm();
  const field = fieldAt(form, 'administrative.bloodAbo');
  field.querySelector<HTMLInputElement>('[value=B]')!.click();
  assert.equal(form.value.administrative?.bloodAbo, 'B');
  await drawn(field);
  field.querySelector<HTMLInputElement>('[value=B]')!.click();
  assert.isUndefined(form.value.administrative);
  await write(form, 'administrative.bloodAbo', 'chưa XN');
  assert.deepEqual(form.value.absent, { 'administrative.bloodAbo': 'notAvailableYet' });
});

it('keeps a warning with a reason and asks no more', async () => {
  const form = await recordForm({ administrative: { householdCode: '123' } });
  await form.check();
  const field = fieldAt(form, 'administrative.householdCode');
  await drawn(field);
  field.querySelector<HTMLButtonElement>('.messages button')!.click();
  await drawn(field);
  field.querySelector<HTMLInputElement>('[name=reason]')!.value = 'sổ hộ cũ';
  field.querySelector<HTMLButtonElement>('.messages form button')!.click();
  await form.check();
  assert.equal(
    form.value.confirmed?.['administrative.householdCode']?.['household.length']?.reason,
    'sổ hộ cũ',
  );
  assert.notInclude(
    form.issues.map(({ code }) => code),
    'household.length',
  );
});

it('shows what a server refused at its field until that field is changed', async () => {
  const form = await recordForm(sendable);
  form.issues = [{ path: 'administrative.fullName', code: 'host.rule', level: 'error' }];
  await drawn(form);
  const field = fieldAt(form, 'administrative.fullName');
  expect(field.querySelector('.messages .error')).to.exist;
  await form.check();
  assert.include(errorsOf(form), 'administrative.fullName host.rule');
  await write(form, 'administrative.fullName', 'Trần Văn Thử');
  await form.check();
  assert.notInclude(errorsOf(form), 'administrative.fullName host.rule');
});

it('adds and removes visits and vaccine rows', async () => {
  const form = await recordForm({
    examinations: { v1: { examinedOn: '2026-01-02', advice: 'nghỉ' } },
    notes: { 'examinations.v1.advice': 'x' },
  });
  const section = deep(form.shadowRoot!, 'hssk-examination-section')!;
  section.shadowRoot!.querySelector<HTMLButtonElement>('[data-add=visit]')!.click();
  await drawn(section);
  assert.equal(section.shadowRoot!.querySelectorAll('.visit').length, 2);
  const added = [...section.shadowRoot!.querySelectorAll<HTMLElement>('.visit')].map(
    (each) => each.dataset['visit']!,
  )[1]!;
  await write(form, `examinations.${added}.examinedOn`, '3/1/2026');
  assert.equal(form.value.examinations?.[added]?.examinedOn, '2026-01-03');
  const vaccines = deep(form.shadowRoot!, 'hssk-immunization-section')!;
  vaccines.shadowRoot!.querySelector<HTMLButtonElement>('[data-add=other]')!.click();
  await drawn(vaccines);
  const row = [...vaccines.shadowRoot!.querySelectorAll<HTMLElement>('.blank.coded')].at(-1)!;
  await write(form, row.dataset['path']!, 'Vắc xin mới 1');
  assert.deepEqual(Object.values(form.value.immunizations?.other ?? {}), [
    { vaccine: { text: 'Vắc xin mới 1' } },
  ]);
});

it('shows B7 of a man collapsed and never removes it', async () => {
  const form = await recordForm({
    administrative: { sex: 'male' },
    history: { reproductive: { pregnancies: 2 } },
  });
  await form.check();
  await drawn(form);
  const details = deep<HTMLDetailsElement>(
    form.shadowRoot!,
    'hssk-history-section',
  )!.shadowRoot!.querySelector('details')!;
  assert.isFalse(details.open);
  assert.include(details.textContent, 'nam');
  await form.goTo('history.reproductive.pregnancies');
  assert.isTrue(details.open);
  assert.equal(form.value.history?.reproductive?.pregnancies, 2);
});

it('hands its JSON to the form around it and answers its validity', async () => {
  const host = await fixture<HTMLFormElement>(
    html`<form><hssk-record-form name="record" now="2026-11-18"></hssk-record-form></form>`,
  );
  const form = host.querySelector('hssk-record-form')!;
  await drawn(form);
  await waitUntil(() => !host.checkValidity(), 'before it is judged, and then for what is missing');
  await form.check();
  assert.isFalse(host.checkValidity());
  await write(form, 'administrative.fullName', 'Lê Thị Thử');
  await form.check();
  assert.deepEqual(JSON.parse(String(new FormData(host).get('record'))), {
    administrative: { fullName: 'Lê Thị Thử' },
  });
  assert.equal([...new FormData(host).keys()].join(), 'record');
  assert.isFalse(host.checkValidity());
  form.value = sendable;
  await form.check();
  assert.isTrue(host.checkValidity());
});

it('leads a person who sends the form around it to the first error and says what is missing', async () => {
  const host = await fixture<HTMLFormElement>(
    html`<form><hssk-record-form name="record" now="2026-11-18"></hssk-record-form></form>`,
  );
  const form = host.querySelector('hssk-record-form')!;
  await drawn(form);
  await form.check();
  host.checkValidity();
  assert.isNull(form.shadowRoot!.querySelector('#summary'));
  host.requestSubmit();
  const section = deep(form.shadowRoot!, 'hssk-administrative-section')!;
  await waitUntil(() => section.shadowRoot!.activeElement);
  assert.equal(section.shadowRoot!.activeElement, controlOf(fieldAt(form, 'administrative.fullName')));
  await waitUntil(() => form.shadowRoot!.querySelector('#summary'));
  assert.exists(fieldAt(form, 'administrative.fullName').querySelector('.messages .error'));
  form.mode = 'view';
  await form.check();
  assert.isTrue(host.checkValidity());
});

it('shows the line for other words when it is asked for, by keyboard too', async () => {
  const form = await recordForm({ notes: { 'history.risk.alcohol': 'dịp lễ' } });
  assert.isFalse(controlOf(fieldAt(form, 'history.risk.alcohol')).hidden);
  const field = fieldAt(form, 'history.risk.smoking');
  const line = field.querySelector<HTMLInputElement>('input.other')!;
  assert.isTrue(line.hidden);
  field.querySelector<HTMLInputElement>('[value=quit]')!.focus();
  await sendKeys({ press: 'Tab' });
  await sendKeys({ press: 'Enter' });
  await sendKeys({ type: 'thuốc lào' });
  await sendKeys({ press: 'Tab' });
  assert.equal(line.value, 'thuốc lào');
  assert.deepEqual(form.value.unread, { 'history.risk.smoking': 'thuốc lào' });
  assert.isFalse(line.hidden);
});

it('keeps the field one has gone on to where it is while messages come and go above it', async () => {
  const form = await recordForm();
  const next = controlOf(fieldAt(form, 'administrative.ethnicity'));
  const [first, date] = ['fullName', 'birthDate'].map((name) => fieldAt(form, `administrative.${name}`));
  first!.scrollIntoView({ block: 'start' });
  await write(form, 'administrative.birthDate', '30/02/1986');
  next.focus({ preventScroll: true });
  const { top } = next.getBoundingClientRect();
  const { height } = date!.getBoundingClientRect();
  await form.check();
  assert.isAbove(date!.getBoundingClientRect().height, height);
  assert.approximately(next.getBoundingClientRect().top, top, 1);
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  assert.approximately(next.getBoundingClientRect().top, top, 1);
});

it('lets a host style the controls through every shadow root', async () => {
  const form = await fixture<RecordForm>(html`<hssk-record-form></hssk-record-form>`);
  await drawn(form);
  const style = document.createElement('style');
  style.textContent = 'hssk-record-form::part(control) { text-transform: uppercase }';
  form.before(style);
  for (const path of ['administrative.fullName', 'administrative.currentAddress.line'])
    assert.equal(getComputedStyle(controlOf(fieldAt(form, path))).textTransform, 'uppercase');
});

it('shows only the sections asked for', async () => {
  const form = await fixture<RecordForm>(
    html`<hssk-record-form sections="immunizations, administrative"></hssk-record-form>`,
  );
  await drawn(form);
  assert.deepEqual(
    [...form.shadowRoot!.querySelectorAll<HTMLElement>('[data-part]')].map(
      (section) => section.dataset['part'],
    ),
    ['immunizations', 'administrative'],
  );
});

it('speaks English on demand', async () => {
  const form = await recordForm();
  form.locale = 'en';
  await new Promise<void>((resolve) => {
    const look = () =>
      fieldAt(form, 'administrative.fullName').textContent!.includes('Full name')
        ? resolve()
        : setTimeout(look, 10);
    look();
  });
  assert.include(deep(form.shadowRoot!, 'nav')!.textContent, 'IMMUNIZATION');
});

it('draws no control in view mode', async () => {
  const form = await recordForm(sendable);
  form.mode = 'view';
  await drawn(form);
  assert.isUndefined(deep(form.shadowRoot!, 'input, textarea'));
  assert.include(fieldAt(form, 'administrative.fullName').textContent, 'Nguyễn Văn Thử');
});

it('tells of a change in time to read the whole draft from the event', async () => {
  const form = await recordForm(sendable);
  const changed = oneEvent(form, 'hssk-change') as Promise<ChangeEvent>;
  await write(form, 'administrative.email', 'a@example.com');
  assert.equal((await changed).draft.administrative?.email, 'a@example.com');
});

for (const [state, draft] of [
  ['empty', {}],
  ['filled', sendable],
  [
    'invalid',
    {
      administrative: { birthDate: '2030', householdCode: '1' },
      unread: { 'administrative.phoneMobile': '09' },
    },
  ],
] as const) {
  it(`is accessible when ${state}`, async () => {
    const form = await recordForm(draft);
    if (state === 'invalid') await form.submit();
    await drawn(form);
    await expect(form).to.be.accessible();
  }).timeout(60_000);
}

it('is accessible in view mode', async () => {
  const form = await recordForm(sendable);
  form.mode = 'view';
  await drawn(form);
  await expect(form).to.be.accessible();
}).timeout(60_000);

it('the rules are fetched while nobody has typed anything: later there may be no network', async () => {
  let asked = 0;
  class Watched extends RecordForm {
    static override tag = 'hssk-watched-form' as 'hssk-record-form';
    protected override judge(): Promise<Judge> {
      asked++;
      return super.judge();
    }
  }
  Watched.define();
  await fixture(html`<hssk-watched-form></hssk-watched-form>`);
  expect(asked).to.equal(0);
  await waitUntil(() => asked);
});

it('nothing leaves with the form around it before the rules are there', async () => {
  const never = new Promise<Judge>(() => {});
  class Slow extends RecordForm {
    static override tag = 'hssk-slow-form' as 'hssk-record-form';
    protected override judge(): Promise<Judge> {
      return never;
    }
  }
  Slow.define();
  const host = await fixture<HTMLFormElement>(
    html`<form><hssk-slow-form name="record" .value=${sendable}></hssk-slow-form></form>`,
  );
  await drawn(host.querySelector('hssk-slow-form') as unknown as RecordForm);
  await waitUntil(() => !host.checkValidity());
});

it('says so where the rules cannot be fetched, keeps what is typed and sends with the next try', async () => {
  let fails = true;
  class Unreached extends RecordForm {
    static override tag = 'hssk-unreached-form' as 'hssk-record-form';
    protected override judge(): Promise<Judge> {
      return fails ? Promise.reject(new TypeError('Failed to fetch')) : super.judge();
    }
  }
  Unreached.define();
  const form = await fixture<RecordForm>(
    html`<hssk-unreached-form now="2026-11-18" .value=${sendable}></hssk-unreached-form>`,
  );
  let sent = 0;
  form.addEventListener('hssk-submit', () => sent++);
  await form.submit();
  assert.equal(form.saveState, 'notSent');
  assert.equal(sent, 0);
  assert.deepEqual(form.value.administrative, sendable.administrative);
  fails = false;
  await form.submit();
  assert.equal(sent, 1);
});

it('a warning that was confirmed is asked about again when a value it was judged by is changed', async () => {
  const vitals = 'examinations.visit.vitals';
  const confirmation = { 'bmi.mismatch': { reason: 'theo máy đo' } };
  const form = await recordForm({
    ...sendable,
    examinations: { visit: { examinedOn: '2026-11-18', vitals: { weightKg: 40, heightCm: 150, bmi: 19 } } },
    confirmed: {
      [`${vitals}.bmi`]: confirmation,
      'administrative.householdCode': { 'household.length': { reason: 'sổ cũ' } },
    },
  });
  await write(form, `${vitals}.pulsePerMinute`, '80');
  assert.deepEqual(form.value.confirmed?.[`${vitals}.bmi`], confirmation);
  await write(form, `${vitals}.weightKg`, '44');
  assert.isUndefined(form.value.confirmed?.[`${vitals}.bmi`]);
  assert.hasAllKeys(form.value.confirmed, ['administrative.householdCode']);
});
