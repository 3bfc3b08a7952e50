import { schemaVersion } from '../../src/schema/index.ts';
import type { HealthRecord, Issue, RecordDraft } from '../../src/schema/index.ts';
import { stationsDone } from '../../src/school/index.ts';
import type { Session } from '../context.ts';
import type { FormState } from '../form-state.ts';
import type { MemberWork } from './member-work.ts';
import { isQuestion } from './station-blanks.ts';
import { stampsOf } from './stamps.ts';
import type { Signing } from './stamps.ts';

/** What is saved, and what stands around it. */
export interface Saving {
  readonly state: FormState;
  readonly work: MemberWork;
  readonly signing: Signing;
  readonly session: Session | undefined;
  /** The last change of a person that is in it. */
  readonly change: number;
  /** Judges now; rejects where the rules cannot be loaded. */
  check(): Promise<readonly Issue[]>;
  /** Hands the record to the host; `false` where the host sends it itself. */
  offer(record: HealthRecord): boolean;
}

/** How it went. */
export type Saved =
  | { readonly result: 'asked' | 'errors'; readonly issues: readonly Issue[] }
  /** `left` = somebody else is on screen by now, and nothing was sent. */
  | { readonly result: 'waiting' | 'sent' | 'handed' | 'left' }
  /** Safe in the queue, where a person has to decide about it. */
  | { readonly result: 'held'; readonly code: string }
  | { readonly result: 'failed'; readonly code: string; readonly issues: readonly Issue[] };

/** The server knows the person, or holds another state of the record: the queue keeps what was written. */
const heldCodes = ['person.exists', 'record.changed'];

/** The record as it goes out: who captured comes from the session, where it has no first writer yet. */
function recordFrom(draft: RecordDraft, today: string, session: Session | undefined): HealthRecord {
  const { user, facility } = session ?? {};
  const isSigned = draft.capturedBy !== undefined || draft.facility !== undefined;
  return {
    ...draft,
    schemaVersion: draft.schemaVersion ?? schemaVersion,
    capturedOn: today,
    administrative: draft.administrative ?? {},
    ...(!isSigned && user && { capturedBy: user }),
    ...(!isSigned && facility && { facility }),
  };
}

/** Judges and sends what is on screen. Nothing goes out with an error, or with a question that nobody has answered. */
export async function saveStation({
  state,
  work,
  signing,
  session,
  change,
  check,
  offer,
}: Saving): Promise<Saved> {
  const { turn } = work;
  await state.settled();
  if (work.turn !== turn) return { result: 'left' };
  for (const [path, value] of stampsOf(state.draft, signing)) state.give(path, value);
  try {
    const issues = await check();
    if (work.turn !== turn) return { result: 'left' };
    const errors = issues.filter(({ level }) => level === 'error');
    const questions = issues.filter(isQuestion);
    // A slip that is asked about is no error yet.
    const slips = new Set(questions.map(({ path }) => path));
    const left = errors.filter(({ path }) => !slips.has(path));
    if (left.length) return { result: 'errors', issues: left };
    if (questions.length) return { result: 'asked', issues: questions };
  } catch {
    return { result: 'failed', code: 'network.failed', issues: [] };
  }
  const record = recordFrom(state.draft, signing.today, session);
  if (!offer(record)) return { result: 'handed' };
  try {
    const sent = await work.submit(record, stationsDone(record, signing.year, signing.round), change);
    if (!sent) return { result: 'handed' };
    return { result: sent.state === 'stored' ? 'sent' : 'waiting' };
  } catch (error) {
    const { code, issues = [] } = error as { code?: unknown; issues?: readonly Issue[] };
    if (typeof code === 'string' && heldCodes.includes(code)) return { result: 'held', code };
    return { result: 'failed', code: typeof code === 'string' ? code : '', issues };
  }
}
