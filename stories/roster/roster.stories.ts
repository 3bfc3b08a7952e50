import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { FakeConsents, FakeLists, listOf, provide, pupils } from '../../components/roster/testing.ts';
import type { MemberList, MemberState } from '../../src/client/index.ts';
import type { Session } from '../../components/index.ts';

const now = '2026-11-20';
const day = new Date(2026, 10, 20, 8).getTime();
const long = {
  fullName: 'Công Tằng Tôn Nữ Hoàng Ngọc Phương Nguyên Thảo Ví Dụ Mẫu',
  className: '3A1',
};
const members = pupils(64).map((member, at) => (at === 1 ? { ...member, ...long } : member));
const states = new Map<string, MemberState>([
  ['m1', { stations: { measure: 'all', eye: 'all' }, at: day, queue: 'waiting' }],
  ['m2', { stations: { measure: 'all', eye: 'some' }, at: day }],
  ['m3', { stations: {}, mark: { kind: 'absent', words: 'nghỉ ốm có phép, mẹ gọi báo sáng nay', at: day } }],
  [
    'm4',
    {
      stations: { measure: 'all', eye: 'all' },
      mark: { kind: 'recheck', words: 'đo lại chiều cao', at: day },
    },
  ],
  ['m5', { stations: { measure: 'all', eye: 'all' }, at: day, queue: 'attention' }],
  ['m6', { stations: {}, consent: 'refused' }],
]);
const consent = {
  controller: { id: 'TYT-99', name: 'Trạm Y tế Ví Dụ', contact: 'lienhe@example.com' },
  processors: [],
  recipients: [],
};

function inSession(session: Session, attributes: Readonly<Record<string, string>>): HTMLElement {
  const host = document.createElement('div');
  provide(host, session);
  const roster = document.createElement('hssk-roster');
  for (const [name, value] of Object.entries({ now, ...attributes })) roster.setAttribute(name, value);
  host.append(roster);
  return host;
}

/** Lists of this device with the states above, and answers of parents. */
function stored(
  value: MemberList = listOf(members),
  own: ReadonlyMap<string, MemberState> = states,
): Session {
  const lists = new FakeLists(value, listOf(pupils(31), { id: 'list-2', name: 'Lớp 4B' }));
  for (const [id, state] of own) lists.set(value.id, id, state);
  return { lists, consents: new FakeConsents() as never, user: 'yt-0412', facility: 'TYT-99' };
}

const roster = (value: MemberList, more: Readonly<Record<string, string>> = {}): TemplateResult =>
  html`<hssk-roster
    now=${now}
    stations=${more['stations'] ?? 'measure'}
    locale=${more['locale'] ?? 'vi'}
    theme=${more['theme'] ?? 'light'}
    names=${more['names'] ?? 'all'}
    .value=${value}
    .states=${states}
  ></hssk-roster>`;

const inside = (canvas: HTMLElement, tag: string): ShadowRoot =>
  canvas.querySelector('hssk-roster')!.shadowRoot!.querySelector<HTMLElement>(tag)!.shadowRoot!;

const meta: Meta = { title: 'Roster/Roster' };
export default meta;
type Story = StoryObj;

export const OneStation: Story = { render: () => roster(listOf(members)) };
export const SeveralStations: Story = {
  render: () => roster(listOf(members), { stations: 'measure eye dental doctor' }),
};
export const Dark: Story = {
  render: () => roster(listOf(members), { theme: 'dark', stations: 'measure eye' }),
};
export const English: Story = { render: () => roster(listOf(members), { locale: 'en' }) };
export const NumbersOnly: Story = { render: () => roster(listOf(members), { names: 'none' }) };
export const Empty: Story = { render: () => roster(listOf([])) };
export const TwoThousand: Story = {
  render: () =>
    roster(listOf(pupils(2000, ['1A', '2A', '3A', '4A', '5A']), { name: 'Toàn trường', kind: 'school' })),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('hssk-roster')!;
    await waitFor(() =>
      expect(inside(canvasElement, 'hssk-roster-rows').querySelector('.body .row')).not.toBeNull(),
    );
    await expect(element.next()?.id).toBe('m7');
  },
};
export const Chosen: Story = {
  render: () => inSession(stored(), { list: 'list-1', stations: 'measure eye', member: 'm3' }),
};
export const Lists: Story = { render: () => inSession(stored(), {}) };
export const NoStore: Story = { render: () => inSession({}, {}) };
export const Import: Story = {
  render: () => inSession(stored(), { view: 'import' }),
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(inside(canvasElement, 'hssk-list-import').querySelector('textarea')).not.toBeNull(),
    );
    const root = inside(canvasElement, 'hssk-list-import');
    root.querySelector('details')!.open = true;
    const area = root.querySelector('textarea')!;
    area.value =
      'TRƯỜNG TIỂU HỌC VÍ DỤ\nSTT\tHọ và tên\tNgày sinh\tGiới tính\tLớp\n1\tLê Thị Mẫu\t01/02/2018\tNữ\t3A\n2\tTrần Văn Ví Dụ\t31/02/2018\tNam\t3A\n3\t\t05/05/2018\tNam\t3A\n4\tLê Thị Mẫu\t01/02/2018\tNữ\t3A\n5\t=1+1\t01/02/2018\tNam\t3A\nTổng số: 4\t\t\t\t';
    await userEvent.click(root.querySelector<HTMLElement>('details form button')!);
    await waitFor(() => expect(root.querySelectorAll('.lines > li').length).toBe(8));
  },
};
export const ImportRefused: Story = {
  render: () => inSession(stored(), { view: 'import' }),
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(inside(canvasElement, 'hssk-list-import').querySelector('#file')).not.toBeNull(),
    );
    const element = canvasElement
      .querySelector('hssk-roster')!
      .shadowRoot!.querySelector('hssk-list-import')!;
    await element.read(new Blob(['<html><table>']));
    await waitFor(() => expect(element.shadowRoot!.querySelector('#refused')).not.toBeNull());
  },
};
export const Consents: Story = {
  render: () => inSession({ ...stored(), consent }, { list: 'list-1', view: 'consents' }),
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(
        inside(canvasElement, 'hssk-class-consents')
          .querySelector('hssk-roster-rows')
          ?.shadowRoot?.querySelector('.body .row'),
      ).toBeTruthy(),
    );
    const rows = inside(canvasElement, 'hssk-class-consents').querySelector('hssk-roster-rows')!.shadowRoot!;
    await userEvent.click(rows.querySelector<HTMLElement>('.body .row')!);
    await waitFor(() =>
      expect(inside(canvasElement, 'hssk-class-consents').querySelector('.slip')).not.toBeNull(),
    );
  },
};
export const NeedsConsent: Story = {
  render: () => inSession({ ...stored(), consent }, { list: 'list-1', stations: 'measure' }),
};
