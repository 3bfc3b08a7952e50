import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { defaultPurposes } from '../../src/consent/index.ts';
import type { Purpose } from '../../src/consent/index.ts';
import { formatDate } from '../../src/i18n/index.ts';
import type { Organisation } from '../../src/schema/index.ts';
import { radios, textBlank } from './blanks-view.ts';
import { formActions, missingWords } from './center-panel.ts';
import { itemCard } from './center-view.ts';
import type { CenterView } from './center-view.ts';
import { tell } from './center-words.ts';
import { dayAfter } from './plan.ts';

/** Days that a disclosure may last. */
export const disclosureDays: readonly number[] = [7, 30, 90, 180];

/** Purposes that are only done on the person's request. */
export const requestPurposes = ({ settings }: Pick<CenterView, 'settings'>): Purpose[] =>
  (settings.purposes ?? defaultPurposes).filter(({ mode }) => mode === 'request');

/** Places that a request of this purpose may name. */
export const recipientsOf = (
  { settings }: Pick<CenterView, 'settings'>,
  purpose: Purpose,
): (Organisation & { id: string })[] =>
  settings.recipients.filter(
    (one): one is Organisation & { id: string } => one.id !== undefined && one.type === purpose.recipientKind,
  );

/** To whom the record may be handed, until when; take back, or make a new request. */
export function disclosuresPart(view: CenterView): TemplateResult {
  const { words, center, filled } = view;
  const { ui } = words.own;
  return html`<p class="muted">${ui.disclosuresLead}</p>
    ${
      center.disclosures.length
        ? html`<ul class="list">
            ${center.disclosures.map((item, at) => itemCard(view, item, center.items.length + at))}
          </ul>`
        : html`<p>${ui.noDisclosures}</p>`
    }
    ${
      filled.form === 'disclosure'
        ? disclosureForm(view)
        : // While the evidence is in doubt nothing more is opened to anybody.
          center.flaws.length
          ? nothing
          : html`<div class="actions">
              <button
                type="button"
                id="newDisclosure"
                @click=${() => view.fill({ form: 'disclosure', panel: undefined })}
              >
                ${ui.newDisclosure}
              </button>
            </div>`
    }`;
}

function disclosureForm(view: CenterView): TemplateResult {
  const { words, filled, now } = view;
  const { ui, locale } = words.own;
  const purposes = requestPurposes(view);
  const purpose = purposes.find(({ code }) => code === filled.purpose);
  return html`<div class="box panel" role="group" aria-labelledby="panel">
    <h4 id="panel" tabindex="-1">${ui.newDisclosure}</h4>
    ${radios({
      name: 'purpose',
      label: ui.whatFor,
      options: purposes.map(
        ({ code, words: own }) => [code, own[locale === 'en' ? 'en' : 'vi'].title] as const,
      ),
      value: filled.purpose,
      isMissing: filled.missing.has('purpose'),
      pick: (code) => view.fill({ purpose: code, recipient: '' }),
    })}
    ${
      purpose
        ? radios({
            name: 'recipient',
            label: ui.toWhom,
            options: [
              ...recipientsOf(view, purpose).map(({ id, name }) => [id, name] as const),
              ['other', ui.otherRecipient] as const,
            ],
            value: filled.recipient,
            isMissing: filled.missing.has('recipient'),
            pick: (recipient) => view.fill({ recipient }),
          })
        : nothing
    }
    ${
      filled.recipient === 'other'
        ? html`<div class="deeper">
            ${textBlank({
              name: 'recipientName',
              label: ui.recipientName,
              value: filled.recipientName,
              isMissing: filled.missing.has('recipientName'),
              write: (recipientName) => view.fill({ recipientName }),
            })}
            ${textBlank({
              name: 'recipientCode',
              label: ui.recipientCode,
              help: ui.recipientCodeHelp,
              value: filled.recipientCode,
              isMissing: filled.missing.has('recipientCode'),
              write: (recipientCode) => view.fill({ recipientCode }),
            })}
          </div>`
        : nothing
    }
    ${radios({
      name: 'days',
      label: ui.howLong,
      options: disclosureDays.map(
        (n) => [String(n), tell(words.own, 'days', { n, date: formatDate(dayAfter(now, n)) })] as const,
      ),
      value: String(filled.days),
      isMissing: filled.missing.has('days'),
      pick: (n) => view.fill({ days: Number(n) }),
    })}
    ${missingWords(view)} ${formActions(view, ui.goOn)}
  </div>`;
}
