import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { dataCategories } from '../../src/consent/index.ts';
import type { DecidingRole } from '../../src/consent/index.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';
import { formatDate } from '../../src/i18n/index.ts';
import type { Signature } from '../../src/schema/index.ts';
import type { Choice } from './answers.ts';
import { radios, textBlank } from './blanks-view.ts';
import type { Ask, Plan } from './plan.ts';
import type { Signing } from './signing.ts';
import { say } from './words.ts';

/** A way to confirm that the host brings along: a code by phone, an electronic signature … */
export interface HostConfirmation {
  readonly form: Exclude<Signature['form'], 'button' | 'typed' | 'drawn' | 'fingerprint'>;
  /** Its name as people know it. What it is worth is said by the prompt. */
  readonly name: string;
  /** Confirms the texts with these hashes; rejects where it was not confirmed. `data` = the proof (transaction id …). */
  readonly confirm: (signedHashes: readonly string[]) => Promise<{ readonly data?: string }>;
}

/** `drawn`, `typed`, `fingerprint`, `button`, or the place of a host's way in its list. */
export type Method = 'drawn' | 'typed' | 'fingerprint' | 'button' | `host${number}`;

/** Words of a decision. A request is not an agreement, and being told is neither. */
export function decisionWords({ ui }: PromptWords, { purpose }: Ask, choice: Choice | undefined): string {
  if (purpose.mode === 'notice') return ui.decided_informed;
  if (!choice) return ui.decided_none;
  if (purpose.mode !== 'request' || choice.decision === 'deferred') return ui[`decided_${choice.decision}`];
  return choice.decision === 'granted' ? ui.decided_requested : ui.decided_notRequested;
}

export interface ReviewView {
  readonly words: PromptWords;
  readonly plan: Plan;
  nameOf(role: DecidingRole): string;
  choiceOf(ask: Ask, role: DecidingRole): Choice | undefined;
}

/** What is about to be recorded: what, who, how long, how to change it, what a refusal changes. */
export function reviewPage(view: ReviewView): TemplateResult {
  const { words, plan } = view;
  const { ui } = words;
  const language = words.locale === 'en' ? 'en' : 'vi';
  const withdrawal = (plan.page ?? plan.childPage)?.blocks.find(({ code }) => code === 'withdrawal');
  const item = (ask: Ask): TemplateResult => {
    const { purpose, recipient, roles } = ask;
    const { title, ifRefused } = purpose.words[language];
    const main = plan.main && roles.includes(plan.main) ? view.choiceOf(ask, plan.main) : undefined;
    // A child is not asked for what a grown-up has not agreed to.
    const isClosed = purpose.mode !== 'notice' && main !== undefined && main.decision !== 'granted';
    const given = roles
      .filter((role) => role !== 'child' || !isClosed)
      .map((role) => [role, view.choiceOf(ask, role)] as const);
    const isPartly =
      given.some(([, choice]) => choice?.decision === 'granted') &&
      given.some(([, choice]) => choice?.decision !== 'granted');
    const data = dataCategories
      .filter(({ code }) => purpose.dataCategories.includes(code))
      .map((category) => category[language])
      .join('; ');
    return html`<li>
      <h3>${title}</h3>
      <dl class="facts">
        ${given.map(
          ([role, choice]) =>
            html`<dt>${view.nameOf(role)}</dt>
              <dd>${decisionWords(words, ask, choice)}</dd>`,
        )}
      </dl>
      ${isPartly && purpose.mode !== 'notice' ? html`<p class="error">${ui.partly}</p>` : nothing}
      <details>
        <summary>${ui.more}</summary>
        <dl class="facts">
          ${
            recipient
              ? html`<dt>${ui.who}</dt>
                  <dd>${say(words, 'recipient', { name: recipient.name })}</dd>`
              : nothing
          }
          <dt>${ui.what}</dt>
          <dd>${data}</dd>
          <dt>${ui.howLong}</dt>
          <dd>
            ${ask.validTo ? say(words, 'validTo', { date: formatDate(ask.validTo) }) : ''}
            ${purpose.retention[language]}
          </dd>
          ${
            purpose.mode === 'notice'
              ? nothing
              : html`<dt>${ui.whatChanges}</dt>
                  <dd>${ifRefused}</dd>`
          }
        </dl>
      </details>
    </li>`;
  };
  return html`<p>${say(words, 'reviewLead', { back: ui.back })}</p>
    <ul class="list">
      ${[...plan.asks, ...plan.tells].map(item)}
    </ul>
    ${
      withdrawal
        ? html`<div class="box">
            <h3>${withdrawal.title}</h3>
            ${withdrawal.text.map((line) => html`<p>${line}</p>`)}
          </div>`
        : nothing
    }`;
}

export interface ConfirmView {
  readonly words: PromptWords;
  readonly signer: string;
  readonly signing: Signing;
  readonly hosts: readonly HostConfirmation[];
  /** Somebody sees it happen: only then a fingerprint on paper counts. */
  readonly hasWitness: boolean;
}

/** How the choices are confirmed, and what each way is worth. */
export function confirmPage(view: ConfirmView): TemplateResult {
  const { words, signer, signing, hosts, hasWitness } = view;
  const { way: method, missing } = signing;
  const { ui } = words;
  const ways = ['drawn', 'typed', ...(hasWitness ? (['fingerprint'] as const) : []), 'button'] as const;
  const own = ways.map((each) => [each, ui[`method_${each}`]] as const);
  const theirs = hosts.map(
    ({ name }, at) => [`host${at}` as const, say(words, 'method_host', { name })] as const,
  );
  return html`<p>${say(words, 'confirmOf', { name: signer })}</p>
    ${radios<Method>({
      name: 'method',
      label: ui.method,
      options: [...theirs, ...own],
      value: method,
      isMissing: missing === 'method',
      pick: (way) => signing.pick(way),
    })}
    ${method ? html`<p class="box" id="weight">${weightOf(view)}</p>` : nothing}
    ${
      method === 'drawn'
        ? html`<div class="field">
            <p class="blank" id="draw-label"><span>${ui.drawHere}</span></p>
            <canvas
              id="drawn"
              tabindex="-1"
              role="img"
              aria-labelledby="draw-label"
              aria-describedby="draw-help"
            ></canvas>
            <p class="help" id="draw-help">${ui.drawHelp}</p>
            <button type="button" class="plain" @click=${() => signing.drawing.clear()}>
              ${ui.drawAgain}
            </button>
          </div>`
        : nothing
    }
    ${
      method === 'typed'
        ? textBlank({
            name: 'typed',
            label: say(words, 'typeHere', { name: signer }),
            value: signing.typed,
            isMissing: missing === 'typed',
            write: (text) => {
              signing.typed = text;
            },
          })
        : nothing
    }
    <p class="muted">${ui.handOver}</p>
    ${signing.trouble ? html`<p class="error" role="alert">${signing.trouble}</p>` : nothing}`;
}

// What a way is worth depends on its form alone: a host cannot say more of it than the law does.
function weightOf({ words: { ui }, signing: { way: method }, hosts }: ConfirmView): string {
  if (!method) return '';
  const host = hosts[Number(method.slice('host'.length))];
  if (host) return ui[`weight_${host.form}`];
  return method.startsWith('host') ? '' : ui[`weight_${method as Exclude<Method, `host${number}`>}`];
}
