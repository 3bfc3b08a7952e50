import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import type { MemberList } from '../../src/client/index.ts';
import { fill } from '../../src/i18n/index.ts';
import { base } from '../styles.ts';
import { toCsv } from '../csv.ts';
import { download } from '../download.ts';
import { keepCorrected } from './correct.ts';
import {
  correctionsOf,
  importLines,
  listOfLines,
  newOf,
  openLines,
  reportRows,
  sheetImport,
  withLikely,
} from './import-model.ts';
import type { Answer, ImportLine, ListFacts, SheetImport } from './import-model.ts';
import { knownPupils } from './likely-same.ts';
import type { KnownPupil } from './likely-same.ts';
import { factsView } from './facts-view.ts';
import { guessFacts } from './list-facts.ts';
import { mappingView, pageOf, remarkWords, reportView } from './import-view.ts';
import type { ReportState } from './import-view.ts';
import { importStyles } from './import.styles.ts';
import type { ListColumns } from './list-columns.ts';
import { readListFile, readPasted } from './list-file.ts';
import type { Sheet } from './list-file.ts';
import { ListError } from './list-error.ts';
import { sourceView } from './source-view.ts';
import { RosterElement } from './roster-element.ts';
import { rosterPartStyles } from './roster.styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-list-import': ListImport;
  }
}

const noFacts: ListFacts = { name: '', place: '', year: '', kind: 'class', className: '' };
const noReport: ReportState = { outcome: undefined, page: 0 };

async function sheetsOf(pasted: string): Promise<readonly Sheet[]> {
  if (!pasted.trim()) throw new ListError('list.empty');
  return [await readPasted(pasted)];
}

/**
 * Reads a list in: a file or a paste, the columns with a preview, what becomes of every line, and the list's own facts.
 * Nothing is kept before a person asks for it. Part of `hssk-roster`.
 *
 * @tag hssk-list-import
 */
export class ListImport extends RosterElement {
  static override tag = 'hssk-list-import';
  static override properties: PropertyDeclarations = {
    sheets: { state: true },
    decided: { state: true },
    answers: { state: true },
    facts: { state: true },
    report: { state: true },
    refused: { state: true },
    isOver: { state: true },
    saved: { state: true },
    wrong: { state: true },
  };
  static override styles: CSSResultGroup = [base, rosterPartStyles, importStyles];

  /** Called when a person is through: with the id of the list that was added, or without one. */
  leave: (id?: string) => void = () => {};

  private sheets: readonly SheetImport[] | undefined;
  private decided: ReadonlyMap<string, boolean> = new Map();
  /** Which lines are somebody who is here already. */
  private answers: ReadonlyMap<string, Answer> = new Map();
  #here: readonly KnownPupil[] = [];
  private facts: ListFacts = noFacts;
  private report: ReportState = noReport;
  /** Why a file was not read. */
  private refused = '';
  private isOver = false;
  private saved: { readonly id: string; readonly words: string } | undefined;
  /** The fact that has to be filled in first. */
  private wrong: 'name' | 'year' | undefined;

  #basis: readonly unknown[] = [];
  #taken: readonly ImportLine[] = [];

  get #lines(): readonly ImportLine[] {
    const { sheets = [], decided, answers, facts } = this;
    const basis = [this.sheets, decided, answers, facts, this.#here];
    if (basis.some((each, at) => each !== this.#basis[at])) {
      this.#basis = basis;
      this.#taken = withLikely(importLines(sheets, decided), this.#asList, this.#here, answers);
    }
    return this.#taken;
  }

  readonly #asList = (lines: readonly ImportLine[]): MemberList =>
    listOfLines(lines, this.facts, this.session?.facility, (field) => this.words.imports.fields[field]);

  /** Reads a file that a person chose or dropped. */
  async read(file: Blob & { readonly name?: string }): Promise<void> {
    await this.#read(() => readListFile(file), file.name?.replace(/\.\w+$/, '') ?? '');
  }

  async #read(work: () => Promise<readonly Sheet[]>, name: string): Promise<void> {
    this.refused = '';
    this.saved = undefined;
    await this.run('read', async () => {
      try {
        const sheets = await work();
        this.#here = this.lists ? await knownPupils(this.lists) : [];
        this.sheets = sheets.map((sheet) => sheetImport(sheet, this.today));
      } catch (error) {
        if (!(error instanceof ListError)) throw error;
        this.sheets = undefined;
        this.refused = error.code;
        return;
      }
      this.decided = this.answers = new Map();
      this.report = noReport;
      this.facts = guessFacts(this.#lines, this.sheets, name, this.facts, this.today);
      this.focusNext = '#report-title';
      this.said = this.#countsText();
    });
  }

  #setColumns(at: number, columns: ListColumns): void {
    this.sheets = this.sheets?.map((each, n) =>
      n === at ? { ...sheetImport(each.sheet, this.today, columns), isTaken: true } : each,
    );
    // A line that reads otherwise now is decided about anew.
    this.decided = new Map([...this.decided].filter(([key]) => !key.startsWith(`${at}:`)));
    this.answers = new Map([...this.answers].filter(([key]) => !key.startsWith(`${at}:`)));
    this.said = this.#countsText();
  }

  #countsText(): string {
    const lines = this.#lines;
    const taken = lines.filter(({ isTaken }) => isTaken).length;
    return fill(this.words.imports.ui.reportCounts, {
      n: lines.length,
      taken,
      left: lines.length - taken,
    });
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const { facts, words } = this;
    const { lists } = this;
    this.wrong = !facts.name.trim()
      ? 'name'
      : /^(\d{4}-\d{4})?$/.test(facts.year.trim())
        ? undefined
        : 'year';
    if (this.wrong) {
      this.focusNext = `#fact-${this.wrong}`;
      return;
    }
    const lines = this.#lines;
    const [open] = openLines(lines);
    if (open) {
      this.#toOpen(open);
      return;
    }
    const list = this.#asList(lines);
    if (!lists || !list.members.length) return;
    await this.run('save', async () => {
      const isKnown = (await lists.all()).some(({ id }) => id === list.id);
      const known = isKnown ? (await lists.open(list.id)).list : undefined;
      const { fresh, same } = newOf(list, known);
      const uncorrected = await keepCorrected(lists, list, correctionsOf(lines, list), this.today);
      const { ui } = words.imports;
      const left = lines.length - list.members.length;
      const text = known
        ? fill(ui.savedAgain, { name: list.name, n: fresh, same })
        : fill(ui.saved, { name: list.name, n: list.members.length, left });
      const more = uncorrected ? ` ${fill(ui.uncorrected, { n: uncorrected })}` : '';
      this.saved = { id: list.id, words: text + more };
      this.focusNext = '#saved';
    });
  }

  /** Brings a line on screen that somebody has to say something about. */
  #toOpen({ key }: ImportLine): void {
    const doubtful = this.#lines.filter(({ outcome }) => outcome === 'doubtful');
    const at = doubtful.findIndex((line) => line.key === key);
    this.report = { outcome: 'doubtful', page: pageOf(at) };
    this.focusNext = `[data-key="${key}"]`;
    this.said = fill(this.words.imports.ui.openLines, { n: openLines(this.#lines).length });
  }

  #exportReport(): void {
    const { words } = this;
    const { columns, imports, files } = words;
    const rows = reportRows(this.#lines, this.sheets ?? [], {
      head: [columns.sheet, columns.line, columns.outcome, columns.remarks, columns.text],
      outcome: (line) =>
        line.isTaken || line.outcome !== 'doubtful'
          ? imports.outcomes[line.isTaken ? 'taken' : line.outcome]
          : `${imports.outcomes.doubtful}, ${imports.ui.notTaken}`,
      remark: (remark) => remarkWords(words, remark),
    });
    download(`${files.report}-${this.today}.csv`, toCsv(rows, { separator: files.separator }));
  }

  override render(): TemplateResult {
    const { words, saved, sheets } = this;
    const { ui } = words.imports;
    return html`<section class="panel" aria-labelledby="title">
      <header>
        <h2 id="title" tabindex="-1">${ui.title}</h2>
        <button type="button" id="cancel" @click=${() => this.leave()}>
          ${saved ? words.ui.back : ui.cancel}
        </button>
      </header>
      ${saved ? this.#renderSaved(saved) : html`${this.#renderSource()}${sheets ? this.#renderPreview(sheets) : nothing}`}
      ${this.renderSaid()}
    </section>`;
  }

  #renderSaved({ id, words }: { readonly id: string; readonly words: string }): TemplateResult {
    const { ui } = this.words.imports;
    return html`<p id="saved" tabindex="-1" class="done">${words}</p>
      <div class="actions">
        <button type="button" class="primary" id="open" @click=${() => this.leave(id)}>${ui.done}</button>
        <button type="button" id="export-report" @click=${() => this.#exportReport()}>
          ${ui.exportReport}
        </button>
        <button
          type="button"
          @click=${() => {
            this.saved = this.sheets = undefined;
            this.focusNext = '#file';
          }}
        >
          ${ui.another}
        </button>
      </div>`;
  }

  #renderSource(): TemplateResult {
    const { words, refused } = this;
    const { ui, errors } = words.imports;
    return html`${sourceView(words, this.isOver, {
      over: (isOver) => (this.isOver = isOver),
      file: (file) => void this.read(file),
      paste: (text) => void this.#read(() => sheetsOf(text), ''),
    })}
    ${this.busy === 'read' ? html`<p role="status">${ui.reading}</p>` : nothing}
    ${
      refused
        ? html`<p class="failure" role="alert" id="refused">${errors[refused as keyof typeof errors]}</p>`
        : nothing
    }
    ${this.renderFailure('read')}`;
  }

  #renderPreview(sheets: readonly SheetImport[]): TemplateResult {
    const { words, facts, wrong } = this;
    const { ui } = words.imports;
    const lines = this.#lines;
    const n = lines.filter(({ isTaken }) => isTaken).length;
    const open = openLines(lines).length;
    return html`${mappingView(words, sheets, {
        take: (at, isTaken) => {
          this.sheets = sheets.map((each, n) => (n === at ? { ...each, isTaken } : each));
        },
        columns: (at, columns) => this.#setColumns(at, columns),
      })}
      ${reportView(words, lines, sheets, this.report, {
        counts: this.#countsText(),
        change: (patch) => (this.report = { ...this.report, ...patch }),
        decide: (key, isTaken) => (this.decided = new Map([...this.decided, [key, isTaken]])),
        answer: (key, answer) => {
          this.answers = new Map([...this.answers, [key, answer]]);
          this.said = this.#countsText();
        },
        jump: (page) => {
          this.report = { outcome: undefined, page };
        },
        focus: (selector) => (this.focusNext = selector),
      })}
      <form class="facts" novalidate @submit=${(event: Event) => void this.#save(event)}>
        ${factsView(words, facts, wrong, (patch) => (this.facts = { ...this.facts, ...patch }))}
        ${this.renderFailure('save')}
        ${open ? html`<p class="notice" id="open-lines">${fill(ui.openLines, { n: open })}</p>` : nothing}
        <div class="actions">
          <button type="submit" class="primary" id="save" ?disabled=${(!n && !open) || !this.lists}>
            ${n || open ? fill(ui.save, { n }) : ui.saveNone}
          </button>
          <button type="button" id="export-report" @click=${() => this.#exportReport()}>
            ${ui.exportReport}
          </button>
        </div>
        ${this.lists ? nothing : html`<p class="help">${words.ui.noStore}</p>`}
      </form>`;
  }
}
