import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { Coverage } from '../../components/index.ts';
import { FakeLists, FakeRosters, classDay } from '../../components/results/testing.ts';
import type { CountedGroup, GroupKind } from '../../src/client/index.ts';

export default { title: 'Results/Coverage' } satisfies Meta;

const now = new Date(2026, 10, 20, 14, 5).getTime();

const group = (kind: GroupKind, name: string, expected: number, captured: number, seenToday: number) =>
  ({
    ...{ group: name, kind, name, expected, captured, missing: expected - captured, seenToday },
  }) satisfies CountedGroup;

function commune(carriedAt?: number): FakeRosters {
  const rosters = new FakeRosters();
  const hamlets = [
    group('hamlet', 'Thôn Mẫu 1', 412, 398, 61),
    group('hamlet', 'Thôn Mẫu 2', 287, 144, 0),
    group('hamlet', 'Tổ dân phố số 10 khu tái định cư Ví Dụ', 95, 2, 2),
  ];
  rosters.groupsOf = {
    commune: [group('commune', 'Xã Ví Dụ', 794, 544, 63)],
    'hamlet in Xã Ví Dụ': hamlets,
    hamlet: hamlets.map((each) => ({ ...each, ...(carriedAt && { carriedAt }) })),
    school: [group('school', 'Trường Tiểu học Ví Dụ', 480, 480, 120)],
  };
  rosters.peopleOf = {
    'Thôn Mẫu 2': [
      { id: 'a', fullName: 'Lê Văn Mẫu', birthDate: '1958' },
      { id: 'b', fullName: 'Trần Thị Ví Dụ', birthDate: '2016-05-01' },
    ],
  };
  return rosters;
}

function show(
  properties: Partial<Coverage>,
  beside: {
    locale?: 'en';
    theme?: 'dark';
    width?: 'phone';
    act?: (coverage: Coverage) => Promise<void>;
  } = {},
): StoryObj {
  const { act, ...globals } = beside;
  return {
    globals,
    render: (_args, { globals: { locale, theme } }) => {
      const { rosters, lists, by, names } = { rosters: commune(), by: 'hamlet' as const, ...properties };
      return html`<hssk-coverage
        by=${by}
        locale=${locale}
        theme=${theme}
        .now=${now}
        .rosters=${rosters}
        .lists=${lists}
        ?names=${names}
      ></hssk-coverage>`;
    },
    play: async ({ canvasElement }) => {
      const coverage = canvasElement.querySelector('hssk-coverage')!;
      await waitFor(() => expect(coverage.shadowRoot!.querySelector('table, .failure, .help')).toBeTruthy());
      await act?.(coverage);
    },
  };
}

const failing = (code: string): FakeRosters =>
  Object.assign(new FakeRosters(), { failing: { groups: code } });
const press = async (coverage: Coverage, selector: string): Promise<void> =>
  userEvent.click(coverage.shadowRoot!.querySelector(selector)!);

export const Hamlets = show({});
export const HamletsNarrow = show({}, { width: 'phone' });
export const HamletsDark = show({}, { theme: 'dark' });
export const HamletsEnglish = show({}, { locale: 'en' });
export const WithListsOfTheDevice = show({ lists: classDay(12) });
export const WithListsOfTheDeviceNarrow = show({ lists: classDay(12) }, { width: 'phone', theme: 'dark' });
export const WithoutNetwork = show({ rosters: commune(now - 30 * 3_600_000) });
export const NothingTakenAlong = show({ rosters: failing('copy.missing') });
export const Empty = show({ rosters: new FakeRosters(), lists: new FakeLists() });

/** From a commune into its hamlets. */
export const IntoACommune = show(
  { by: 'commune' },
  {
    act: async (coverage) => {
      await press(coverage, 'button.name');
      await waitFor(() => expect(coverage.shadowRoot!.querySelector('nav')).toHaveTextContent('Xã Ví Dụ'));
    },
  },
);

/** Names only where the host allows them, one group at a time. */
export const Names = show(
  { names: true },
  {
    act: async (coverage) => {
      await waitFor(() => expect(coverage.shadowRoot!.querySelector('.ask')).toBeTruthy());
      await press(coverage, '.ask');
      await waitFor(() =>
        expect(coverage.shadowRoot!.querySelector('.names')).toHaveTextContent('Lê Văn Mẫu'),
      );
    },
  },
);

/** The server keeps names to itself. */
export const NamesRefused = show(
  { names: true, rosters: Object.assign(commune(), { failing: { people: 'access.denied' } }) },
  {
    act: async (coverage) => {
      await waitFor(() => expect(coverage.shadowRoot!.querySelector('.ask')).toBeTruthy());
      await press(coverage, '.ask');
      await waitFor(() => expect(coverage.shadowRoot!.querySelector('[role=alert]')).toBeTruthy());
    },
  },
);
