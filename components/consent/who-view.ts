import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatDate } from '../../src/i18n/index.ts';
import { needsGround } from '../../src/consent/index.ts';
import type { DecidingRole } from '../../src/consent/index.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';
import { birthDateSources, evidences, grounds } from './answers.ts';
import type { Answers } from './answers.ts';
import { radios, textBlank } from './blanks-view.ts';
import type { Plan } from './plan.ts';
import { say } from './words.ts';

/** What the pages about people show and change. */
export interface PeopleView {
  readonly words: PromptWords;
  readonly answers: Answers;
  readonly plan: Plan;
  readonly birthDate: string | undefined;
  readonly missing: ReadonlySet<string>;
  readonly hasVoice: boolean;
  change(patch: Partial<Answers>): void;
  speak(language: 'vi' | 'en'): void;
}

/** Who decides: worked out from the age, with what is known of it and by what right somebody else decides. */
export function whoPage(view: PeopleView): TemplateResult {
  const { words, answers, plan, birthDate, missing, change } = view;
  const { ui } = words;
  const { age, roles } = plan;
  const years = age && (age[0] === age[1] ? String(age[0]) : `${age[0]}–${age[1]}`);
  const rule = roles.includes('child') ? 'both' : roles.includes('self') ? 'self' : 'representative';
  return html`<dl class="facts">
      <dt>${ui.birthDate}</dt>
      <dd>
        ${birthDate ? formatDate(birthDate) : ui.birthDateUnknown}
        (${years ? say(words, 'age', { n: years }) : ui.ageUnknown})
      </dd>
    </dl>
    ${
      birthDate
        ? radios({
            name: 'birthDateFrom',
            label: ui.birthDateFrom,
            options: birthDateSources.map((from) => [from, ui[`from_${from}`]] as const),
            value: answers.birthDateFrom,
            isMissing: missing.has('birthDateFrom'),
            pick: (birthDateFrom) => change({ birthDateFrom }),
          })
        : nothing
    }
    ${
      !age || age[1] >= 7
        ? html`<details ?open=${answers.capacity !== 'full'}>
            <summary>${ui.capacity}</summary>
            ${radios({
              name: 'capacity',
              label: ui.capacity,
              options: (['full', 'limited', 'difficulty', 'lost'] as const).map(
                (capacity) => [capacity, ui[`capacity_${capacity}`]] as const,
              ),
              value: answers.capacity,
              isMissing: false,
              pick: (capacity) => change({ capacity }),
            })}
          </details>`
        : nothing
    }
    <div class="box" id="rule" role="status">
      <p>
        <b>${ui[`rule_${rule}`]}</b>
      </p>
      <p class="help">${say(words, 'ruleSource', { source: plan.source })}</p>
    </div>
    ${roles.map((role) => person(view, role))}`;
}

function person(view: PeopleView, role: DecidingRole): TemplateResult {
  const { words, answers, missing, change } = view;
  const { ui } = words;
  const name = textBlank({
    name: role,
    label: ui[`${role}Name`],
    value: answers.names[role],
    isMissing: missing.has(role),
    write: (text) => change({ names: { ...answers.names, [role]: text } }),
  });
  if (role !== 'representative') return name;
  return html`${name} ${relationPart(view)}
  ${radios({
    name: 'evidence',
    label: ui.evidence,
    options: evidences.map((evidence) => [evidence, ui[`evidence_${evidence}`]] as const),
    value: answers.evidence,
    isMissing: missing.has('evidence'),
    pick: (evidence) => change({ evidence }),
  })}
  ${textBlank({
    name: 'phone',
    label: ui.phone,
    optional: ui.optionalBlank,
    type: 'tel',
    value: answers.phone,
    isMissing: false,
    write: (phone) => change({ phone }),
  })}`;
}

/** What the representative is to the person, what that is worth, and on what ground where it is worth nothing by itself. */
function relationPart({ words, answers, plan, missing, change }: PeopleView): TemplateResult {
  const { ui } = words;
  const language = words.locale === 'en' ? 'en' : 'vi';
  const { relation, ground } = answers;
  const blank = (name: 'relationWords' | 'groundWords', help?: string): TemplateResult =>
    textBlank({
      name,
      label: ui[name],
      value: answers[name],
      isMissing: missing.has(name),
      write: (text) => change({ [name]: text }),
      ...(help && { help }),
    });
  return html`${radios({
      name: 'relation',
      label: ui.relation,
      options: plan.relations.map(({ code, words: own }) => [code, own[language].title] as const),
      value: relation?.code ?? '',
      isMissing: missing.has('relation'),
      pick: (code) =>
        change({
          relation: plan.relations.find((one) => one.code === code),
          relationWords: '',
          ground: '',
          groundWords: '',
        }),
    })}
    <div class=${relation ? 'deeper' : 'hidden'}>
      <p class="help" id="relation-note" role="status">${relation?.words[language].note ?? ''}</p>
      ${relation?.isWritten ? blank('relationWords') : nothing}
      ${
        relation && needsGround(relation)
          ? html`${radios({
              name: 'ground',
              label: ui.ground,
              options: grounds.map((each) => [each, ui[`ground_${each}`]] as const),
              value: ground,
              isMissing: missing.has('ground'),
              pick: (picked) => change({ ground: picked }),
            })}
            ${
              plan.weakGrounds.includes(ground)
                ? html`<p class="box warning">${ui.groundDoubtful}</p>`
                : nothing
            }
            ${blank('groundWords', ui.groundWordsHelp)}`
          : nothing
      }
    </div>`;
}

/** Language, and help for who cannot read or does not understand it. */
export function helpPage(view: PeopleView): TemplateResult {
  const { words, answers, missing, hasVoice, change, speak } = view;
  const { ui } = words;
  const named = (role: 'witness' | 'interpreter', help?: string): TemplateResult =>
    textBlank({
      name: role,
      label: ui[`${role}Name`],
      value: answers.names[role],
      isMissing: missing.has(role),
      write: (text) => change({ names: { ...answers.names, [role]: text } }),
      ...(help && { help }),
    });
  return html`${radios({
      name: 'language',
      label: ui.language,
      options: [
        ['vi', 'Tiếng Việt'],
        ['en', 'English'],
      ] as const,
      value: words.locale === 'en' ? 'en' : 'vi',
      isMissing: false,
      pick: speak,
    })}
    ${radios({
      name: 'reading',
      label: ui.reading,
      options: (['alone', 'aloud'] as const).map((reading) => [reading, ui[`reading_${reading}`]] as const),
      value: answers.reading,
      isMissing: missing.has('reading'),
      pick: (reading) => change({ reading }),
    })}
    ${
      answers.reading === 'aloud'
        ? html`<div class="deeper">
            ${named('witness', ui.witnessHelp)}
            ${hasVoice ? nothing : html`<p class="help">${ui.noVoice}</p>`}
          </div>`
        : nothing
    }
    <label class="option"
      ><input
        id="isInterpreted"
        type="checkbox"
        .checked=${answers.isInterpreted}
        @change=${(event: Event) => change({ isInterpreted: (event.target as HTMLInputElement).checked })}
      />${ui.interpreting}</label
    >
    ${
      answers.isInterpreted
        ? html`<div class="deeper">
            ${named('interpreter')}
            ${textBlank({
              name: 'interpreterLanguage',
              label: ui.interpreterLanguage,
              value: answers.interpreterLanguage,
              isMissing: missing.has('interpreterLanguage'),
              write: (interpreterLanguage) => change({ interpreterLanguage }),
            })}
          </div>`
        : nothing
    }`;
}
