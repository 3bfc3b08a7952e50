import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { fill } from '../../src/i18n/index.ts';
import type { ResultsWords } from '../../src/i18n/results.ts';
import type { Summary, SummaryGroup, Tally } from '../../src/school/index.ts';
import type { CsvCell } from '../csv.ts';

type SummaryWords = ResultsWords['summary'];

/** What Mẫu 02 counts, and the classes of each in their order. */
const parts = [
  ['nutrition', ['normal', 'undernourished', 'overweightObese']],
  ['vision', ['normal', 'low']],
  ['spine', ['normal', 'again', 'rotation', 'curved']],
  ['caries', ['sound', 'caries']],
  ['bloodPressure', ['normal', 'high']],
] as const;

const none: Tally = {
  ...{ measured: 0, judged: 0, open: 0, notMeasured: 0, absent: 0, refused: 0, outside: 0, counts: {} },
};

/** The figures of a group in the order of the columns: judged, its classes, not judged, for each part. */
function figures({ pupils, tallies }: SummaryGroup): number[] {
  return parts.flatMap(([code, classes]) => {
    const { judged, counts } = tallies[code] ?? none;
    return [judged, ...classes.map((name) => counts[name] ?? 0), pupils - judged];
  });
}

const sexWords = (words: SummaryWords, sex: SummaryGroup['sex']): string => words[sex ?? 'noSex'];

/** Headings of the columns under each part. */
function columns(words: SummaryWords): readonly (readonly [part: string, headings: readonly string[]])[] {
  return parts.map(([code, classes]) => [
    words[code],
    [words.judged, ...classes.map((name) => words[`${code}.${name}` as keyof SummaryWords]), words.rest],
  ]);
}

interface Row {
  readonly grade: string;
  readonly sex: string;
  readonly group: SummaryGroup;
  readonly isSum: boolean;
}

/** Groups by grade and sex, then the sums by sex and of all. */
function rowsOf({ groups, bySex, total }: Summary, words: SummaryWords): readonly Row[] {
  const grade = (group: SummaryGroup): string =>
    group.grade === undefined ? words.noGrade : String(group.grade);
  return [
    ...groups.map((group) => ({ grade: grade(group), sex: sexWords(words, group.sex), group, isSum: false })),
    ...bySex.map((group) => ({ grade: words.total, sex: sexWords(words, group.sex), group, isSum: true })),
    { grade: words.total, sex: '', group: total, isSum: true },
  ];
}

/** Why somebody is not judged, over all, for each part. */
function footnote({ total }: Summary, words: SummaryWords): string {
  const lines = parts.map(([code]) => {
    const { absent, refused, notMeasured, open, outside } = total.tallies[code] ?? none;
    const counts = fill(words.footnote, { absent, refused, notMeasured, open: open + outside });
    return `${words[code]}: ${counts}`;
  });
  return lines.join(' ');
}

/** The table of Mẫu 02; a wide one, to be read on A4 across. */
export function summaryTable(summary: Summary, words: SummaryWords): TemplateResult {
  const groups = columns(words);
  return html`<table class="figures">
      <thead>
        <tr>
          <th scope="col" rowspan="2">${words.grade}</th>
          <th scope="col" rowspan="2">${words.sex}</th>
          <th scope="col" rowspan="2">${words.pupils}</th>
          ${groups.map(([part, headings]) => html`<th scope="colgroup" colspan=${headings.length}>${part}</th>`)}
        </tr>
        <tr>
          ${groups.map(([, headings]) => headings.map((text) => html`<th scope="col"><span>${text}</span></th>`))}
        </tr>
      </thead>
      <tbody>
        ${rowsOf(summary, words).map(
          ({ grade, sex, group, isSum }) =>
            html`<tr class=${isSum ? 'sum' : ''}>
              <th scope="row">${grade}</th>
              <td>${sex}</td>
              <td>${group.pupils}</td>
              ${figures(group).map((figure) => html`<td>${figure}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="small help">${words.help} ${footnote(summary, words)}</p>`;
}

/** The table as rows for a sheet: one line of headings, why somebody was not judged in columns of their own. */
export function summaryRows(summary: Summary, words: SummaryWords): CsvCell[][] {
  const why = ['absent', 'refused', 'notMeasured', 'open', 'outside'] as const;
  const head = [
    ...[words.grade, words.sex, words.pupils],
    ...columns(words).flatMap(([part, headings]) => headings.map((text) => `${part}: ${text}`)),
    ...parts.flatMap(([code]) => why.map((name) => `${words[code]}: ${words[`why.${name}`]}`)),
  ];
  const rows = rowsOf(summary, words).map(({ grade, sex, group }) => [
    ...[grade, sex, group.pupils, ...figures(group)],
    ...parts.flatMap(([code]) => why.map((name) => (group.tallies[code] ?? none)[name])),
  ]);
  return [head, ...rows];
}

/** One page of the table, as it is printed. */
export function summaryPage(
  title: string,
  where: string,
  table: TemplateResult,
  head: string,
): TemplateResult {
  return html`<section class="page summary">
    <h1>${title}</h1>
    <p>${where}</p>
    ${table}
    <div class="signs">
      <div></div>
      <div>
        <b>${head}</b>
        <div class="space"></div>
      </div>
    </div>
  </section>`;
}
