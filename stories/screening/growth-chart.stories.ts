import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { GrowthChart, GrowthPoint } from '../../components/index.ts';
import type { GrowthIndicator } from '../../src/measures/index.ts';

export default { title: 'Screening/Growth chart' } satisfies Meta;

/** Both rounds of three school years. */
const pupil: readonly GrowthPoint[] = [
  { measuredOn: '2023-09-12', weightKg: 21.1, heightCm: 116.4 },
  { measuredOn: '2024-03-12', weightKg: 22.6, heightCm: 119.4 },
  { measuredOn: '2024-09-12', weightKg: 24.1, heightCm: 122.4 },
  { measuredOn: '2025-03-15', weightKg: 26, heightCm: 125.5 },
  { measuredOn: '2025-09-15', weightKg: 27.4, heightCm: 128.5 },
  { measuredOn: '2026-03-16', weightKg: 29, heightCm: 131.2 },
];
/** A child whose growth falters. */
const infant: readonly GrowthPoint[] = [
  { measuredOn: '2024-07-19', weightKg: 2.3, heightCm: 45.5, headCm: 32.5 },
  { measuredOn: '2024-10-19', weightKg: 5.2, heightCm: 57, headCm: 38 },
  { measuredOn: '2025-04-19', weightKg: 7.3, heightCm: 66.5, headCm: 43 },
  { measuredOn: '2025-12-18', weightKg: 8.6, heightCm: 75, headCm: 45.5 },
  { measuredOn: '2026-10-20', weightKg: 9.1, heightCm: 79, headCm: 46.8 },
];
/** What cannot be drawn: nothing measured, oedema, a slip of the hand. */
const troubled: readonly GrowthPoint[] = [
  ...pupil,
  { measuredOn: '2026-05-04', heightCm: 132 },
  { measuredOn: '2026-06-01', weightKg: 29.5, heightCm: 132.3, oedema: true },
  { measuredOn: '2026-09-07', weightKg: 80, heightCm: 133 },
];

interface Beside {
  readonly locale?: 'en';
  readonly theme?: 'dark';
  readonly width?: 'phone';
  readonly table?: boolean;
  readonly act?: (chart: GrowthChart) => Promise<void>;
}

function show(
  indicator: GrowthIndicator,
  child: { readonly sex?: string; readonly birthDate: string; readonly points: readonly GrowthPoint[] },
  beside: Beside = {},
): StoryObj {
  const { table = false, act, ...globals } = beside;
  return {
    globals,
    render: (_args, { globals: { locale, theme } }) =>
      html`<hssk-growth-chart
        indicator=${indicator}
        .sex=${child.sex}
        birth-date=${child.birthDate}
        .points=${child.points}
        ?shows-table=${table}
        locale=${locale}
        theme=${theme}
      ></hssk-growth-chart>`,
    play: async ({ canvasElement, globals: { locale } }) => {
      const chart = canvasElement.querySelector('hssk-growth-chart')!;
      if (child.sex) await waitFor(() => expect(chart.shadowRoot!.querySelector('.curve')).toBeTruthy());
      if (locale === 'en')
        await waitFor(() => expect(chart.shadowRoot!.querySelector('figcaption')).toHaveTextContent('age'));
      await act?.(chart);
    },
  };
}

const girl = { sex: 'female', birthDate: '2017-03-14', points: pupil };
const boy = { sex: 'male', birthDate: '2024-07-19', points: infant };

export const Height = show('heightForAge', girl);
export const Bmi = show('bmiForAge', girl, { table: true });
export const BmiDark = show('bmiForAge', girl, { table: true, theme: 'dark' });
export const BmiNarrow = show('bmiForAge', girl, { table: true, width: 'phone' });
export const BmiEnglish = show('bmiForAge', girl, { table: true, locale: 'en' });
export const WeightOfAnInfant = show('weightForAge', boy);
export const LengthOfAnInfant = show('heightForAge', boy);
export const WeightForHeight = show('weightForHeight', boy);
export const Head = show('headForAge', boy);
export const HeadNarrowDark = show('headForAge', boy, { width: 'phone', theme: 'dark' });
export const NotDrawn = show('bmiForAge', { ...girl, points: troubled }, { table: true });
export const OnlyTheMonthOfBirth = show('heightForAge', { ...girl, birthDate: '2017-03' }, { table: true });
export const NoMeasurement = show('heightForAge', { ...girl, points: [] });
export const NoSex = show('heightForAge', { birthDate: '2017-03-14', points: pupil });

/** By keyboard: one stop, then the arrows. */
export const Keyboard = show('heightForAge', girl, {
  act: async (chart) => {
    const root = chart.shadowRoot!;
    root.querySelector<SVGElement>('.point')!.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(root.querySelector('.detail')).toHaveTextContent('12/09/2024'));
  },
});
