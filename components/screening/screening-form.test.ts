import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SessionElement } from '../session/index.ts';
import { controlOf, fieldAt } from '../testing.ts';
import { ScreeningForm } from './index.ts';
import { FakeLists, classList, measuredBefore, pupils } from './testing.ts';

const now = '2026-09-15';
const row = 'screenings.2026-2027.rounds.round1';

async function stationIn(lists: FakeLists, more: Partial<ScreeningForm> = {}): Promise<ScreeningForm> {
  SessionElement.define();
  ScreeningForm.define();
  const session = await fixture<SessionElement>(html`<hssk-session .session=${{ lists }}></hssk-session>`);
  const form = document.createElement('hssk-screening-form');
  Object.assign(form, { station: 'measure', pad: 'off', now, list: classList, member: pupils[0], ...more });
  session.append(form);
  await waitUntil(() => focused(form) !== null, 'a field has the focus');
  return form;
}

const focused = (form: ScreeningForm): string | null =>
  form.shadowRoot!.activeElement?.closest<HTMLElement>('[data-path]')?.dataset['path'] ?? null;

/** Opens the next pupil of the list when the form asks for it, as a list does. */
function follow(form: ScreeningForm): void {
  form.addEventListener('hssk-next', ({ member }) => {
    const at = pupils.findIndex(({ id }) => id === (form.member as { id: string }).id);
    form.member = member ? pupils.find(({ id }) => id === member) : pupils[at + 1];
  });
}

it('saves a measuring station and opens the next pupil within 12 keys besides the digits', async () => {
  const lists = new FakeLists(classList);
  lists.records.set('m1', measuredBefore);
  const form = await stationIn(lists);
  follow(form);
  await form.check();
  assert.equal(focused(form), `${row}.weightKg`);
  let others = 0;
  const press = async (keys: string): Promise<void> => {
    for (const key of keys.split(' ')) {
      for (const one of /^\w{2,}$/.test(key) && !/^\d/.test(key) ? [key] : key) {
        if (!/^\d$/.test(one)) others++;
        await sendKeys({ press: one });
      }
    }
  };
  await press('27,5 Enter 131,5 Enter 105/65 Enter 88 Enter');
  await waitUntil(() => (form.member as { id: string }).id === 'm2');
  await waitUntil(
    () => focused(form) === `${row}.weightKg` && controlOf(fieldAt(form, `${row}.weightKg`)).value === '',
  );
  assert.isAtMost(others, 12);
  const [[member, record, stations] = []] = lists.sent;
  assert.equal(member, 'm1');
  assert.deepEqual(record?.screenings?.['2026-2027']?.rounds?.['round1'], {
    weightKg: 27.5,
    heightCm: 131.5,
    bloodPressureMmHg: { systolic: 105, diastolic: 65 },
    pulsePerMinute: 88,
    measuredOn: now,
  });
  assert.equal(stations?.['measure'], 'all');
});
