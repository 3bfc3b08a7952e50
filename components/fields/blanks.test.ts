import { assert, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ChangeEvent } from '../events.ts';
import { FormState } from '../form-state.ts';
import { ImmunizationSection } from '../sections/index.ts';
import { controlOf, deep, drawn, fieldAt, recordForm, write } from '../testing.ts';
import { Blank, CodedField, DateField } from './index.ts';

const bcg = 'immunizations.basic.bcg';

/** Paths of the blanks that are drawn again while something is done. */
async function drawnDuring(work: () => Promise<unknown>): Promise<string[]> {
  const { update } = Blank.prototype;
  const paths: string[] = [];
  Blank.prototype.update = function (this: Blank): void {
    paths.push(this.path);
    update.call(this);
  };
  await work();
  Blank.prototype.update = update;
  return paths;
}

it('draws again only the cell that is typed in', async () => {
  const form = await recordForm();
  // What an empty form lacks is found, and shown nowhere yet.
  await form.check();
  await drawn(form);
  const section = deep(form.shadowRoot!, 'hssk-immunization-section')!;
  let sections = 0;
  const render = ImmunizationSection.prototype.render;
  ImmunizationSection.prototype.render = function (this: ImmunizationSection) {
    sections++;
    return render.call(this);
  };
  controlOf(fieldAt(form, `${bcg}.reaction`)).focus();
  const paths = await drawnDuring(async () => {
    await sendKeys({ type: 'sốt' });
    await drawn(section);
  });
  ImmunizationSection.prototype.render = render;
  assert.deepEqual([...new Set(paths)], [`${bcg}.reaction`]);
  assert.equal(sections, 0);
  assert.equal(form.value.immunizations?.basic?.['bcg']?.reaction, 'sốt');
});

it('keeps the caret of a cell while it is typed in', async () => {
  const form = await recordForm({ immunizations: { basic: { bcg: { reaction: 'sốt nhẹ' } } } });
  const control = controlOf(fieldAt(form, `${bcg}.reaction`));
  control.focus();
  control.setSelectionRange(3, 3);
  await sendKeys({ type: ' rất' });
  assert.equal(control.value, 'sốt rất nhẹ');
  assert.equal(control.selectionStart, 7);
});

it('names a cell by row and column and ties its messages to it', async () => {
  const form = await recordForm();
  await write(form, `${bcg}.givenOn`, 'hôm kia');
  await form.check();
  await drawn(form);
  const cell = fieldAt(form, `${bcg}.givenOn`);
  const control = controlOf(cell);
  assert.equal(control.getAttribute('aria-label'), 'BCG: Đã chủng ngừa, ghi rõ ngày');
  assert.equal(cell.getAttribute('role'), 'cell');
  const described = (control.getRootNode() as ShadowRoot).getElementById(
    control.getAttribute('aria-describedby')!,
  );
  assert.isTrue(cell.contains(described));
  assert.include(described!.textContent, 'Chưa đọc được');
});

it('lets go of the blanks of a row that is removed', async () => {
  const form = await recordForm();
  const section = deep(form.shadowRoot!, 'hssk-immunization-section')!;
  section.shadowRoot!.querySelector<HTMLButtonElement>('[data-add=other]')!.click();
  await drawn(section);
  const { path } = section.shadowRoot!.querySelector<HTMLElement>('.blank.coded')!.dataset;
  await write(form, path!, 'Cúm mùa');
  const removed = await drawnDuring(async () => {
    [...section.shadowRoot!.querySelectorAll<HTMLButtonElement>('.row button.link')].at(-1)!.click();
    await drawn(section);
    form.value = { immunizations: { basic: { bcg: { reaction: 'sốt' } } } };
    await drawn(form);
  });
  assert.notInclude(removed, path);
  assert.include(removed, `${bcg}.reaction`);
});

it('shows what changed while the form was out of the page', async () => {
  const form = await recordForm();
  const parent = form.parentElement!;
  form.remove();
  form.value = { administrative: { fullName: 'Lò Thị Mẫu' } };
  parent.append(form);
  await drawn(form);
  assert.equal(controlOf(fieldAt(form, 'administrative.fullName')).value, 'Lò Thị Mẫu');
  await write(form, 'administrative.fullName', 'Lò Văn Mẫu');
  assert.equal(form.value.administrative?.fullName, 'Lò Văn Mẫu');
});

it('goes from controls to text and back with what was written', async () => {
  const form = await recordForm({ administrative: { sex: 'female' } });
  await write(form, 'administrative.birthDate', '1/2/1990');
  form.mode = 'view';
  await drawn(form);
  assert.include(fieldAt(form, 'administrative.birthDate').textContent, '01/02/1990');
  form.mode = 'edit';
  await drawn(form);
  const field = fieldAt(form, 'administrative.birthDate');
  assert.equal(controlOf(field).value, '01/02/1990');
  assert.equal(field.querySelector('.value'), null);
  const sex = fieldAt(form, 'administrative.sex');
  assert.isTrue(sex.querySelector<HTMLInputElement>('[value=female]')!.checked);
});

it('takes a field alone: it reads, reports and keeps native events to itself', async () => {
  DateField.define();
  const field = await fixture<DateField>(
    html`<hssk-date-field path="day" label="Ngày hẹn"></hssk-date-field>`,
  );
  const control = controlOf(field.shadowRoot!);
  assert.equal(field.shadowRoot!.querySelector('label')!.textContent, 'Ngày hẹn');
  const changes: string[] = [];
  field.addEventListener('hssk-change', (event) => changes.push((event as ChangeEvent).path));
  let native = 0;
  field.parentElement!.addEventListener('input', () => native++);
  field.focus();
  await sendKeys({ type: '1/2/2026' });
  control.blur();
  await drawn(field);
  assert.equal(control.value, '01/02/2026');
  assert.equal(field.value, '2026-02-01');
  assert.deepEqual([...new Set(changes)], ['day']);
  assert.equal(native, 0);
});

it('shows another place when a field is given another path', async () => {
  DateField.define();
  const state = new FormState();
  state.load({ administrative: { birthDate: '1990' } });
  const field = await fixture<DateField>(
    html`<hssk-date-field .state=${state} path="administrative.birthDate"></hssk-date-field>`,
  );
  assert.equal(controlOf(field.shadowRoot!).value, '1990');
  field.path = 'administrative.identifiers.personal.issuedOn';
  await drawn(field);
  assert.equal(controlOf(field.shadowRoot!).value, '');
  state.put(field.path, { value: '2020-01-02' });
  await drawn(field);
  assert.equal(controlOf(field.shadowRoot!).value, '02/01/2020');
});

it('offers a list for what is typed and takes an entry by keyboard or click', async () => {
  CodedField.define();
  const state = new FormState();
  const field = await fixture<CodedField>(
    html`<hssk-coded-field .state=${state} path="administrative.ethnicity"></hssk-coded-field>`,
  );
  const root = field.shadowRoot!;
  const control = controlOf(root);
  const offered = async (): Promise<HTMLElement> => {
    for (;;) {
      await state.settled();
      await drawn(field);
      const entry = root.querySelector<HTMLElement>('[role=option]');
      if (entry) return entry;
      await new Promise(requestAnimationFrame);
    }
  };
  field.focus();
  await sendKeys({ type: 'thai' });
  await offered();
  await sendKeys({ press: 'ArrowDown' });
  await drawn(field);
  assert.equal(control.getAttribute('aria-expanded'), 'true');
  assert.equal(
    root.getElementById(control.getAttribute('aria-activedescendant')!)!.getAttribute('aria-selected'),
    'true',
  );
  await sendKeys({ press: 'Enter' });
  await drawn(field);
  assert.equal(control.value, 'Thái');
  assert.deepEqual(state.value('administrative.ethnicity'), { code: '03', text: 'Thái' });
  assert.equal(control.getAttribute('aria-expanded'), 'false');
  control.select();
  await sendKeys({ type: 'kinh' });
  const entry = await offered();
  entry.firstChild!.parentElement!.dispatchEvent(
    new PointerEvent('pointerdown', { bubbles: true, cancelable: true, composed: true }),
  );
  await drawn(field);
  assert.equal((state.value('administrative.ethnicity') as { text: string }).text, 'Kinh');
  assert.equal(root.querySelector('[role=option]'), null);
});

const rh = 'administrative.bloodRh';
const rhLine = (form: Element) => fieldAt(form, rh).querySelector<HTMLInputElement>('input.other')!;

it('makes nobody Rh-negative by a note that is edited beside a ticked box', async () => {
  for (const typed of ['–', '(–)', 'âm', 'âm thầm', 'Rh-', '- không', 'dương']) {
    const form = await recordForm({ administrative: { bloodRh: '+' } });
    await write(form, rh, '–');
    assert.equal(rhLine(form).value, '–');
    for (const text of ['– x', typed]) await write(form, rh, text);
    assert.equal(form.value.administrative?.bloodRh, '+');
    assert.deepEqual(form.value.notes, { [rh]: typed });
    assert.equal(rhLine(form).value, typed);
    await write(form, rh, '');
    assert.deepEqual([form.value.administrative?.bloodRh, form.value.notes], ['+', undefined]);
  }
});

it('makes nobody Rh-negative by a note that stands alone and is touched', async () => {
  const form = await recordForm({ notes: { [rh]: '–' } });
  await write(form, rh, `${rhLine(form).value}x`);
  await write(form, rh, rhLine(form).value.slice(0, -1));
  assert.isUndefined(form.value.administrative?.bloodRh);
});

it('reads what is typed beside empty boxes as one text, letter by letter', async () => {
  for (const [text, value, unread] of [
    ['Rh- (2020)', '-', undefined],
    ['+-', undefined, '+-'],
    ['Rh- ( )', undefined, 'Rh- ( )'],
  ] as const) {
    const form = await recordForm();
    rhLine(form).hidden = false;
    rhLine(form).focus();
    await sendKeys({ type: text });
    await sendKeys({ press: 'Tab' });
    assert.equal(form.value.administrative?.bloodRh, value);
    assert.equal(form.value.unread?.[rh], unread);
  }
});
