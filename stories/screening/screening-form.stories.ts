import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { ScreeningForm } from '../../components/index.ts';
import { FakeLists, classList, measuredBefore, pupils } from '../../components/screening/testing.ts';
import type { MemberState } from '../../src/client/index.ts';
import { setAt } from '../../src/schema/index.ts';

export default { title: 'Screening/Screening form' } satisfies Meta;

const row = 'screenings.2026-2027.rounds.round1';

interface Beside {
  readonly locale?: 'en';
  readonly theme?: 'dark';
  readonly width?: 'phone';
  readonly pad?: 'on';
  readonly state?: MemberState;
  readonly record?: typeof measuredBefore;
  readonly act?: (form: ScreeningForm) => Promise<void>;
}

function show(station: string, beside: Beside = {}): StoryObj {
  const { act, pad = 'off', state, record = measuredBefore, ...globals } = beside;
  return {
    globals,
    render: (_args, { globals: { locale, theme } }) => {
      const lists = new FakeLists(classList);
      lists.records.set('m1', record);
      if (state) lists.states.set('m1', state);
      const next = (event: Event): void => {
        const form = event.target as ScreeningForm;
        const at = pupils.findIndex(({ id }) => id === (form.member as { readonly id: string }).id);
        form.member = pupils[(at + 1) % pupils.length];
      };
      return html`<hssk-session .session=${{ lists }}
        ><hssk-screening-form
          station=${station}
          pad=${pad}
          now="2026-09-15"
          locale=${locale}
          theme=${theme}
          .list=${classList}
          .member=${pupils[0]}
          @hssk-next=${next}
        ></hssk-screening-form
      ></hssk-session>`;
    },
    play: async ({ canvasElement }) => {
      const form = canvasElement.querySelector('hssk-screening-form')!;
      await waitFor(() => expect(form.shadowRoot!.activeElement).toBeTruthy());
      await form.check();
      await act?.(form);
    },
  };
}

/** Types into the field that has the focus. */
const type =
  (keys: string, shows: string) =>
  async (form: ScreeningForm): Promise<void> => {
    await userEvent.keyboard(keys);
    await waitFor(() => expect(form.shadowRoot!.textContent).toContain(shows));
  };

const measured = '27,5{Enter}131,5{Enter}98/62{Enter}';
const advised = '36{Enter}131,5{Enter}130/90{Enter}';

export const Measure = show('measure', { act: type(measured, 'BMI theo tuổi') });
export const MeasureByFinger = show('measure', { pad: 'on', act: type(measured, 'BMI theo tuổi') });
export const MeasureOnAPhone = show('measure', {
  pad: 'on',
  width: 'phone',
  act: type('27,5{Enter}', 'Z −0,52'),
});
export const MeasureInEnglish = show('measure', { locale: 'en', act: type(measured, 'BMI for age') });
export const Advice = show('measure', { act: type(advised, 'Huyết áp bằng') });
export const AdviceDark = show('measure', { theme: 'dark', pad: 'on', act: type(advised, 'Huyết áp bằng') });
export const CommaLeftOut = show('measure', { act: type('275{Enter}', 'Có phải 27,5 kg không?') });
export const SmallerThanLastTime = show('measure', {
  act: type('27,5{Enter}121{Enter}', 'Thấp hơn lần trước'),
});
export const SmallerOnAPhone = show('measure', {
  width: 'phone',
  act: type('27,5{Enter}121{Enter}', 'Thấp hơn lần trước'),
});
export const Errors = show('measure', {
  act: type('27,5{Enter}131{Enter}60/90{Enter}{Enter}', '1 lỗi phải sửa trước khi gửi'),
});
export const NotMeasured = show('measure', { act: type('-{Enter}*{Enter}', 'Không đo được') });
export const Oedema = show('measure', {
  record: setAt(setAt(measuredBefore, `${row}.oedema`, true), `${row}.weightKg`, 27),
  act: type('131', 'Phù hai bàn chân'),
});
export const Eyes = show('eye', { act: type('68', 'Thị lực không kính từ') });
export const EyesByFinger = show('eye', { pad: 'on', width: 'phone' });
export const Teeth = show('dental', { act: type('3', 'Có răng sâu') });
export const Doctor = show('doctor', { act: type('8', 'Góc xoay thân từ 7 độ') });
export const General = show('general');
export const GeneralOnAPhone = show('general', { width: 'phone' });
export const Everything = show('');
export const Refused = show('measure', { state: { stations: {}, consent: 'refused' } });
export const NotAnswered = show('measure', { state: { stations: {}, consent: 'unanswered' } });
export const MarkedToBeCheckedAgain = show('measure', {
  state: { stations: {}, mark: { kind: 'recheck', words: 'Huyết áp', at: 1 } },
});
/** Saved, and the next pupil is open. */
export const NextPupil = show('measure', { act: type(`${measured}88{Enter}`, 'Quàng Văn Mẫu') });
