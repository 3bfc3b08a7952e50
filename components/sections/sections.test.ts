import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { controlOf, drawn } from '../testing.ts';
import { HistorySection, ImmunizationSection } from './index.ts';

const contradiction = {
  immunizations: { basic: { bcg: { notGiven: true, givenOn: '2026-01-02' } } },
};

/** A section alone, as wide as told, drawn and judged. */
async function immunizations(width: number): Promise<ImmunizationSection> {
  ImmunizationSection.define();
  const place = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px"></div>`);
  const section = document.createElement('hssk-immunization-section');
  Object.assign(section, { value: contradiction, now: '2026-11-18' });
  place.append(section);
  await section.updateComplete;
  await section.check();
  await drawn(section);
  return section;
}

const cellOf = (section: Element, column: string): HTMLElement =>
  section.shadowRoot!.querySelector(`[data-path="immunizations.basic.bcg.${column}"]`)!;

it('lets what is said of a narrow cell run along its row, below the controls', async () => {
  const section = await immunizations(960);
  const box = cellOf(section, 'notGiven');
  const messages = box.querySelector('.messages')!.getBoundingClientRect();
  const date = controlOf(cellOf(section, 'givenOn')).getBoundingClientRect();
  assert.isBelow(messages.height, 45);
  assert.isAbove(messages.top, date.bottom);
  assert.approximately(messages.left, controlOf(box).getBoundingClientRect().left, 4);
});

it('keeps what is said of a cell beside it on a phone', async () => {
  const section = await immunizations(340);
  const messages = cellOf(section, 'notGiven').querySelector('.messages')!.getBoundingClientRect();
  assert.isBelow(messages.bottom, controlOf(cellOf(section, 'givenOn')).getBoundingClientRect().top);
});

it('brings a cell into focus though it has no box of its own', async () => {
  const section = await immunizations(960);
  const cell = section.shadowRoot!.querySelector<HTMLElement>('[data-path^="immunizations.tetanus"]')!;
  (section as unknown as { form: { goTo(path: string): boolean } }).form.goTo(cell.dataset['path']!);
  assert.equal(section.shadowRoot!.activeElement, controlOf(cell));
  await waitUntil(() => controlOf(cell).getBoundingClientRect().top < innerHeight);
});

it('takes the dark colours alone too', async () => {
  HistorySection.define();
  const section = await fixture<HistorySection>(html`<hssk-history-section></hssk-history-section>`);
  const light = getComputedStyle(section).color;
  section.theme = 'dark';
  await section.updateComplete;
  assert.notEqual(getComputedStyle(section).color, light);
  assert.equal(getComputedStyle(section).colorScheme, 'dark');
  assert.notEqual(getComputedStyle(section).backgroundColor, 'rgba(0, 0, 0, 0)');
});
