import type { PromptWords } from '../../src/i18n/consent.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import type { Answers, Choice } from './answers.ts';
import { Attention } from './attention.ts';
import { decisionWords } from './confirm-view.ts';
import type { HostConfirmation } from './confirm-view.ts';
import type { EventsQuestion } from './draft-events.ts';
import { isPress } from './flow.ts';
import type { Flow, Refusal } from './flow.ts';
import type { Ask } from './plan.ts';
import { Reader } from './reader.ts';
import { receiptOf } from './receipt.ts';
import type { Receipt } from './receipt.ts';
import { Signing } from './signing.ts';
import type { Confirmed } from './signing.ts';
import { missingOf } from './words.ts';

/** What a course asks of its prompt at the moment of a press, and tells it. */
export interface CourseOptions {
  root(): ParentNode;
  words(): PromptWords;
  now(): string;
  confirmations(): readonly HostConfirmation[];
  /** What goes into the events; `undefined` where nothing can be recorded. */
  question(): Omit<EventsQuestion, 'answers'> | undefined;
  /** What was answered is sealed, and the receipt is the page to show. */
  recorded(events: readonly ConsentEvent[]): void;
  changed(): void;
}

/** What presses on the pages do: on and back, read and understood, answers, confirmation, and why a press did not count. */
export class Course {
  flow: Flow | undefined;
  /** Blanks that are still empty, once somebody wanted to go on. */
  missing: ReadonlySet<string> = new Set();
  /** What is said to who cannot see the page, and what went wrong. */
  said = '';
  trouble = '';
  receipt: Receipt | undefined;
  /** Selector of what gets the focus once it is drawn. */
  focusNext = '';
  readonly attention = new Attention(() => {});
  readonly reader: Reader;
  readonly signing: Signing;
  readonly #options: CourseOptions;

  constructor(options: CourseOptions) {
    this.#options = options;
    this.reader = new Reader(() => options.changed());
    this.signing = new Signing(() => options.changed());
  }

  /** Forgets everything that was filled in and chosen. */
  drop(): void {
    this.reader.stop();
    this.signing.reset();
    this.attention.stop();
    this.flow = undefined;
    this.receipt = undefined;
    this.said = this.trouble = '';
    this.missing = new Set();
  }

  readonly change = (patch: Partial<Answers>): void => {
    this.flow?.change(patch);
    this.missing = new Set([...this.missing].filter((name) => this.flow?.blanks.includes(name)));
    this.#options.changed();
  };

  go(by: 1 | -1): void {
    this.reader.stop();
    this.missing = new Set();
    this.trouble = this.said = '';
    this.signing.reset();
    this.flow?.go(by, this.#options.now());
    this.#show('#title');
  }

  /** On to the next page, or to the first blank that is empty. */
  readonly next = (): void => {
    const blanks = this.flow?.blanks ?? [];
    if (blanks.length === 0) return this.go(1);
    this.missing = new Set(blanks);
    this.said = missingOf(this.#options.words(), blanks);
    this.#show(`#${blanks[0]}`);
  };

  readonly understood = (event: Event): void => {
    const { flow } = this;
    if (!flow || this.#refused(flow.understood(event, this.#options.root(), flow.answering))) return;
    if (flow.steps[flow.steps.indexOf(flow.step) + 1] === 'receipt') this.#record({ form: 'button' });
    else this.go(1);
  };

  choose(event: Event, ask: Ask, decision: Choice['decision']): void {
    const { flow } = this;
    if (!flow) return;
    this.trouble = '';
    this.#refused(flow.choose(event, this.#options.root(), flow.answering, ask, decision));
    this.#options.changed();
  }

  readonly confirm = async (event: Event): Promise<void> => {
    const { flow, signing } = this;
    if (!flow || signing.isBusy || !isPress(event) || flow.step !== 'confirm') return;
    const confirmed = await signing.confirm(flow, this.#options.confirmations(), this.#options.words());
    if (this.flow !== flow) return;
    if (confirmed) this.#record(confirmed);
    else if (signing.missing) this.focusNext = `#${signing.missing}`;
    this.#options.changed();
  };

  /** Reads the page aloud, all of it opened; heard to the end is noted among the answers. */
  async readAloud(): Promise<void> {
    const { flow } = this;
    const root = this.#options.root();
    const lines = [...root.querySelectorAll('.page [data-said]')];
    for (const details of root.querySelectorAll('details')) details.open = true;
    if (await this.reader.read(lines.map(({ textContent }) => textContent))) flow?.change({ isHeard: true });
  }

  /** Makes a canvas that is on the page one to draw on. */
  async drawOn(canvas: HTMLCanvasElement | null): Promise<void> {
    if (!canvas) return this.signing.drawing.stop();
    try {
      await this.signing.drawing.begin(canvas);
    } catch {
      this.signing.trouble = this.#options.words().ui.drawFailed;
      this.#options.changed();
    }
  }

  /** Says why a press did not count, and leads to what has to be read first. */
  #refused(refusal: Refusal | undefined): boolean {
    if (!refusal) return false;
    const { why, at } = refusal;
    if (why === 'untrusted') return true;
    const { ui } = this.#options.words();
    this.trouble = { unread: ui.readFirst, altered: ui.altered, unfair: ui.notFair }[why];
    if (at instanceof HTMLElement) {
      at.tabIndex = -1;
      at.focus({ preventScroll: true });
      at.scrollIntoView({ block: 'center' });
    }
    this.#options.changed();
    return true;
  }

  #record(confirmed: Confirmed): void {
    const { flow } = this;
    const question = this.#options.question();
    if (!flow?.hasAnswers || !question) return;
    const made = flow.seal(question, confirmed);
    const words = this.#options.words();
    const language = words.locale === 'en' ? 'en' : 'vi';
    this.receipt = receiptOf(
      words,
      question.person.name ?? '',
      made.map(({ event, ask, choice }) => ({
        event,
        title: ask.purpose.words[language].title,
        decision: decisionWords(words, ask, choice),
        shown: choice.text,
      })),
    );
    this.reader.stop();
    this.trouble = '';
    flow.step = 'receipt';
    this.#show('#title');
    this.#options.recorded(made.map(({ event }) => event));
  }

  #show(focus: string): void {
    this.focusNext = focus;
    this.#options.changed();
  }
}
