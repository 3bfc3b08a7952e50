import { Blank } from '../../components/fields/index.ts';
import { Roster } from '../../components/roster/index.ts';
import { ScreeningForm } from '../../components/screening/index.ts';
import { SessionElement } from '../../components/session/index.ts';
import type { MemberList } from '../../src/client/index.ts';
import type { Outbox } from '../../src/outbox/index.ts';
import { elementsOf } from '../controls.ts';
import { newKey, openStore } from './captures.ts';

for (const element of [SessionElement, Roster, ScreeningForm]) element.define();

/** The path of the first blank of the measuring station: who stands in it with nothing written is the next pupil. */
export const firstPath = 'screenings.2026-2027.rounds.round1.weightKg';

const id = 'list-bench';
let outbox: Outbox;
let roster: Roster;
let form: ScreeningForm;

const listOf = (count: number): MemberList => ({
  id,
  kind: 'class',
  name: 'Trường Tiểu học Ví Dụ',
  year: '2026-2027',
  members: Array.from({ length: count }, (_, at) => ({
    id: `m${at + 1}`,
    fullName: `Nguyễn Thị Mẫu ${at + 1}`,
    birthDate: `2018-0${(at % 9) + 1}-1${at % 10}`,
    sex: at % 2 ? 'male' : 'female',
    className: `3A${(at % 50) + 1}`,
    studentCode: `HS${String(at + 1).padStart(5, '0')}`,
  })),
});

/** What the forms and lists of a page draw again, and which rows of the list were touched. */
const drawn = { forms: 0, blanks: 0, rows: new Set<string>() };

function count({ prototype }: { prototype: object }, name: string, note: () => void): void {
  let proto: object | null = prototype;
  while (proto && !Object.hasOwn(proto, name)) proto = Object.getPrototypeOf(proto) as object | null;
  const methods = proto as { [name: string]: (...args: unknown[]) => unknown };
  const method = methods[name]!;
  methods[name] = function (this: object, ...args: unknown[]) {
    note();
    return method.apply(this, args);
  };
}

function rowOf(node: Node): string | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.body [role=row]')?.getAttribute('aria-rowindex') ?? undefined;
}

const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
const bodyOf = (): Element | undefined =>
  [...elementsOf(roster.shadowRoot!)].find((each) => each.matches('.body'));

/** A list of so many on the device, open beside the measuring station, and its first pupil in the form. */
export async function draw(size: number): Promise<void> {
  outbox = await openStore(`pupils-${size}`);
  outbox.sync.pause();
  await outbox.vault.setUpWithKey(await newKey());
  await outbox.lists.put(listOf(size));
  const session = document.createElement('hssk-session');
  session.client = {} as never;
  session.outbox = outbox;
  roster = document.createElement('hssk-roster');
  form = document.createElement('hssk-screening-form');
  Object.assign(form, { station: 'measure', pad: 'off' });
  for (const element of [roster, form]) element.now = '2026-09-15';
  roster.addEventListener('hssk-select', ({ member, list }) => Object.assign(form, { list, member }));
  form.addEventListener('hssk-next', () => void roster.next());
  session.append(roster, form);
  document.body.append(session);
  roster.list = id;
  while (!bodyOf()) await frame();
  roster.next();
  await isOpen('m1');
  const body = bodyOf()!;
  new MutationObserver((records) => {
    for (const { target } of records) {
      const row = rowOf(target);
      if (row) drawn.rows.add(row);
    }
  }).observe(body, { subtree: true, childList: true, attributes: true, characterData: true });
  count(ScreeningForm, 'performUpdate', () => drawn.forms++);
  count(Blank, 'update', () => drawn.blanks++);
}

/** Waits until a pupil can be written of, and those before are queued. */
export async function isOpen(member: string): Promise<void> {
  for (;;) {
    const field = form.shadowRoot!.activeElement?.closest<HTMLElement>('[data-path]');
    const control = field?.querySelector<HTMLInputElement>('input');
    const openId = typeof form.member === 'object' ? form.member.id : form.member;
    if (openId === member && field?.dataset['path'] === firstPath && control?.value === '') return;
    await frame();
  }
}

const scrollerOf = (): Element =>
  [...elementsOf(roster.shadowRoot!)].find((each) => each.matches('.scroller'))!;

/** Where the pointer is over the rows. */
export function middle(): { x: number; y: number } {
  scrollerOf().scrollIntoView({ block: 'center' });
  const { left, top, width, height } = scrollerOf().getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

export function isAtEnd(): boolean {
  const { scrollTop, clientHeight, scrollHeight } = scrollerOf();
  return scrollTop + clientHeight >= scrollHeight - 2;
}

/** What was drawn since it was asked last. */
export function seen(): { forms: number; blanks: number; rows: number } {
  const { forms, blanks, rows } = drawn;
  const now = { forms, blanks, rows: rows.size };
  drawn.forms = drawn.blanks = 0;
  rows.clear();
  return now;
}

/** Takes everything away; gives how many records wait. */
export async function end(): Promise<number> {
  const { waiting } = await outbox.sync.status();
  document.querySelector('hssk-session')!.remove();
  await outbox.vault.wipe();
  await outbox.vault.close();
  return waiting;
}
