import type { ReactiveControllerHost } from 'lit';
import type { GrowthTables } from '../../src/measures/index.ts';
import type { Round } from '../../src/school/index.ts';
import type { Issue, RecordDraft } from '../../src/schema/index.ts';
import type { FormState } from '../form-state.ts';
import type { Findings, WhatIsTold } from './findings.ts';

type Asking = typeof import('./asking.ts');
type Normals = InstanceType<(typeof import('./normal-places.ts'))['NormalPlaces']>;
type Finding = typeof import('./findings.ts');

/** What is looked at, and in which language it is told. */
interface Looked {
  state(): FormState;
  draft(): RecordDraft;
  told(): WhatIsTold;
  locale(): string;
}

/** What is worked out from values (questions, findings, what is normal), loaded when a station stands. What fails is loaded again. */
export class StationRules {
  readonly #host: ReactiveControllerHost;
  readonly #looked: Looked;
  #asking: Asking | undefined;
  #loading: Promise<readonly [Finding, GrowthTables]> | undefined;
  /** Fills what is normal, once it is loaded. */
  normals: Normals | undefined;
  /** What was found last. */
  found: Findings | undefined;
  /** Whether the references could not be loaded. */
  isFailed = false;

  constructor(host: ReactiveControllerHost, looked: Looked) {
    this.#host = host;
    this.#looked = looked;
  }

  /** Questions can be asked from now on; without them a value is saved all the same. */
  async load(): Promise<void> {
    this.#asking ??= await import('./asking.ts').catch(() => undefined);
    if (this.normals) return;
    const part = await import('./normal-places.ts').catch(() => undefined);
    const { state, told } = this.#looked;
    this.normals ??= part && new part.NormalPlaces(state, () => told().settings);
  }

  /** What has to be asked now; nothing until it is loaded. `capturedOn` of the draft is today. */
  questions(draft: RecordDraft, year: string, round: Round): readonly Issue[] {
    return this.#asking?.questionsOf(draft, year, round) ?? [];
  }

  /** Works out what the values on screen say. */
  async assess(): Promise<void> {
    this.#loading ??= import('./findings.ts').then(
      async (part) => [part, await part.loadGrowthTables()] as const,
    );
    try {
      const [part, tables] = await this.#loading;
      const { draft, told, locale } = this.#looked;
      const words = await part.loadFindingWords(locale());
      this.found = part.findingsOf(draft(), told(), tables, words);
      this.isFailed = false;
    } catch {
      this.#loading = undefined;
      this.isFailed = true;
    }
    this.#host.requestUpdate();
  }

  /** Somebody else comes on screen. */
  forget(): void {
    this.found = undefined;
  }
}
