import type { GrowthTables } from '../../src/measures/index.ts';
import type { Round } from '../../src/school/index.ts';
import type { Issue, RecordDraft } from '../../src/schema/index.ts';
import type { Findings } from './findings.ts';
import type { WhatIsTold } from './findings.ts';

type Asking = typeof import('./asking.ts');
type Finding = typeof import('./findings.ts');

/** What is worked out from values: questions and findings, loaded when a station stands. What fails is loaded again. */
export class StationRules {
  #asking: Asking | undefined;
  #loading: Promise<readonly [Finding, GrowthTables]> | undefined;

  /** Questions can be asked from now on; without them a value is saved all the same. */
  async load(): Promise<void> {
    this.#asking ??= await import('./asking.ts').catch(() => undefined);
  }

  /** What has to be asked now; nothing until it is loaded. `capturedOn` of the draft is today. */
  questions(draft: RecordDraft, year: string, round: Round): readonly Issue[] {
    return this.#asking?.questionsOf(draft, year, round) ?? [];
  }

  /** Rejects where the tables cannot be loaded. */
  async findings(draft: () => RecordDraft, told: () => WhatIsTold, locale: string): Promise<Findings> {
    this.#loading ??= import('./findings.ts').then(
      async (part) => [part, await part.loadGrowthTables()] as const,
    );
    this.#loading.catch(() => (this.#loading = undefined));
    const [part, tables] = await this.#loading;
    const words = await part.loadFindingWords(locale);
    return part.findingsOf(draft(), told(), tables, words);
  }
}
