import type { Lists, Member, MemberList, MemberRecord } from '../../src/client/index.ts';
import type { Advice, AdviceAction } from '../../src/measures/index.ts';
import type { HealthRecord, RecordDraft, SchoolBook } from '../../src/schema/index.ts';
import { findings, nutritionOf, statusOf } from '../../src/school/index.ts';
import type {
  CountedPupil,
  DayRules,
  Finding,
  FindingOptions,
  PupilStatus,
  Round,
} from '../../src/school/index.ts';
import { linesOf } from './lines.ts';
import type { AllWords, ResultLines } from './lines.ts';

/** Somebody of a list with what this device has of them. */
export interface ResultMember extends MemberRecord {
  readonly member: Member;
  /** The list that they stand on. */
  readonly list: Omit<MemberList, 'members'>;
}

/** Results that a host gives instead of a list of the session. */
export interface ResultsValue {
  readonly list: Omit<MemberList, 'members'>;
  readonly pupils: readonly (MemberRecord & { readonly member: Member })[];
}

/** Whom a notice is for. */
export interface Recipient {
  readonly name: string;
  readonly relation?: string | undefined;
}

/** A pupil as the results show them. */
export interface PupilResult {
  readonly source: ResultMember;
  readonly id: string;
  readonly name: string;
  readonly className: string | undefined;
  readonly birthDate: string | undefined;
  readonly status: PupilStatus;
  readonly book: SchoolBook;
  readonly record: HealthRecord | undefined;
  readonly lines: ResultLines;
  readonly findings: readonly Finding[];
  readonly advice: readonly Advice[];
  /** What is done: as staff decided, else as the values advise. */
  readonly actions: readonly (AdviceAction | 'none')[];
  readonly recipient: Recipient | undefined;
  /** Whether there is anything that a guardian can be told: never where the family refused. */
  readonly hasResult: boolean;
  /** Whether something was found, or decided. */
  readonly isFound: boolean;
  /** Whether somebody else is asked to examine the pupil. */
  readonly isReferred: boolean;
}

const key = (name: string): string => name.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * Whom the notice goes to: of the guardians in the school book the one who cares for the child, else the first; without
 * any the caregiver of the record, who the list names, the mother, the father. Nobody where no name is known.
 */
export function recipientOf(
  record: RecordDraft | undefined,
  year: string,
  member?: Pick<Member, 'guardianName'>,
): Recipient | undefined {
  const { caregiverName, caregiverRelation, motherName, fatherName } = record?.administrative ?? {};
  const guardians = Object.entries(record?.screenings?.[year]?.general?.guardians ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { name, relation }]) =>
      name?.trim() ? { name: name.trim(), relation: relation?.text } : [],
    );
  const caring = guardians.find(({ name }) => caregiverName && key(name) === key(caregiverName));
  const others = [
    { name: caregiverName, relation: caregiverRelation?.text },
    ...[member?.guardianName, motherName, fatherName].map((name) => ({ name, relation: undefined })),
  ];
  const [found] = [...(caring ? [caring] : []), ...guardians, ...others].filter(({ name }) => name?.trim());
  if (!found?.name) return undefined;
  return { name: found.name.trim(), ...(found.relation ? { relation: found.relation } : {}) };
}

const referring: readonly string[] = ['emergency', 'referSpecialist', 'referCommune'];

/** What the results say of a pupil. `round` of the school year `year`. */
export function resultOf(
  source: ResultMember,
  at: { readonly year: string; readonly round: Round },
  options: FindingOptions,
  rules: DayRules,
  words: AllWords,
): PupilResult {
  const { member, record, state, list } = source;
  const status = statusOf(state, rules);
  const book = record?.screenings?.[at.year] ?? {};
  const isRefused = state.consent === 'refused';
  const found = record && !isRefused ? findings(record, at.year, at.round, options) : [];
  const advice = found.flatMap((each) => each.advice);
  const written = book.rounds?.[at.round]?.nutrition;
  const nutrition = record && (written ?? nutritionOf(record, at.year, at.round, options)?.book);
  const lines =
    record && !isRefused
      ? linesOf(record, at, found, nutrition, words)
      : { round: [], specialist: [], missing: [] };
  const { conclusion, healthIssues, recommendation = [], followUp = {} } = book;
  const decided = followUp.actions ?? [];
  const actions = decided.length ? decided : [...new Set(advice.map(({ action }) => action))];
  const isAsked = recommendation.includes('specialist') || recommendation.includes('treatment');
  const isEnded = Boolean(followUp.outcome?.trim());
  const hasResult =
    !isRefused &&
    [lines.round, lines.specialist, [conclusion, healthIssues].filter((text) => text?.trim())].some(
      (each) => each.length > 0,
    );
  return {
    ...{ source, status, book, record, lines, findings: found, advice, hasResult },
    id: `${list.id} ${member.id}`,
    name: record?.administrative?.fullName ?? member.fullName,
    birthDate: record?.administrative?.birthDate ?? member.birthDate,
    className:
      book.general?.school?.className ?? member.className ?? (list.kind === 'class' ? list.name : undefined),
    actions,
    recipient: recipientOf(record, at.year, member),
    isFound: hasResult && (advice.length > 0 || isAsked || decided.some((action) => action !== 'none')),
    isReferred:
      hasResult &&
      !isEnded &&
      (actions.some((action) => referring.includes(action)) || (!decided.length && isAsked)),
  };
}

/** The pupils as the summary counts them: everybody on the list. */
export const countedOf = (pupils: readonly PupilResult[]): readonly CountedPupil[] =>
  pupils.map(({ source: { member, record, list, state }, status }) => ({
    // What was written before the family refused is no longer counted.
    record: state.consent === 'refused' ? undefined : record,
    sex: member.sex,
    className: member.className ?? (list.kind === 'class' ? list.name : undefined),
    status: state.consent === 'refused' ? 'refused' : status,
  }));

const atOnce = 8;

/** Reads everybody of a list, some at a time; `onProgress` tells how many. A signal that aborts ends it. */
async function readList(
  lists: Lists,
  id: string,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<readonly ResultMember[]> {
  const { list } = await lists.open(id);
  const { members, ...about } = list;
  const found: ResultMember[] = [];
  for (let at = 0; at < members.length; at += atOnce) {
    signal.throwIfAborted();
    onProgress(at, members.length);
    const some = members.slice(at, at + atOnce);
    const records = await Promise.all(some.map((member) => lists.member(id, member.id)));
    found.push(...records.map((each, n) => ({ ...each, member: some[n]!, list: about })));
  }
  return found;
}

/**
 * Reads a list, or with `isSchool` all lists of the same school and year on this device. `siblings` = ids of those lists,
 * the one asked for included.
 */
export async function readAll(
  lists: Lists,
  id: string,
  isSchool: boolean,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly members: readonly ResultMember[]; readonly siblings: readonly string[] }> {
  const all = await lists.all();
  const own = all.find((each) => each.id === id);
  const siblings = all
    .filter(
      ({ kind, place, year }) => own?.place && kind === 'class' && place === own.place && year === own.year,
    )
    .map((each) => each.id);
  const members: ResultMember[] = [];
  for (const each of isSchool && siblings.length > 1 ? siblings : [id])
    members.push(...(await readList(lists, each, signal, onProgress)));
  return { members, siblings };
}
