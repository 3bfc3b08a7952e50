import { textHash } from '../../src/consent/index.ts';
import type { DecidingRole } from '../../src/consent/index.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';
import type { ConsentEvent, Signature } from '../../src/schema/index.ts';
import { blanksOfHelp, blanksOfWho, emptyAnswers, isSameName } from './answers.ts';
import type { Answers, Choice, ConsentPerson } from './answers.ts';
import type { Attention } from './attention.ts';
import { sealedEvents } from './draft-events.ts';
import type { Answered, EventsQuestion } from './draft-events.ts';
import { purposeBlock } from './plan.ts';
import type { Ask, NoticePage, Plan } from './plan.ts';
import { evidenceOf, isFair, seenOf } from './shown.ts';
import type { Seen } from './shown.ts';

/** The pages, in their order. */
export type Step = 'who' | 'help' | 'notice' | 'choices' | 'child' | 'review' | 'confirm' | 'receipt';

/** Why a press did not count. `at` = what has to be read or filled in first. */
export interface Refusal {
  readonly why: 'untrusted' | 'unread' | 'altered' | 'unfair';
  readonly at?: Element | undefined;
}

/**
 * Where a prompt stands and what was answered. A decision comes about in one place only (`#take`), and only from a press
 * of a person on a page that was on screen, word for word.
 */
export class Flow {
  answers: Answers;
  plan!: Plan;
  words!: PromptWords;
  step: Step = 'who';
  /** When the page on screen was opened. */
  openedAt = '';
  readonly #choices = new Map<string, Choice>();
  #noticeSeen: Seen | undefined;
  readonly #attention: Attention;

  constructor(person: ConsentPerson, attention: Attention) {
    this.answers = emptyAnswers(person);
    this.#attention = attention;
  }

  /** The pages that this plan needs. */
  get steps(): readonly Step[] {
    const { main, roles, asks, tells } = this.plan;
    if (!roles.length) return [];
    const steps: Step[] = ['who', 'help'];
    if (main) steps.push('notice');
    if (main && asks.some((ask) => ask.roles.includes(main))) steps.push('choices');
    if (roles.includes('child')) steps.push('child');
    if (asks.length) steps.push('review', 'confirm');
    return asks.length || tells.length ? [...steps, 'receipt'] : [];
  }

  go(by: 1 | -1, at: string): void {
    const { steps } = this;
    const next = steps[steps.indexOf(this.step) + by];
    if (!next) return;
    this.step = next;
    this.openedAt = at;
  }

  /** Blanks of the page that are still empty. */
  get blanks(): readonly string[] {
    if (this.step === 'who') return blanksOfWho(this.answers, this.plan);
    return this.step === 'help' ? blanksOfHelp(this.answers) : [];
  }

  /** What is known of the people changes: what was answered before was answered by, or to, somebody else. */
  change(patch: Partial<Answers>): void {
    this.answers = { ...this.answers, ...patch };
    if (!('isHeard' in patch)) this.forget();
  }

  /** Drops every choice, and what was on screen. */
  forget(): void {
    this.#choices.clear();
    this.#noticeSeen = undefined;
  }

  choiceOf(ask: Ask, role: DecidingRole): Choice | undefined {
    return this.#choices.get(`${role} ${ask.key}`);
  }

  nameOf(role: DecidingRole): string {
    return this.answers.names[role].trim();
  }

  /** Who answers on this page. */
  get answering(): DecidingRole {
    return this.step === 'child' ? 'child' : this.plan.main!;
  }

  /** Who confirms at the end. */
  get signer(): DecidingRole {
    return this.plan.main ?? 'child';
  }

  /** What a child is asked: what nobody among the grown-ups refused, put off or left open. */
  get childAsks(): readonly Ask[] {
    const { asks, main } = this.plan;
    return asks.filter(
      (ask) =>
        ask.roles.includes('child') &&
        (!main || !ask.roles.includes(main) || this.choiceOf(ask, main)?.decision === 'granted'),
    );
  }

  /** The notice was read and understood; what is only told is now told. */
  understood(event: Event, root: ParentNode, role: DecidingRole): Refusal | undefined {
    const page = this.#pageOf(role);
    const tells = this.plan.tells.filter((ask) => ask.roles.includes(role));
    if (!page || !isPress(event)) return { why: 'untrusted' };
    const seen = this.#seen(root, page);
    if ('why' in seen) return seen;
    const { understood } = page.notice.buttons;
    const button = (event.currentTarget as Element).querySelector('[data-said]');
    if (!button || button.textContent !== understood) return { why: 'altered' };
    if (role !== 'child') this.#noticeSeen = seen;
    for (const ask of tells) {
      const evidence = { page, seen, labels: [understood], at: this.openedAt };
      this.#choices.set(`${role} ${ask.key}`, {
        decision: 'granted',
        label: understood,
        ...evidenceOf(evidence),
      });
    }
    return undefined;
  }

  /** An answer to one thing. */
  choose(
    event: Event,
    root: ParentNode,
    role: DecidingRole,
    ask: Ask,
    decision: Choice['decision'],
  ): Refusal | undefined {
    const page = this.#pageOf(role);
    const card = (event.currentTarget as Element).closest('[data-ask]');
    if (!page || !card || !isPress(event)) return { why: 'untrusted' };
    const notice = role === 'child' ? this.#seen(root, page) : this.#noticeSeen;
    if (!notice) return { why: 'unread' };
    if ('why' in notice) return notice;
    return this.#take({ page, card, notice, role, ask, decision });
  }

  #take(given: {
    page: NoticePage;
    card: Element;
    notice: Seen;
    role: DecidingRole;
    ask: Ask;
    decision: Choice['decision'];
  }): Refusal | undefined {
    const { page, card, notice, role, ask, decision } = given;
    const own = seenOf(card, [purposeBlock(page, ask, this.words)], this.#attention);
    const { agree, decline, later } = page.notice.buttons;
    const labels = [agree, decline, later];
    const buttons = [...card.querySelectorAll('button[data-decision]')];
    const said = buttons.map((button) => button.querySelector('[data-said]'));
    if (own.isAltered || said.some((label, at) => label?.textContent !== labels[at]))
      return { why: 'altered' };
    const unseen = own.unseen ?? said.find((label) => !this.#attention.hasSeen(label!));
    if (unseen) return { why: 'unread', at: unseen };
    if (!isFair(buttons[0]!, buttons[1]!)) return { why: 'unfair', at: card };
    const blocks = [...notice.blocks, ...own.blocks];
    const evidence = { page, seen: { blocks, parts: notice.parts }, labels, at: this.openedAt };
    const label = { granted: agree, denied: decline, deferred: later }[decision];
    this.#choices.set(`${role} ${ask.key}`, { decision, label, ...evidenceOf(evidence) });
    if (role !== 'child' && decision !== 'granted') this.#choices.delete(`child ${ask.key}`);
    return undefined;
  }

  #seen(root: ParentNode, page: NoticePage): Seen | Refusal {
    const notice = root.querySelector('[data-notice]');
    if (!notice) return { why: 'unread' };
    const seen = seenOf(notice, page.blocks, this.#attention);
    if (seen.isAltered) return { why: 'altered' };
    return seen.unseen ? { why: 'unread', at: seen.unseen } : seen;
  }

  #pageOf(role: DecidingRole): NoticePage | undefined {
    return role === 'child' ? this.plan.childPage : this.plan.page;
  }

  /** Hashes of the texts that the signer confirms. */
  get hashesToSign(): readonly string[] {
    return this.#answered({ form: 'button' })
      .filter(({ role, ask }) => role === this.signer && ask.purpose.mode !== 'notice')
      .map(({ choice }) => choice.shown.shownHash);
  }

  /** Whether the typed name is that of who confirms. */
  isSigned(typed: string): boolean {
    return isSameName(typed, this.nameOf(this.signer));
  }

  get hasAnswers(): boolean {
    return this.#choices.size > 0;
  }

  /** The events of what was answered; what nobody answered makes none. */
  seal(
    question: Omit<EventsQuestion, 'answers'>,
    confirmed: Pick<Signature, 'form' | 'data'>,
  ): readonly (Answered & { readonly event: ConsentEvent })[] {
    const answered = this.#answered(confirmed);
    for (const { choice } of answered)
      if (textHash(choice.text) !== choice.shown.shownHash) throw new Error('A text differs from its hash.');
    const events = sealedEvents({ ...question, answers: this.answers }, answered);
    return answered.map((each, at) => ({ ...each, event: events[at]! }));
  }

  #answered(confirmed: Pick<Signature, 'form' | 'data'>): Answered[] {
    const { asks, tells } = this.plan;
    return [...tells, ...asks].flatMap((ask) =>
      ask.roles.flatMap((role) => {
        const choice = this.choiceOf(ask, role);
        const isSigner = role === this.signer && ask.purpose.mode !== 'notice';
        return choice
          ? [{ ask, role, choice, confirmed: isSigner ? confirmed : { form: 'button' as const } }]
          : [];
      }),
    );
  }
}

/** Whether a person pressed: no script did, and it is not the second half of a double press on what was there before. */
export const isPress = (event: Event): boolean =>
  event.isTrusted && event.type === 'click' && (event as MouseEvent).detail <= 1;
