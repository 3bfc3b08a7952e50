import { fill } from '../../src/i18n/index.ts';
import type { AdviceSettings, GrowthTables } from '../../src/measures/index.ts';
import { recalls, summarise } from '../../src/school/index.ts';
import type { DayRules, Round, Summary } from '../../src/school/index.ts';
import type { CsvCell } from '../csv.ts';
import type { AllWords } from './lines.ts';
import { recallRow, sortedRecalls } from './recall-view.ts';
import type { RecallColumn, RecallRow } from './recall-view.ts';
import { countedOf, resultOf } from './results-model.ts';
import type { PupilResult, ResultMember } from './results-model.ts';
import { valueRows } from './value-rows.ts';

/** What the results of a day are worked out from. */
export interface DayInputs {
  readonly members: readonly ResultMember[];
  /** School year, `2026-2027`. */
  readonly year: string;
  readonly round: Round;
  readonly rules: DayRules;
  readonly tables: GrowthTables;
  readonly settings: AdviceSettings | undefined;
  readonly words: AllWords;
}

/** In which order those are listed who are looked at again. */
export interface RecallOrder {
  readonly column: RecallColumn;
  readonly isDown: boolean;
}

/** The pupils of a list as a day left them: what came out for each, the figures of all, and who is looked at again. */
export class ResultsDay {
  readonly pupils: readonly PupilResult[];
  readonly #inputs: DayInputs;
  readonly #results: ReadonlyMap<ResultMember, PupilResult>;

  /** `last` = the day as it was before: who has not changed since is not judged again. */
  constructor(inputs: DayInputs, last?: ResultsDay) {
    const { members, year, round, rules, tables, settings, words } = inputs;
    this.#inputs = inputs;
    const { members: _, ...judgedBy } = inputs;
    const isSame = last && Object.entries(judgedBy).every(([key, value]) => last.#isBy(key, value));
    const known = isSame ? last.#results : undefined;
    this.#results = new Map(
      members.map((member) => [
        member,
        known?.get(member) ?? resultOf(member, { year, round }, { tables, settings }, rules, words),
      ]),
    );
    this.pupils = members.map((member) => this.#results.get(member)!);
  }

  #isBy(name: string, value: unknown): boolean {
    const own = this.#inputs[name as keyof DayInputs];
    return name === 'rules' ? JSON.stringify(own) === JSON.stringify(value) : own === value;
  }

  /** Year and round, and the words they are told in. */
  get setting(): Pick<DayInputs, 'year' | 'round' | 'words'> {
    return this.#inputs;
  }

  /** School, year, round and lists in words. */
  get where(): string {
    const { members, year, round, words } = this.#inputs;
    return fill(words.results.summary.place, {
      place: members[0]?.list.place ?? '',
      year,
      round: words.school.rounds[round].toLowerCase(),
      list: [...new Set(members.map(({ list }) => list.name))].join(', '),
    });
  }

  /** How many there are, have a result, and have something to look at. */
  get counts(): { readonly pupils: number; readonly measured: number; readonly found: number } {
    const { pupils } = this;
    return {
      pupils: pupils.length,
      measured: pupils.filter(({ hasResult }) => hasResult).length,
      found: pupils.filter(({ isFound }) => isFound).length,
    };
  }

  /** Ids of who has something to look at and was not told yet. */
  get untold(): ReadonlySet<string> {
    const usual = this.pupils.filter(({ isFound, book }) => isFound && !book.parentNotice?.sentOn);
    return new Set(usual.map(({ id }) => id));
  }

  /** For whom there is a letter, or a notice: with `onlyFound` where there is something to look at. */
  listed(kind: 'notices' | 'referrals', onlyFound: boolean): readonly PupilResult[] {
    if (kind === 'referrals') return this.pupils.filter(({ isReferred }) => isReferred);
    return onlyFound ? this.pupils.filter(({ isFound }) => isFound) : this.pupils;
  }

  /** Everybody with what was measured and examined, as rows for a sheet. */
  get values(): CsvCell[][] {
    return valueRows(this.pupils, this.#inputs, this.#inputs.words);
  }

  /** The figures of Mẫu 02. */
  get summary(): Summary {
    const { tables, settings, year, round } = this.#inputs;
    return summarise(countedOf(this.pupils), { tables, settings, year, round });
  }

  /** Who is looked at again. `today` = `YYYY-MM-DD`. */
  recalls({ column, isDown }: RecallOrder, today: string): readonly RecallRow[] {
    const { tables, settings, year, round, words } = this.#inputs;
    const found = recalls(countedOf(this.pupils), { tables, settings, today, year, round });
    const rows = found.map((recall) => recallRow(this.pupils[recall.index]!, recall, words));
    return sortedRecalls(rows, column, isDown, words.results.locale);
  }
}
