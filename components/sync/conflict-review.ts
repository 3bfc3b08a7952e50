import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Conflict, Decision, PersonCandidate, Sync } from '../../src/client/index.ts';
import { DecideEvent } from '../events.ts';
import { base } from '../styles.ts';
import { candidateWords, conflictTable, mineCard, nameOf } from './conflict-view.ts';
import type { PersonConflict, RecordConflict, Side } from './conflict-view.ts';
import { SyncElement } from './sync-element.ts';
import { reviewStyles } from './review.styles.ts';
import { syncStyles } from './sync.styles.ts';
import { codeOf } from '../failure-words.ts';
import { whoWords } from './words.ts';
import type { FormWords } from './form-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-conflict-review': ConflictReview;
  }
}

/**
 * A conflict that a person has to decide: two values at the same place, or whether someone known is the same person.
 * Nothing is chosen beforehand and nothing is sent before everything is decided.
 *
 * @tag hssk-conflict-review
 * @fires hssk-decide - The person decided. With a queue at hand it has been carried out, without one the host does it.
 * @fires hssk-select - It is not the same person: the item is a draft again, to be corrected.
 */
export class ConflictReview extends SyncElement {
  static override tag = 'hssk-conflict-review';
  static override properties: PropertyDeclarations = {
    itemId: { attribute: 'item-id' },
    conflict: { attribute: false },
    loaded: { state: true },
    choices: { state: true },
    asked: { state: true },
    isDecided: { state: true },
  };
  static override styles: CSSResultGroup = [base, syncStyles, reviewStyles];

  /** Id of the item in the queue; the conflict is asked for there. */
  itemId = '';
  /** The conflict itself, where a host has it already. */
  conflict: Conflict | undefined;

  private loaded: Conflict | undefined;
  private choices: ReadonlyMap<string, Side> = new Map();
  /** Pid of the candidate that the person is asked about once more. */
  private asked = '';
  private isDecided = false;
  #ports: readonly unknown[] = [];

  get #shown(): Conflict | undefined {
    return this.loaded ?? this.conflict;
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const ports = [this.queue, this.itemId, this.conflict];
    if (ports.some((port, at) => port !== this.#ports[at])) {
      this.#ports = ports;
      this.#start();
      this.loaded = undefined;
      if (!this.conflict) void this.#load(this.queue, this.itemId);
    }
    if (this.#shown) this.needForms();
  }

  /** Another conflict, or the same one as it stands now: what was chosen was chosen for other values. */
  #start(): void {
    this.choices = new Map();
    this.asked = '';
    this.isDecided = false;
    this.failure = undefined;
  }

  async #load(queue: Sync | undefined, id: string): Promise<void> {
    if (!queue || !id) return;
    const isCurrent = (): boolean => this.queue === queue && (this.#shown?.item.id ?? this.itemId) === id;
    try {
      const conflict = await queue.conflict(id);
      if (!isCurrent()) return;
      this.#start();
      this.loaded = conflict;
    } catch (error) {
      if (isCurrent()) this.fail('load', codeOf(error));
    }
  }

  #choose(path: string, side: Side): void {
    this.choices = new Map(this.choices).set(path, side);
  }

  #chooseAll({ conflicts }: RecordConflict, side: Side): void {
    this.choices = new Map(conflicts.map(({ path }) => [path, side]));
  }

  async #decide(decision: Decision): Promise<void> {
    const { queue } = this;
    const id = this.#shown!.item.id;
    const isDone = await this.run('decide', async () => queue?.decide(id, decision));
    if (isDone) {
      this.isDecided = queue !== undefined;
      this.said = this.isDecided ? this.words.ui.decided : '';
      this.dispatchEvent(new DecideEvent(id, decision));
      return;
    }
    // The values on screen are no longer those of the server: they are shown anew and chosen anew.
    if (this.failure?.code !== 'record.changed') return;
    await this.#load(queue, id);
    this.fail('decide', 'record.changed');
    this.said = this.words.ui.changedAgain;
  }

  async #takeBack(): Promise<void> {
    const { queue } = this;
    const id = this.#shown!.item.id;
    await this.run('decide', async () => {
      const saved = await queue!.takeBack(id);
      this.isDecided = true;
      this.choose(saved);
    });
  }

  override render(): TemplateResult | typeof nothing {
    const { words, forms, failure } = this;
    const shown = this.#shown;
    if (this.isDecided) return html`<p class="done" id="title" tabindex="-1">${words.ui.decided}</p>`;
    if (failure?.at === 'load')
      return html`${this.renderFailure('load')}
        <button type="button" id="again" @click=${this.#again}>${words.ui.tryAgain}</button>`;
    if (!shown && !this.itemId) return nothing;
    if (!shown || (shown.kind === 'record' && !forms))
      return html`<p id="title" tabindex="-1" role="status">${words.ui.conflictLoading}</p>`;
    return html`<section data-area>
      <h4 id="title" tabindex="-1">
        ${shown.kind === 'record' ? words.ui.conflictTitle : words.ui.personTitle}
      </h4>
      <p class="who">
        ${this.say('conflictOf', { who: whoWords(words, shown.item.name, shown.item.birthDate) })}
      </p>
      ${shown.kind === 'record' ? this.#renderRecord(shown, forms!) : this.#renderPerson(shown)}
      ${this.renderSaid()}
    </section>`;
  }

  #again(): void {
    this.failure = undefined;
    void this.#load(this.queue, this.itemId);
    this.focusNext = '#title';
  }

  #renderRecord(conflict: RecordConflict, forms: FormWords): TemplateResult {
    const { words, choices } = this;
    const { conflicts, merged } = conflict;
    const isBusy = this.busy === 'decide';
    const left = conflicts.filter(({ path }) => !choices.has(path)).length;
    return html`<p class="help">${conflicts.length ? words.ui.conflictHelp : words.ui.conflictNone}</p>
      ${
        conflicts.length
          ? html`${conflictTable({ words, forms, conflict, choices, isBusy, choose: (path, side) => this.#choose(path, side) })}
              <div class="actions all">
                <button type="button" ?disabled=${isBusy} @click=${() => this.#chooseAll(conflict, 'mine')}>
                  ${words.ui.allMine}
                </button>
                <button type="button" ?disabled=${isBusy} @click=${() => this.#chooseAll(conflict, 'theirs')}>
                  ${words.ui.allTheirs}
                </button>
              </div>`
          : nothing
      }
      ${
        merged.length
          ? html`<details>
              <summary>${this.say('mergedAlone', { n: merged.length })}</summary>
              <ul>
                ${merged.map((path) => html`<li>${nameOf(words, forms, path, conflict)}</li>`)}
              </ul>
            </details>`
          : nothing
      }
      ${this.failure?.code === 'record.changed' ? html`<p class="failure" role="alert"><b>${words.ui.changedAgain}</b></p>` : this.renderFailure('decide')}
      <div class="actions">
        <button
          type="button"
          id="decide"
          class="primary"
          ?disabled=${left > 0}
          aria-disabled=${isBusy || nothing}
          @click=${() => this.#decideRecord(conflict)}
        >
          ${isBusy ? words.ui.deciding : words.ui.decideAll}
        </button>
        <span class="left" role="status">${left ? this.say('left', { n: left }) : ''}</span>
      </div>`;
  }

  #decideRecord({ conflicts, theirs }: RecordConflict): void {
    const choices: Record<string, Side> = {};
    for (const { path } of conflicts) {
      const side = this.choices.get(path);
      if (!side) return;
      choices[path] = side;
    }
    void this.#decide({ kind: 'record', etag: theirs.etag, choices });
  }

  #renderPerson(conflict: PersonConflict): TemplateResult {
    const { words, queue } = this;
    const { candidates } = conflict;
    return html`<p class="help">${candidates.length ? words.ui.personHelp : words.ui.noCandidates}</p>
      <h5>${words.ui.mineHead}</h5>
      ${mineCard(words, conflict)} ${candidates.length ? html`<h5>${words.ui.candidatesHead}</h5>` : nothing}
      ${repeat(
        candidates,
        ({ pid }) => pid,
        (candidate, at) => this.#renderCandidate(candidate, at),
      )}
      ${this.renderFailure('decide')}
      ${
        queue
          ? html`<div class="actions">
              <button
                type="button"
                id="not-same"
                aria-disabled=${!!this.busy || nothing}
                @click=${this.#takeBack}
              >
                ${words.ui.notSame}
              </button>
            </div>`
          : nothing
      }`;
  }

  #renderCandidate(candidate: PersonCandidate, at: number): TemplateResult {
    const { words } = this;
    const isBusy = !!this.busy;
    return html`<div class="person" id=${`candidate-${at}`}>
      <b>${candidate.name}</b>
      <span>${candidateWords(words, candidate).join(' · ')}</span>
      ${
        this.asked === candidate.pid
          ? html`<p>
                ${this.say('samePersonAsk', { who: whoWords(words, candidate.name, candidate.birthYear) })}
              </p>
              <div class="actions">
                <button
                  type="button"
                  class="danger"
                  aria-disabled=${isBusy || nothing}
                  @click=${() => this.#decide({ kind: 'person', pid: candidate.pid })}
                >
                  ${isBusy ? words.ui.deciding : words.ui.samePersonYes}
                </button>
                <button type="button" class="no" @click=${() => this.#ask('', at)}>
                  ${words.ui.lookAgain}
                </button>
              </div>`
          : html`<div class="actions">
              <button type="button" class="same" @click=${() => this.#ask(candidate.pid, at)}>
                ${words.ui.samePerson}
              </button>
            </div>`
      }
    </div>`;
  }

  #ask(pid: string, at: number): void {
    if (this.busy) return;
    this.asked = pid;
    this.failure = undefined;
    // The careful answer has the focus, so that a second Enter merges nobody.
    this.focusNext = `#candidate-${at} ${pid ? '.no' : '.same'}`;
  }
}
