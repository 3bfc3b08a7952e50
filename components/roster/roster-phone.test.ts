import { assert, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Session } from '../context.ts';
import { drawn } from '../testing.ts';
import { at, rowsOf, settings, text } from './roster-testing.ts';
import type { Roster } from './roster.ts';
import { FakeConsents, FakeLists, listOf, provide, pupils } from './testing.ts';

const ofParents: Session = { consents: new FakeConsents() as never, consent: settings };
const members = pupils(30).map((member, n) => ({ ...member, className: n % 2 ? '3A' : '3B' }));

async function onPhone(more: Session = {}, width = 360): Promise<Roster> {
  await setViewport({ width, height: 640 });
  const lists = new FakeLists(listOf(members, { kind: 'hamlet', name: 'Các lớp khối 3 trường Ví Dụ' }));
  for (const { id } of members) lists.set('list-1', id, { consent: 'agreed' });
  lists.set('list-1', members[0]!.id, { consent: 'refused' });
  const host = await fixture<HTMLElement>(html`<div></div>`);
  provide(host, { lists, ...more });
  const element = document.createElement('hssk-roster');
  Object.assign(element, { now: '2026-11-20', list: 'list-1' });
  host.append(element);
  await waitUntil(() => rowsOf(element)[0]?.offsetHeight, 'the list is open');
  await drawn(element);
  return element;
}

const isShown = (element: Roster, selector: string) => at(element, selector).checkVisibility();

const surroundings: readonly (readonly [string, Session])[] = [
  ['a list', {}],
  ['a list with the answers of parents', ofParents],
];
for (const [name, session] of surroundings)
  it(`the first three people of ${name} stand on the first screen of a phone`, async () => {
    const element = await onPhone(session);
    const { top } = element.getBoundingClientRect();
    const whole = rowsOf(element).filter((row) => row.getBoundingClientRect().bottom - top <= 640);
    assert.isAtLeast(whole.length, 3);
    assert.isAtMost(document.documentElement.scrollWidth, 360);
  });

it('on a phone class and status are folded into a button, which opens by key and tells how many are set', async () => {
  const element = await onPhone();
  const fold = at(element, '.fold');
  assert.equal(text(fold), 'Lọc ▾');
  assert.equal(fold.getAttribute('aria-expanded'), 'false');
  for (const hidden of ['select', '[data-shown=all]']) assert.isFalse(isShown(element, hidden), hidden);
  at(element, 'input[type=search]').focus();
  await sendKeys({ press: 'Tab' });
  await sendKeys({ press: 'Enter' });
  await drawn(element);
  assert.equal(fold.getAttribute('aria-expanded'), 'true');
  assert.isTrue(at(element, `#${fold.getAttribute('aria-controls')!}`).contains(at(element, 'select')));
  for (const shown of ['select', '[data-shown=all]']) assert.isTrue(isShown(element, shown), shown);
  await sendKeys({ press: 'Tab' });
  assert.equal(element.shadowRoot!.activeElement?.localName, 'select', 'what was opened comes next');
  at(element, '[data-shown=all]').click();
  await drawn(element);
  assert.include(text(fold), 'Lọc 1, đang dùng 1 bộ lọc');
  const select = at(element, 'select') as HTMLSelectElement;
  select.value = '3A';
  select.dispatchEvent(new Event('change'));
  fold.click();
  await drawn(element);
  assert.include(text(fold), 'Lọc 2, đang dùng 2 bộ lọc');
  assert.isFalse(isShown(element, 'select'));
  assert.include(text(at(element, '.found')), '15 người');
});

it('on a wide screen all filters are shown, and nothing is to be unfolded', async () => {
  const element = await onPhone(ofParents, 900);
  assert.isFalse(isShown(element, '.fold'));
  for (const shown of ['.search span', 'select', '[data-shown=all]'])
    assert.isTrue(isShown(element, shown), shown);
});

for (const theme of ['light', 'dark'] as const)
  it(`is accessible on a phone, folded and unfolded: ${theme}`, async () => {
    const element = await onPhone(ofParents);
    element.theme = theme;
    await drawn(element);
    await expect(element).to.be.accessible();
    at(element, '.fold').click();
    await drawn(element);
    await expect(element).to.be.accessible();
  });
