import { agePolicies } from './data/policies.ts';
import { defaultPurposes } from './data/purposes.ts';
import { weakGroundsOn, whoDecides } from './deciders.ts';
import type { AgePolicy, Capacity } from './deciders.ts';
import type { Purpose } from './purposes.ts';
import { readRows } from './read.ts';
import type { AnyConsent, ReadSet } from './read.ts';
import { saysStanding, standingOf } from './standing.ts';
import type { Standing, Topic, TopicRules } from './standing.ts';

/** What is known of the person apart from the events, for instance in the record. */
export interface KnownPerson {
  readonly birthDate?: string | undefined;
  readonly birthDateFrom?: 'document' | 'record' | 'stated' | 'unknown' | undefined;
  readonly capacity?: Capacity | undefined;
}

/** What a host has of its own. The same must be given wherever the same events are judged. */
export interface FoldOptions {
  readonly policies?: readonly AgePolicy[] | undefined;
  readonly purposes?: readonly Purpose[] | undefined;
  /**
   * Taken instead of all that the events say of the person: a server gives the birth date of its record, and a capacity
   * only where it believes one. What is missing here is unknown.
   */
  readonly person?: KnownPerson | undefined;
}

/**
 * What holds for every purpose and recipient that the events name. The order of the list does not matter; a set that is
 * broken anywhere makes every state `broken`.
 */
export function foldConsents(
  events: readonly AnyConsent[],
  when: string,
  options: FoldOptions = {},
): Standing[] {
  return standingsOf(readRows(events), when, options);
}

/** The same of events that were read already. */
export function standingsOf({ rows, flaws }: ReadSet, when: string, options: FoldOptions): Standing[] {
  const topics = new Map<string, Topic>();
  for (const { event } of rows) {
    const { purpose, recipient } = event;
    if (saysStanding(event)) topics.set(`${purpose} ${recipient ?? ''}`, { purpose, recipient });
  }
  const sorted = [...topics].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([, topic]) => {
    return standingOf(rows, flaws.length > 0, topic, when, rulesFor(topic, options)) ?? [];
  });
}

/** What policies, purposes and what is known of the person say about a topic. */
export function rulesFor(
  topic: Topic,
  { policies = agePolicies, purposes = defaultPurposes, person }: FoldOptions,
): TopicRules {
  const purpose = purposes.find(({ code }) => code === topic.purpose);
  return {
    asks: ({ subject }, at) => {
      const { birthDate, birthDateFrom, capacity } = person ?? subject;
      return whoDecides({ birthDate, birthDateFrom, capacity, act: purpose?.act ?? 'process', at, policies })
        .deciders;
    },
    counts: ({ role, ground }, at) =>
      role !== 'representative' || ground === undefined || !weakGroundsOn(policies, at).includes(ground),
    // A request for disclosure is an event of its own kind; a ticked purpose never opens what needs one.
    yesKind: purpose && (purpose.mode === 'request' ? 'disclosureRequest' : 'consent'),
  };
}
