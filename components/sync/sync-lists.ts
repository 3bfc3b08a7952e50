import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { QueueItem, SavedDraft, Sync, SyncStatus } from '../../src/client/index.ts';
import type { HsskElement } from '../element.ts';
import type { SelectDraftEvent } from '../events.ts';
import { localDay } from '../form-element.ts';
import { base } from '../styles.ts';
import { ConflictReview } from './conflict-review.ts';
import { draftList, queueList } from './queue-view.ts';
import type { ItemAction, ListName, ListView } from './queue-view.ts';
import { SealedFile } from './sealed-file.ts';
import { listStyles } from './status.styles.ts';
import { SyncElement } from './sync-element.ts';
import { syncStyles } from './sync.styles.ts';
import { codeOf } from '../failure-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-sync-lists': SyncLists;
  }
}

type Fold = ListName | 'files';
const pageSize = 20;
const lists: readonly ListName[] = ['attention', 'waiting', 'done', 'drafts'];
const titles = { attention: 'attention', waiting: 'waiting', done: 'sentToday', drafts: 'drafts' } as const;

/**
 * The lists below `hssk-sync-status`: what a person has to look at, what waits, what was sent today, drafts, sealed
 * files. Only what is unfolded is read.
 *
 * @tag hssk-sync-lists
 * @fires hssk-select - A person wants to go on with a draft, or to correct an item, which is a draft from then on.
 */
export class SyncLists extends SyncElement {
  static override tag = 'hssk-sync-lists';
  static override uses: readonly (typeof HsskElement)[] = [ConflictReview, SealedFile];
  static override properties: PropertyDeclarations = {
    status: { attribute: false },
    now: { attribute: false },
    unfolded: { state: true },
    items: { state: true },
    drafts: { state: true },
    asked: { state: true },
  };
  static override styles: CSSResultGroup = [base, syncStyles, listStyles];

  /** How far the day's work has got; a new one lets the lists be read again. */
  status: SyncStatus | undefined;
  /** Milliseconds since 1970. */
  now = Date.now();

  private unfolded: ReadonlySet<Fold> = new Set(['attention']);
  private items: { readonly [list in ListName]?: readonly QueueItem[] } = {};
  private drafts: readonly SavedDraft[] = [];
  private asked: ListView['asked'];
  #limits: { [list in ListName]: number } = {
    attention: pageSize,
    waiting: pageSize,
    done: pageSize,
    drafts: pageSize,
  };
  #isLoading = false;
  #isStale = false;

  protected override watchPorts(): readonly (() => void)[] {
    this.items = {};
    this.drafts = [];
    this.asked = undefined;
    void this.#load();
    return [];
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('status') || changed.has('unfolded')) void this.#load();
    const listed = Object.values(this.items).flat();
    if (listed.some(({ merged, problem }) => merged.length || problem?.issues.length)) this.needForms();
  }

  /** Reads the lists on screen. However fast the queue changes, one reading is under way at a time. */
  async #load(): Promise<void> {
    this.#isStale = true;
    if (this.#isLoading) return;
    this.#isLoading = true;
    while (this.#isStale && this.isConnected) {
      this.#isStale = false;
      const { queue } = this;
      if (!queue) break;
      try {
        for (const list of lists) if (this.unfolded.has(list)) await this.#read(queue, list);
        if (this.failure?.at === 'lists') this.failure = undefined;
      } catch (error) {
        if (this.queue === queue) this.fail('lists', codeOf(error));
      }
    }
    this.#isLoading = false;
  }

  async #read(queue: Sync, list: ListName): Promise<void> {
    if (list === 'drafts') {
      const drafts = await queue.drafts();
      if (this.queue === queue) this.drafts = drafts;
    } else {
      const items = await queue.items(list, this.#limits[list]);
      if (this.queue === queue) this.items = { ...this.items, [list]: items };
    }
  }

  /** Unfolds a list and goes to it. */
  async show(list: ListName): Promise<void> {
    this.unfolded = new Set([...this.unfolded, list]);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-list="${list}"] > summary`)?.focus();
  }

  #onToggle(fold: Fold, event: Event): void {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (open === this.unfolded.has(fold)) return;
    const unfolded = new Set(this.unfolded);
    if (open) unfolded.add(fold);
    else unfolded.delete(fold);
    this.unfolded = unfolded;
  }

  readonly #act = (action: ItemAction, id: string): void => void this.#do(action, id);

  async #do(action: ItemAction, id: string): Promise<void> {
    const { queue, asked, words } = this;
    if (!queue || this.busy) return;
    const isConfirmed = asked?.id === id && asked.what === action;
    this.failure = undefined;
    switch (action) {
      case 'close':
        if (asked) this.focusNext = `[data-id="${CSS.escape(id)}"] .${asked.what}`;
        this.asked = undefined;
        return;
      case 'decide':
      case 'export':
        this.asked = { id, what: action };
        return;
      case 'open': {
        const saved = this.drafts.find((draft) => draft.id === id);
        if (saved) this.choose(saved);
        return;
      }
      case 'correct':
        await this.run(id, async () => this.#taken(await queue.takeBack(id)));
        break;
      case 'retry':
        if (await this.run(id, () => queue.retry(id))) this.said = words.ui.saidRetry;
        break;
      default:
        if (!isConfirmed) {
          this.asked = { id, what: action };
          this.focusNext = '.ask .keep';
          return;
        }
        if (!(await this.run(id, () => (action === 'remove' ? queue.remove(id) : queue.discardDraft(id)))))
          break;
        this.asked = undefined;
        this.said = words.ui.saidRemoved;
    }
    void this.#load();
  }

  #taken(saved: SavedDraft): void {
    this.asked = undefined;
    this.said = this.words.ui.saidTaken;
    this.choose(saved);
  }

  #decided(): void {
    this.asked = undefined;
    this.said = this.words.ui.decided;
    void this.#load();
  }

  override render(): TemplateResult | typeof nothing {
    const { words } = this;
    if (!this.queue) return nothing;
    return html`${this.renderFailure('lists')}${lists.map((list) =>
      this.#fold(list, words.ui[titles[list]], () => this.#renderList(list)),
    )}${this.#fold(
      'files',
      words.ui.files,
      () =>
        html`<hssk-sealed-file
          .sync=${this.queue}
          .vault=${this.store}
          .locale=${this.locale}
        ></hssk-sealed-file>`,
    )}${this.renderSaid()}`;
  }

  #fold(fold: Fold, title: string, content: () => TemplateResult): TemplateResult {
    const isOpen = this.unfolded.has(fold);
    const count = this.#countOf(fold);
    return html`<details
      class=${fold === 'attention' && count ? 'fold alarm' : 'fold'}
      data-list=${fold}
      data-area
      .open=${isOpen}
      @toggle=${(event: Event) => this.#onToggle(fold, event)}
    >
      <summary>${title}${count === undefined ? nothing : html` <span class="count">${count}</span>`}</summary>
      ${isOpen ? content() : nothing}
    </details>`;
  }

  #countOf(fold: Fold): number | undefined {
    const { status } = this;
    return fold === 'files' || fold === 'done' ? undefined : status?.[fold];
  }

  #renderList(list: ListName): TemplateResult {
    const view: ListView = {
      words: this.words,
      forms: this.forms,
      now: this.now,
      asked: this.asked,
      busy: this.busy,
      failure: (id) => this.renderFailure(id),
      drawer: (item) => this.#renderDrawer(item),
      act: this.#act,
    };
    const all = this.items[list] ?? [];
    const limit = this.#limits[list];
    if (list === 'drafts') {
      const more = this.drafts.length > limit;
      return html`${draftList(view, this.drafts.slice(0, limit))}${more ? this.#renderMore(list) : nothing}`;
    }
    const today = localDay(new Date(this.now));
    const items =
      list === 'done'
        ? all.filter(({ receipt, at }) => localDay(new Date(receipt?.at ?? at)) === today)
        : all;
    const isMore = items.length >= limit;
    return html`${queueList(view, list, items)}${isMore ? this.#renderMore(list) : nothing}`;
  }

  #renderMore(list: ListName): TemplateResult {
    return html`<button type="button" class="more" @click=${() => this.#more(list)}>
      ${this.words.ui.more}
    </button>`;
  }

  #more(list: ListName): void {
    this.#limits[list] += 2 * pageSize;
    this.requestUpdate();
    void this.#load();
  }

  #renderDrawer(item: QueueItem): TemplateResult | typeof nothing {
    const { asked, queue, store, locale } = this;
    if (asked?.what === 'export')
      return html`<div class="drawer">
        <hssk-sealed-file
          item-id=${item.id}
          .sync=${queue}
          .vault=${store}
          .locale=${locale}
        ></hssk-sealed-file>
      </div>`;
    if (asked?.what !== 'decide') return nothing;
    return html`<div class="drawer">
      <hssk-conflict-review
        item-id=${item.id}
        .sync=${queue}
        .locale=${locale}
        @hssk-decide=${this.#decided}
        @hssk-select=${(event: SelectDraftEvent) => {
          event.preventDefault();
          this.#taken(event.saved);
        }}
      ></hssk-conflict-review>
    </div>`;
  }
}
