import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PromptWords } from '../../src/i18n/consent.ts';
import type { ConsentPerson } from './answers.ts';
import { confirmPage, reviewPage } from './confirm-view.ts';
import type { HostConfirmation } from './confirm-view.ts';
import type { Course } from './course.ts';
import type { Flow } from './flow.ts';
import { actionsOf, plainPage, stepPage } from './frame-view.ts';
import type { Ledger } from './ledger.ts';
import { noticeBlocks, purposeCards } from './notice-view.ts';
import type { Ask, NoticePage } from './plan.ts';
import { localVoice } from './reader.ts';
import { receiptView } from './receipt-view.ts';
import type { Receipt } from './receipt.ts';
import { helpPage, whoPage } from './who-view.ts';
import type { PeopleView } from './who-view.ts';
import { say } from './words.ts';

/** What the pages of a prompt show and do. */
export interface StepsView {
  readonly words: PromptWords;
  readonly course: Course;
  readonly flow: Flow;
  readonly person: ConsentPerson;
  readonly confirmations: readonly HostConfirmation[];
  readonly kept: Ledger['kept'];
  /** Hands over again what the session has not taken. */
  keep(): void;
  print(receipt: Receipt): void;
  speak(language: string): void;
  leave(): void;
}

/** The page on which a prompt stands, or why there is none. */
export function flowPage(view: StepsView): TemplateResult {
  const { words, flow, person } = view;
  const { plan, step, steps } = flow;
  if (!steps.length) return plainPage(words.ui.nothingToAsk);
  if (plan.flaws.length) {
    const why = say(words, 'broken', { parts: plan.flaws.join(', ') });
    return plainPage(
      words.ui.brokenTitle,
      html`<p class="box error" role="alert">${why}</p>
        ${actions(view, '', undefined)}`,
    );
  }
  return stepPage({ words, name: person.name?.trim() ?? '', step, steps, body: bodyOf(view) });
}

function bodyOf(view: StepsView): TemplateResult {
  const { words, course, flow } = view;
  const { ui } = words;
  const { plan } = flow;
  switch (flow.step) {
    case 'who':
      return html`${whoPage(people(view))}${actions(view, ui.next, course.next)}`;
    case 'help':
      return html`${helpPage(people(view))}${actions(view, ui.next, course.next)}`;
    case 'notice': {
      const page = plan.page!;
      return html`<p class="muted">${ui.noticeLead}</p>
        ${voice(view)} ${noticeBlocks(page, plan, words)}
        ${actions(view, page.notice.buttons.understood, course.understood)}`;
    }
    case 'choices': {
      const asks = plan.asks.filter((ask) => ask.roles.includes(plan.main!));
      return html`<p class="muted">${ui.choicesLead}</p>
        ${voice(view)} ${cards(view, plan.page!, asks)} ${actions(view, ui.next, () => course.go(1))}`;
    }
    case 'child':
      return childPage(view, plan.childPage!);
    case 'review':
      return html`${reviewPage({
        words,
        plan,
        nameOf: (role) => flow.nameOf(role),
        choiceOf: (ask, role) => flow.choiceOf(ask, role),
      })}
      ${flow.hasAnswers ? nothing : html`<p class="error">${ui.nothingDecided}</p>`}
      ${actions(view, ui.next, flow.hasAnswers ? () => course.go(1) : undefined)}`;
    case 'confirm':
      return html`${confirmPage({
        words,
        signer: flow.nameOf(flow.signer),
        signing: course.signing,
        hosts: view.confirmations,
        hasWitness: flow.answers.reading === 'aloud',
      })}
      ${actions(view, course.signing.isBusy ? ui.confirming : ui.confirm, course.confirm)}`;
    case 'receipt':
      return receiptView(
        words,
        course.receipt!,
        view.kept,
        () => view.keep(),
        () => view.print(course.receipt!),
      );
  }
}

function childPage(view: StepsView, page: NoticePage): TemplateResult {
  const { words, course, flow } = view;
  const { ui } = words;
  const asks = flow.childAsks;
  const { later, understood } = page.notice.buttons;
  return html`<p>${say(words, 'childLead', { name: flow.nameOf('child') })}</p>
    <div class="child">
      ${voice(view)} ${noticeBlocks(page, flow.plan, words)}
      ${
        asks.length
          ? html`<p>${ui.childFree}</p>
              ${cards(view, page, asks)}`
          : flow.plan.asks.length
            ? html`<p>${ui.childNothing}</p>`
            : nothing
      }
    </div>
    ${asks.length ? html`<p class="muted">${say(words, 'childAway', { later })}</p>` : nothing}
    ${actions(view, understood, course.understood)}`;
}

const people = ({ words, course, flow, person, speak }: StepsView): PeopleView => ({
  words,
  answers: flow.answers,
  plan: flow.plan,
  birthDate: person.birthDate,
  missing: course.missing,
  hasVoice: localVoice() !== undefined,
  change: course.change,
  speak,
});

const cards = ({ words, course, flow }: StepsView, page: NoticePage, asks: readonly Ask[]): TemplateResult =>
  purposeCards(
    {
      words,
      page,
      choiceOf: (ask) => flow.choiceOf(ask, flow.answering),
      choose: (event, ask, decision) => course.choose(event, ask, decision),
    },
    asks,
  );

/** Reading aloud is offered only for Vietnamese, and only by a voice of this device. */
function voice({ words, course }: StepsView): TemplateResult | typeof nothing {
  if (words.locale !== 'vi' || !localVoice()) return nothing;
  const { reader } = course;
  const { isReading } = reader;
  return html`<div>
    <button type="button" id="voice" @click=${() => (isReading ? reader.stop() : void course.readAloud())}>
      ${isReading ? words.ui.stopReading : words.ui.readAloud}
    </button>
  </div>`;
}

function actions(view: StepsView, next: string, act: ((event: Event) => void) | undefined): TemplateResult {
  const { words, course } = view;
  const { step, plan } = view.flow;
  // The page of the confirmation says itself what went wrong, beside what it is about.
  const isOwn = step === 'confirm';
  return actionsOf({
    words,
    next,
    act,
    isSaid: act === course.understood,
    back: step === 'who' || plan.flaws.length ? undefined : () => course.go(-1),
    leave: () => view.leave(),
    isBusy: course.signing.isBusy,
    trouble: isOwn ? '' : course.trouble,
    missing: isOwn ? new Set() : course.missing,
  });
}
