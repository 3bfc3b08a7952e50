import { ageOn, dayOf, isDate } from './days.ts';
import { agePolicies } from './data/policies.ts';
import type { DecisionAct, NoticeLanguage } from './purposes.ts';

/** In what part someone decides. */
export type DecidingRole = 'self' | 'representative' | 'child';

/** Ability to decide, art. 24.2 of law 91/2025. */
export type Capacity = 'full' | 'limited' | 'difficulty' | 'lost';

/** Why the deciders are as they are. */
export type DeciderReason =
  | 'smallChild'
  | 'child'
  | 'minor'
  | 'adult'
  | 'representedAdult'
  | 'representedChild'
  | 'unknownAge'
  | 'doubtfulAge';

/** One row: who decides about an act from one age (completed years) up to below another. */
export interface AgeRule {
  readonly act: DecisionAct | '*';
  readonly from: number;
  readonly below?: number;
  readonly capacity: readonly Capacity[];
  readonly deciders: readonly DecidingRole[];
  readonly reason: DeciderReason;
}

/** A dated table of ages. A row of the act itself goes before a row for all acts (`*`). */
export interface AgePolicy {
  readonly id: string;
  /** First day it holds. */
  readonly from: string;
  /** The laws it follows, as they are shown to people. */
  readonly source: Readonly<Record<NoticeLanguage, string>>;
  readonly rules: readonly AgeRule[];
  /**
   * Grounds of a representative (`Decider.ground`) whose yes is written down and counts for nothing; a no counts whoever
   * says it.
   */
  readonly weakGrounds?: readonly string[];
}

/** What is known of someone on the day of a decision. */
export interface DeciderQuestion {
  readonly birthDate?: string | undefined;
  readonly birthDateFrom?: 'document' | 'record' | 'stated' | 'unknown' | undefined;
  readonly capacity?: Capacity | undefined;
  readonly act: DecisionAct;
  /** Instant or day (`YYYY-MM-DD`) of the decision; the day is that of Viet Nam. */
  readonly at: string;
  readonly policies?: readonly AgePolicy[] | undefined;
}

/** Who decides, by which policy, and why. */
export interface DeciderAnswer {
  readonly policy: string;
  readonly deciders: readonly DecidingRole[];
  readonly reason: DeciderReason;
  /** Least and most completed years; missing where nothing is known. */
  readonly age?: readonly [min: number, max: number];
}

/**
 * Who has to decide, by the age on that day. A birth date that is unknown, or lies after the day, means a child. Where a
 * month or year leaves two ages open, the stricter reading holds: a representative rather than the person alone, and
 * everybody whom one of the ages asks for.
 */
export function whoDecides(question: DeciderQuestion): DeciderAnswer {
  const { birthDate, birthDateFrom, capacity = 'full', act } = question;
  const day = dayOf(question.at);
  const policy = policyOn(question.policies ?? agePolicies, day);
  const age = birthDateFrom === 'unknown' || !isDate(day) ? undefined : ageOn(birthDate, day);
  const [min, max] = age ?? [0, 17];
  const rules: AgeRule[] = [];
  for (let years = min; years <= max; years++) {
    const rule = ruleFor(policy, act, years, capacity);
    if (!rules.includes(rule)) rules.push(rule);
  }
  const dependent = rules.filter(({ deciders }) => !deciders.includes('self'));
  const counting = dependent.length ? dependent : rules;
  const deciders = [...new Set(counting.flatMap((rule) => rule.deciders))];
  const reason = !age ? 'unknownAge' : rules.length > 1 ? 'doubtfulAge' : rules[0]!.reason;
  return { policy: policy.id, deciders, reason, ...(age && { age }) };
}

/** Grounds whose yes counts for nothing on a day. */
export const weakGroundsOn = (policies: readonly AgePolicy[], at: string): readonly string[] =>
  policyOn(policies, dayOf(at)).weakGrounds ?? [];

// Before the first policy the first one holds: there is no time without a rule.
function policyOn(policies: readonly AgePolicy[], day: string): AgePolicy {
  const sorted = [...policies].sort((a, b) => (a.from < b.from ? -1 : 1));
  const policy = sorted.findLast(({ from }) => from <= day) ?? sorted[0];
  if (!policy) throw new RangeError('No age policy given');
  return policy;
}

const strictest: AgeRule = {
  act: '*',
  from: 0,
  capacity: ['full', 'limited', 'difficulty', 'lost'],
  deciders: ['representative', 'child'],
  reason: 'child',
};

function ruleFor({ rules }: AgePolicy, act: DecisionAct, years: number, capacity: Capacity): AgeRule {
  const fits = (rule: AgeRule, of: string): boolean =>
    rule.act === of &&
    rule.from <= years &&
    (rule.below === undefined || years < rule.below) &&
    rule.capacity.includes(capacity);
  return rules.find((rule) => fits(rule, act)) ?? rules.find((rule) => fits(rule, '*')) ?? strictest;
}
