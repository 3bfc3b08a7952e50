import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { CoverageGroup, GroupKind, Lists, MemberList } from '../../src/client/index.ts';
import { formatDate } from '../../src/i18n/index.ts';
import { codeOf } from '../failure-words.ts';
import { localDay } from '../form-element.ts';
import { GroupPages } from '../group-pages.ts';
import { base } from '../styles.ts';
import { kinds } from './facts-view.ts';
import { listsStyles } from './lists.styles.ts';
import { RosterElement } from './roster-element.ts';
import { rosterPartStyles } from './roster.styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-roster-lists': RosterLists;
  }
}

type Known = Awaited<ReturnType<Lists['all']>>[number];

/**
 * The lists to choose from: those of this device, and those of the server, which are taken along with the records of the
 * people on them. Part of `hssk-roster`.
 *
 * @tag hssk-roster-lists
 */
export class RosterLists extends RosterElement {
  static override tag = 'hssk-roster-lists';
  static override properties: PropertyDeclarations = {
    names: {},
    known: { state: true },
    asked: { state: true },
    taking: { state: true },
    progress: { state: true },
  };
  static override styles: CSSResultGroup = [base, rosterPartStyles, listsStyles];

  names: 'all' | 'none' = 'all';
  /** Called with the list that a person opens. */
  open: (id: string) => void = () => {};
  /** Called with a list of the server that is shown without being kept. */
  show: (list: MemberList) => void = () => {};
  /** Called when a person wants to read a list in. */
  add: () => void = () => {};

  private known: readonly Known[] | undefined;
  /** Id of the list that somebody is asked about. */
  private asked = '';
  private taking = '';
  private progress = { done: 0, total: 0 };
  #lists: Lists | undefined;
  readonly #offered = new GroupPages(
    () => this.requestUpdate(),
    (code) => this.fail('server', code),
  );
  #control: AbortController | undefined;

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { lists } = this;
    if (lists === this.#lists) return;
    this.#lists = lists;
    this.known = undefined;
    void this.#readKnown();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#readKnown();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#control?.abort();
  }

  async #readKnown(): Promise<void> {
    const lists = this.#lists;
    try {
      const known = (await lists?.all()) ?? [];
      if (this.#lists === lists) this.known = known;
    } catch (error) {
      if (this.#lists !== lists) return;
      this.known = [];
      this.fail('lists', codeOf(error));
    }
  }

  async #remove({ id }: Known): Promise<void> {
    if (!(await this.run(id, async () => this.#lists?.remove(id)))) return;
    this.asked = '';
    this.said = this.words.ui.removed;
    this.focusNext = '#device';
    await this.#readKnown();
  }

  #pick(by: GroupKind): void {
    this.failure = undefined;
    this.#offered.pick(by, this.session?.rosters?.groups(by));
  }

  async #take(group: CoverageGroup): Promise<void> {
    const { lists } = this;
    const { rosters, carrier } = this.session ?? {};
    if (!rosters || this.busy) return;
    const { signal } = (this.#control = new AbortController());
    const values = { name: group.name };
    this.taking = group.group;
    this.progress = { done: 0, total: 0 };
    this.focusNext = '#stop';
    await this.run(group.group, async () => {
      try {
        const members = [];
        for await (const { id, fullName, birthDate, sex, pid } of rosters.people(group.group)) {
          signal.throwIfAborted();
          const known = sex === 'male' || sex === 'female' ? sex : undefined;
          members.push({ id, fullName, birthDate, sex: known, pid });
        }
        const list: MemberList = { id: group.group, kind: group.kind, name: group.name, members };
        if (!lists) return this.show(list);
        let trouble: string | undefined;
        try {
          const onProgress = (done: number, total: number): void => {
            this.progress = { done, total };
          };
          await carrier?.take(group, { signal, onProgress });
        } catch (error) {
          // The people can be examined without their earlier records; that these are missing is said.
          signal.throwIfAborted();
          trouble = this.failureText(codeOf(error));
        }
        await lists.put(list);
        const n = members.length;
        this.said = trouble
          ? this.say('takenSome', { ...values, n, what: trouble })
          : this.say('taken', { ...values, n });
      } catch (error) {
        if (!signal.aborted) throw error;
        this.said = this.words.ui.stopped;
      }
    });
    this.taking = '';
    await this.#readKnown();
  }

  override render(): TemplateResult {
    const { words, session } = this;
    const { ui } = words;
    return html`<section aria-labelledby="device">
        <h3 id="device" tabindex="-1">${ui.onDevice}</h3>
        ${this.lists ? this.#renderKnown() : html`<p class="help">${ui.noStore}</p>`}
        ${this.renderFailure('lists')}
        ${
          this.lists && this.names !== 'none'
            ? html`<button type="button" id="add" class="primary" @click=${() => this.add()}>
                ${ui.add}
              </button>`
            : nothing
        }
      </section>
      ${session?.rosters && this.names !== 'none' ? this.#renderServer() : nothing}
      <p class="said" role="status">${this.said}</p>`;
  }

  #renderKnown(): TemplateResult {
    const { known, words } = this;
    if (!known) return html`<p role="status">${words.ui.loading}</p>`;
    if (!known.length) return html`<p class="help">${words.ui.noLists}</p>`;
    return html`<ul>
      ${known.map((list) => this.#renderList(list))}
    </ul>`;
  }

  #renderList(list: Known): TemplateResult {
    const { words, asked } = this;
    const { ui } = words;
    // A household is called after a person.
    const name = this.names === 'none' && list.kind === 'household' ? words.kinds.household : list.name;
    const facts = [
      words.kinds[list.kind],
      list.place,
      list.year && this.say('year', { year: list.year }),
      this.say('members', { n: list.count }),
      this.say('addedOn', { date: formatDate(localDay(new Date(list.addedAt))) }),
    ];
    return html`<li>
      <div>
        <b>${name}</b>
        <span class="help">${facts.filter(Boolean).join(' · ')}</span>
      </div>
      ${
        asked === list.id
          ? html`<div class="ask" role="group" aria-label=${ui.remove}>
              <p>${this.say('removeAsk', { name, n: list.count })}</p>
              <div class="actions">
                <button type="button" class="danger" @click=${() => void this.#remove(list)}>
                  ${ui.removeYes}
                </button>
                <button type="button" id="keep" @click=${() => (this.asked = '')}>${ui.keep}</button>
              </div>
            </div>`
          : html`<div class="actions">
              <button type="button" class="open primary" @click=${() => this.open(list.id)}>
                ${ui.open}<span class="hidden">: ${name}</span>
              </button>
              <button
                type="button"
                class="remove"
                @click=${() => {
                  this.asked = list.id;
                  this.focusNext = '#keep';
                }}
              >
                ${ui.remove}<span class="hidden">: ${name}</span>
              </button>
            </div>`
      }
      ${this.renderFailure(list.id)}
    </li>`;
  }

  #renderServer(): TemplateResult {
    const { words } = this;
    const { ui } = words;
    const { by, found, isMore } = this.#offered;
    return html`<section aria-labelledby="server">
      <h3 id="server">${ui.onServer}</h3>
      <label
        ><span>${ui.kindLabel}</span>
        <select
          id="by"
          @change=${(event: Event) => this.#pick((event.target as HTMLSelectElement).value as GroupKind)}
        >
          <option value="" disabled ?selected=${!by}>${ui.chooseKind}</option>
          ${kinds.map((kind) => html`<option value=${kind} ?selected=${kind === by}>${words.kinds[kind]}</option>`)}
        </select></label
      >
      ${by && !found && this.failure?.at !== 'server' ? html`<p role="status">${ui.asking}</p>` : nothing}
      ${this.renderFailure('server')}
      ${
        this.failure?.at === 'server' && by
          ? html`<button type="button" @click=${() => this.#pick(by)}>${ui.tryAgain}</button>`
          : nothing
      }
      ${found && !found.length ? html`<p class="help">${ui.noGroups}</p>` : nothing}
      ${
        found?.length
          ? html`<ul>
              ${found.map((group) => this.#renderGroup(group))}
            </ul>`
          : nothing
      }
      ${
        found && isMore
          ? html`<button type="button" @click=${() => void this.#offered.more()}>${ui.more}</button>`
          : nothing
      }
    </section>`;
  }

  #renderGroup(group: CoverageGroup): TemplateResult {
    const { ui } = this.words;
    const { name, expected, captured } = group;
    const { done, total } = this.progress;
    return html`<li>
      <div><b>${name}</b> <span class="help">${this.say('counts', { expected, captured })}</span></div>
      ${
        this.taking === group.group
          ? html`<div class="actions">
              <progress
                aria-label=${this.say('taking', { name })}
                max=${total || nothing}
                value=${total ? done : nothing}
              ></progress>
              ${total ? html`<span>${this.say('takingOf', { done, total })}</span>` : nothing}
              <button type="button" id="stop" @click=${() => this.#control?.abort()}>${ui.stop}</button>
            </div>`
          : html`<div class="actions">
              <button
                type="button"
                class="take"
                aria-disabled=${!!this.busy || nothing}
                @click=${() => void this.#take(group)}
              >
                ${ui.take}<span class="hidden">: ${name}</span>
              </button>
            </div>`
      }
      ${this.renderFailure(group.group)}
    </li>`;
  }
}
