import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Member, MemberList } from '../../src/client/index.ts';
import { fill, formatDate } from '../../src/i18n/index.ts';
import { viRoster } from '../../src/i18n/roster.ts';
import { Printer } from '../print-frame.ts';
import { base } from '../styles.ts';
import { consentFilter } from './consent-filter.ts';
import type { Standing } from './consent-filter.ts';
import { consentsStyles } from './consents.styles.ts';
import { classesOf, matches } from './model.ts';
import type { States } from './model.ts';
import { RosterElement } from './roster-element.ts';
import { RosterRows } from './roster-rows.ts';
import { rosterPartStyles } from './roster.styles.ts';
import { decidersOf, slipPage, slipPurpose } from './slip.ts';
import { checkSlip, keepSlip } from './slip-entry.ts';
import { emptySlip, slipForm } from './slip-form.ts';
import type { SlipDraft } from './slip-form.ts';
import { slipsJob } from './slip-print.ts';
import { SlipWriting } from './slip-writing.ts';
import type { RowStatus } from './status.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-class-consents': ClassConsents;
  }
}

/**
 * What the parents of a list said of the examination: who agreed, refused, has not answered; paper slips are entered one
 * after the other by keys, and printed for the class. Part of `hssk-roster`.
 *
 * @tag hssk-class-consents
 */
export class ClassConsents extends RosterElement {
  static override tag = 'hssk-class-consents';
  static override uses = [RosterRows];
  static override properties: PropertyDeclarations = {
    list: { attribute: false },
    states: { attribute: false },
    shown: { state: true },
    query: { state: true },
    member: { state: true },
    slip: { state: true },
    missing: { state: true },
    own: { state: true },
  };
  static override styles: CSSResultGroup = [base, rosterPartStyles, consentsStyles];

  list: MemberList | undefined;
  states: States = new Map();

  private shown: Standing | 'all' = 'all';
  private query = '';
  private member: Member | undefined;
  private slip: SlipDraft = emptySlip;
  /** The blank that has to be filled in first. */
  private missing: keyof SlipDraft | undefined;
  /** Answers entered here that the states do not tell of yet. */
  private own: ReadonlyMap<string, Standing> = new Map();
  readonly #printer = new Printer(this);
  readonly #writing = new SlipWriting();
  #class = '';
  #rows: readonly Member[] = [];
  #basis: readonly unknown[] = [];

  readonly #standingOf = (id: string): Standing =>
    this.own.get(id) ?? this.states.get(id)?.consent ?? 'unanswered';

  readonly #choose = (member: Member): void => {
    this.member = member;
    this.missing = undefined;
    this.failure = undefined;
    this.slip = { ...emptySlip, date: this.slip.date, signer: member.guardianName ?? '' };
    this.focusNext = '#signer';
  };

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const before = changed.get('list') as MemberList | undefined;
    if (before && before.id !== this.list?.id) {
      this.member = undefined;
      this.own = new Map();
      this.#class = '';
      this.shown = 'all';
    }
  }

  // Who is answered stays in the rows until the filter changes: nothing jumps under the hand that goes on.
  #shownRows(members: readonly Member[]): readonly Member[] {
    const basis = [members, this.shown, this.query, this.#class];
    if (basis.some((each, at) => each !== this.#basis[at])) {
      this.#basis = basis;
      this.#rows = members.filter(
        (member) =>
          (!this.#class || member.className === this.#class) &&
          (!this.query || matches(member, this.query)) &&
          (this.shown === 'all' || this.#standingOf(member.id) === this.shown),
      );
    }
    return this.#rows;
  }

  get #needsChild(): boolean {
    const { settings, purpose } = this.#question;
    return Boolean(
      this.member &&
      settings &&
      purpose &&
      decidersOf(this.member, purpose, settings, this.today).deciders.includes('child'),
    );
  }

  get #question() {
    const settings = this.session?.consent;
    return { settings, purpose: slipPurpose(settings) };
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const { member, slip, list } = this;
    const { settings, purpose } = this.#question;
    const { lists } = this;
    const { consents } = this.session ?? {};
    if (!member || !settings || !purpose || !consents || !list) return;
    const checked = checkSlip(slip, this.#needsChild, this.today);
    this.missing = 'missing' in checked ? checked.missing : undefined;
    if ('missing' in checked) {
      this.focusNext = `#${checked.missing}`;
      return;
    }
    const isSaved = await this.run('slip', async () => {
      const { user, facility } = this.session ?? {};
      const standing = await keepSlip({
        ...{ settings, purpose, consents, lists, list, member, slip, date: checked.date },
        writing: this.#writing,
        collector: user || facility ? { ...(user && { user }), ...(facility && { facility }) } : undefined,
      });
      this.own = new Map([...this.own, [member.id, standing]]);
      await lists?.consented?.(list.id, member.id, standing);
    });
    if (!isSaved) return;
    const { ui } = this.words.consents;
    this.said = fill(ui.saved, { name: member.fullName, answer: ui[this.#standingOf(member.id)] });
    this.#goOn(member);
  }

  #goOn(from: Member): void {
    const rows = this.#rows;
    const at = rows.findIndex(({ id }) => id === from.id);
    const next = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(
      ({ id }) => this.#standingOf(id) === 'unanswered',
    );
    if (!next) {
      this.member = undefined;
      this.focusNext = '#consents-title';
      return;
    }
    this.#choose(next);
    this.renderRoot.querySelector<RosterRows>('hssk-roster-rows')?.show(next.id);
  }

  /** Keys 1 and 2 answer, wherever the focus is in the form but in the date. */
  #onKey(event: KeyboardEvent): void {
    const answer = { 1: 'granted', 2: 'denied' }[event.key] as SlipDraft['answer'] | undefined;
    const target = event.composedPath()[0] as Element;
    if (!answer || event.ctrlKey || event.altKey || event.metaKey || target.id === 'date') return;
    event.preventDefault();
    const isChild =
      target.id.startsWith('child') ||
      (this.slip.answer === 'granted' &&
        this.#needsChild &&
        !this.slip.child &&
        !target.id.startsWith('answer'));
    this.slip = isChild ? { ...this.slip, child: answer } : { ...this.slip, answer, child: '' };
    this.missing = undefined;
  }

  #print(members: readonly Member[]): void {
    const { settings, purpose } = this.#question;
    if (!settings || !purpose) return;
    // Parents get the Vietnamese text, which is the one that counts.
    const words = viRoster.consents;
    const place = this.list?.place;
    void this.#printer.print(slipsJob({ settings, purpose, members, place, day: this.today, words }));
  }

  override render(): TemplateResult {
    const { words, list, session } = this;
    const { ui } = words.consents;
    const { settings, purpose } = this.#question;
    const members = list?.members ?? [];
    if (!settings || !purpose || !slipPage(settings, purpose, 'adult', this.today))
      return html`<p class="notice">${ui.noSettings}</p>`;
    if (!session?.consents) return html`<p class="notice">${ui.noConsents}</p>`;
    const rows = this.#shownRows(members);
    return html`<h3 id="consents-title" tabindex="-1">${ui.title}</h3>
      <p class="help">${purpose.mode === 'consent' ? ui.lead : ui.leadNotice}</p>
      ${this.#renderFilter(members)} ${purpose.mode === 'consent' ? this.#renderSlip() : nothing}
      ${
        rows.length
          ? html`<hssk-roster-rows
              .members=${rows}
              .states=${this.states}
              .statusOf=${this.#standingOf as (id: string) => RowStatus}
              .stamp=${this.own}
              .selected=${this.member?.id}
              .words=${words}
              .label=${ui.title}
              .choose=${purpose.mode === 'consent' ? this.#choose : () => {}}
            ></hssk-roster-rows>`
          : html`<p class="help">${words.ui.none}</p>`
      }
      <div class="actions">
        <button type="button" id="print" ?disabled=${!rows.length} @click=${() => this.#print(rows)}>
          ${fill(ui.printN, { n: rows.length })}
        </button>
      </div>
      ${this.renderSaid()}`;
  }

  #renderFilter(members: readonly Member[]): TemplateResult {
    const ofClass = this.#class ? members.filter(({ className }) => className === this.#class) : members;
    const counts: Record<Standing, number> = { unanswered: 0, agreed: 0, refused: 0 };
    for (const { id } of ofClass) counts[this.#standingOf(id)]++;
    return consentFilter(this.words, {
      counts,
      total: ofClass.length,
      classes: classesOf(members),
      className: this.#class,
      query: this.query,
      shown: this.shown,
      change: ({ query = this.query, shown = this.shown, className = this.#class }) => {
        this.query = query;
        this.shown = shown;
        this.#class = className;
        this.requestUpdate();
      },
    });
  }

  #renderSlip(): TemplateResult {
    const { words, member } = this;
    const { ui } = words.consents;
    const { settings, purpose } = this.#question;
    if (!member) return html`<p class="help">${ui.pick}</p>`;
    const { deciders } = decidersOf(member, purpose!, settings!, this.today);
    if (deciders.includes('self')) return html`<p class="notice">${ui.grown}</p>`;
    const details = [member.className, member.birthDate && formatDate(member.birthDate)];
    return html`${slipForm({
      words,
      title: fill(ui.slipOf, { name: member.fullName }),
      details: details.filter(Boolean).join(', '),
      slip: this.slip,
      missing: this.missing,
      needsChild: deciders.includes('child'),
      isBusy: this.busy === 'slip',
      change: (patch) => {
        this.slip = { ...this.slip, ...patch };
        this.missing = undefined;
      },
      key: (event) => this.#onKey(event),
      save: (event) => void this.#save(event),
    })}${this.renderFailure('slip')}`;
  }
}
