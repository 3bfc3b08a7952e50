import { html, render } from 'lit';
import type { TemplateResult } from 'lit';
import type { ResultsWords } from '../../src/i18n/results.ts';
import type { Summary } from '../../src/school/index.ts';
import type { PrintJob } from '../print-frame.ts';
import { noticePage } from './notice-view.ts';
import type { PrintSetting } from './notice-view.ts';
import { a4Styles, a5Height, a5Styles } from './print.styles.ts';
import { referralPage } from './referral-view.ts';
import type { PupilResult } from './results-model.ts';
import { summaryPage, summaryTable } from './summary-view.ts';

const writing =
  (title: string, lang: string, content: TemplateResult): PrintJob['write'] =>
  (page) => {
    page.documentElement.lang = lang;
    page.title = title;
    render(content, page.body, { creationScope: page });
  };

/** Notices or letters, a page of A5 for each pupil. */
export function pupilsJob(
  setting: PrintSetting,
  kind: 'notices' | 'referrals',
  pupils: readonly PupilResult[],
): PrintJob {
  const { ui, locale } = setting.words.results;
  const pageOf = kind === 'referrals' ? referralPage : noticePage;
  return {
    css: a5Styles.cssText,
    height: a5Height,
    write: writing(ui[kind], locale, html`${pupils.map((pupil) => pageOf(setting, pupil))}`),
  };
}

/** The summary of Mẫu 02 on A4; `where` = school, year and lists that are counted. */
export function summaryJob({ summary, locale }: ResultsWords, figures: Summary, where: string): PrintJob {
  const table = summaryTable(figures, summary);
  const content = summaryPage(summary.title, where, table, summary.head);
  return { css: a4Styles.cssText, write: writing(summary.title, locale, content) };
}
