import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { viAdministrative } from '../../src/i18n/index.ts';
import type { SomeWords } from '../../src/i18n/index.ts';
import { age } from '../../src/measures/index.ts';
import { FormElement } from '../form-element.ts';
import type { HsskElement } from '../element.ts';
import {
  AddressField,
  Blanks,
  ChoiceBlank,
  CodedBlank,
  DateBlank,
  EmailBlank,
  IdentifierBlank,
  PhoneBlank,
  TextBlank,
} from '../fields/index.ts';
import type { FormState } from '../form-state.ts';
import { group, sectionStyles } from './parts.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-administrative-section': AdministrativeSection;
  }
}

const birthDate = 'administrative.birthDate';

/**
 * Part A of the form: who the person is, where they live, who cares for them.
 * @tag hssk-administrative-section
 * @fires hssk-change - A person changed a place of the section.
 */
export class AdministrativeSection extends FormElement {
  static override tag = 'hssk-administrative-section';
  static override uses: readonly (typeof HsskElement)[] = [AddressField];
  static override words: SomeWords = viAdministrative;
  static override styles: CSSResultGroup = sectionStyles;

  readonly #blanks = new Blanks(this, () => this.form, {
    text: TextBlank,
    choice: ChoiceBlank,
    coded: CodedBlank,
    date: DateBlank,
    email: EmailBlank,
    identifier: IdentifierBlank,
    phone: PhoneBlank,
  });

  override render(): TemplateResult {
    const state = this.form;
    const a = 'administrative';
    const { headings } = state.words;
    const grid = (list: string, options?: Parameters<Blanks['grid']>[2]): HTMLElement =>
      this.#blanks.grid(a, list, options);
    return html`<h2>${state.label(a)}</h2>
      ${group(
        state.words.ui.person,
        grid(
          'householdCode:3 fullName:5 relationToHead:4 sex:4 bloodAbo:4 bloodRh:4 birthDate:4 birthRegistration:4 ethnicity:4 nationality:4 religion:4 occupation:4',
          { birthDate: { aside: ageWords } },
        ),
      )}
      ${group(
        state.label(`${a}.identifiers`),
        this.#blanks.grid(
          `${a}.identifiers`,
          'personal.number:5 personal.issuedOn:3 personal.issuedPlace:4 insurance.number:5',
          { 'personal.number': { aside: temporaryWords, uses: [`${a}.identifiers.temporary`] } },
        ),
      )}
      ${['permanentAddress', 'currentAddress'].map(
        (name) =>
          html`<div class="group">
            <hssk-address-field
              exportparts="control"
              .state=${state}
              .path=${`${a}.${name}`}
            ></hssk-address-field>
          </div>`,
      )}
      ${group(headings.contact, grid('phoneLandline:4 phoneMobile:4 email:4'))}
      ${group(headings.family, [
        grid('motherName:6 fatherName:6 caregiverName:6 caregiverRelation:6'),
        group(headings.guardianPhone, grid('guardianPhoneLandline:6 guardianPhoneMobile:6')),
      ])}`;
  }
}

/** Age on the day of capture, in the unit people use for it. */
function ageWords(form: FormState): string | undefined {
  const born = form.value(birthDate);
  const years = typeof born === 'string' ? age(born, form.today) : undefined;
  if (!years) return undefined;
  const [min, max] = years.years;
  if (min !== max) return form.say('ageOr', { a: min, b: max });
  if (min >= 6) return form.say('age', { value: min });
  const months = years.months;
  if (months && months[0] === months[1] && months[0] >= 1) return form.say('ageMonths', { value: months[0] });
  const days = years.days;
  return days && days[0] === days[1] ? form.say('ageDays', { value: days[0] }) : undefined;
}

function temporaryWords(form: FormState): string | undefined {
  const number = form.value('administrative.identifiers.temporary.number');
  return typeof number === 'string' ? form.say('temporary', { value: number }) : undefined;
}
