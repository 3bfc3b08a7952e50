import {
  chainTip,
  defaultPurposes,
  mayUse,
  noticeEvidence,
  noticeFor,
  noticeText,
  renderNotice,
  sealEvent,
  textHash,
  whoDecides,
} from '../../src/consent/index.ts';
import type { AnyConsent, ConsentSettings, Notice, NoticeBlock, Purpose } from '../../src/consent/index.ts';
import type { Member, MemberState } from '../../src/client/index.ts';
import type { ConsentEvent, Decider, ShownNotice, StoredConsent } from '../../src/schema/index.ts';

/**
 * What who signs is to the pupil, and the kind of representative that makes (art. 8.2 of law 15/2023). Who only cares for
 * a child can refuse for it, and not agree: see `weakGrounds` of the age policy.
 */
export const relations = {
  mother: { representativeType: 'c' },
  father: { representativeType: 'c' },
  guardian: { representativeType: 'c' },
  carer: { ground: 'caring' },
} as const satisfies { readonly [relation: string]: Partial<Decider> };
export type Relation = keyof typeof relations;
export type Answer = 'granted' | 'denied';

/** A paper slip that came back. */
export interface Slip {
  readonly signer: string;
  readonly relation: Relation;
  /** Day written on it, `YYYY-MM-DD`. */
  readonly date: string;
  readonly answer: Answer;
  /** The pupil's own answer, where the age asks for one and the parent agreed. */
  readonly child?: Answer | undefined;
}

/** A notice as it is printed on a slip: its words, and the two answers below them. */
export interface SlipPage {
  readonly notice: Notice;
  readonly blocks: readonly NoticeBlock[];
  readonly labels: readonly [agree: string, decline: string];
}

/** The purpose that parents are asked about. */
export const slipPurpose = (settings: ConsentSettings | undefined): Purpose | undefined =>
  (settings?.purposes ?? defaultPurposes).find(({ code }) => code === 'screening');

/** What a slip says to a parent, or to the pupil. Always the Vietnamese text: it is the one that counts. */
export function slipPage(
  settings: ConsentSettings,
  purpose: Purpose,
  audience: Notice['audience'],
  on: string,
): SlipPage | undefined {
  const notice = noticeFor(settings, { language: 'vi', audience, on });
  if (notice?.language !== 'vi') return undefined;
  const blocks = renderNotice(notice, settings, [purpose]).filter(({ code }) => code !== 'buttons');
  return { notice, blocks, labels: [notice.buttons.agree, notice.buttons.decline] };
}

/** Who has to answer for a pupil on a day. */
export const decidersOf = (
  { birthDate, pid }: Member,
  purpose: Purpose,
  settings: ConsentSettings,
  at: string,
): ReturnType<typeof whoDecides> =>
  whoDecides({
    birthDate,
    birthDateFrom: birthDateFrom({ birthDate, pid }),
    act: purpose.act,
    at,
    policies: settings.policies,
  });

const birthDateFrom = ({ birthDate, pid }: Pick<Member, 'birthDate' | 'pid'>) =>
  birthDate ? (pid ? ('record' as const) : ('stated' as const)) : ('unknown' as const);

/** What the events of a slip are made of. */
export interface SlipQuestion {
  readonly settings: ConsentSettings;
  readonly purpose: Purpose;
  readonly member: Member;
  readonly slip: Slip;
  /** What is known of the person's consents already. */
  readonly events: readonly AnyConsent[];
  /** Instant of the entering. */
  readonly now: string;
  /** Id of what somebody decided on it: the same whenever this slip is tried again. */
  readonly idOf: (role: 'representative' | 'child') => string;
  readonly collector: ConsentEvent['collector'];
}

const clean = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The instant that stands for a day on paper: noon in Viet Nam, or now where that is still to come. */
function instantOf(day: string, now: string): string {
  const noon = Date.parse(`${day}T12:00:00+07:00`);
  return new Date(Math.min(noon, Date.parse(now))).toISOString();
}

const dayMs = 86_400_000;
const vietNamMs = 7 * 3_600_000;

/** What tells one decision on a slip from another. */
const decisionOf = ({ decision, decidedAt, decidedBy: [who] }: ConsentEvent): string => {
  const day = Math.floor((Date.parse(decidedAt ?? '') + vietNamMs) / dayMs);
  return JSON.stringify([decision, day, who?.name, who?.relation]);
};

/**
 * Whether a decision of a slip stands already: it was written before the rest of the slip failed, or the slip is entered
 * again. Only the last one of that person counts: who has decided otherwise since decides anew.
 */
function isWritten(event: ConsentEvent, events: readonly AnyConsent[]): boolean {
  const role = event.decidedBy[0]?.role;
  const last = events
    .map((each): ConsentEvent => ('event' in each ? (each as StoredConsent).event : each))
    .findLast(({ purpose, decidedBy }) => purpose === event.purpose && decidedBy[0]?.role === role);
  if (last?.kind !== 'consent') return false;
  return last.id === event.id || (last.method === 'paper' && decisionOf(last) === decisionOf(event));
}

/**
 * The sealed events of a slip that are not written yet: the parent's decision, and the pupil's own where the age asks for
 * it. Evidence is the text that the slip carries, word for word. Throws `RangeError` where the facility has no Vietnamese
 * notice.
 */
export function eventsOfSlip(question: SlipQuestion): readonly ConsentEvent[] {
  const { settings, purpose, member, slip, events, now, idOf, collector } = question;
  const decidedAt = instantOf(slip.date, now);
  const { deciders, policy } = decidersOf(member, purpose, settings, decidedAt);
  let previous = chainTip(events);
  const given: ConsentEvent[] = [];
  const make = (role: 'representative' | 'child', decider: Decider, answer: Answer): void => {
    const page = slipPage(settings, purpose, role === 'child' ? 'child' : 'adult', slip.date);
    if (!page) throw new RangeError('There is no notice for a slip');
    const shown = shownOf(page, settings, purpose, decidedAt);
    const sealed = sealEvent(
      {
        schemaVersion: 1,
        id: idOf(role),
        kind: 'consent',
        purpose: purpose.code,
        decision: answer,
        decidedAt,
        subject: {
          ...(member.birthDate && { birthDate: member.birthDate }),
          birthDateFrom: birthDateFrom(member),
        },
        decidedBy: [decider],
        rule: { policy, deciders: [...deciders] },
        basis: { ...purpose.basis },
        dataCategories: [...purpose.dataCategories],
        actions: [...purpose.actions],
        controller: settings.controller,
        processors: [...settings.processors],
        recipients: settings.recipients.filter(
          ({ type }) => purpose.recipientKind !== undefined && type === purpose.recipientKind,
        ),
        retention: purpose.retention.vi,
        notice: shown,
        method: 'paper',
        indication: page.labels[answer === 'granted' ? 0 : 1],
        signatures: [{ form: 'paper', signedHash: shown.shownHash, by: role }],
        ...(collector && { collector }),
      },
      previous,
    );
    if (isWritten(sealed, events)) return;
    previous = sealed.chain.hash;
    given.push(sealed);
  };
  const parent: Decider = {
    role: 'representative',
    name: clean(slip.signer),
    relation: slip.relation,
    ...relations[slip.relation],
    evidence: 'stated',
  };
  make('representative', parent, slip.answer);
  if (slip.child && slip.answer === 'granted' && deciders.includes('child'))
    make('child', { role: 'child', name: clean(member.fullName) }, slip.child);
  return given;
}

function shownOf(
  { notice, blocks, labels }: SlipPage,
  settings: ConsentSettings,
  purpose: Purpose,
  shownAt: string,
): ShownNotice {
  const text = noticeText([...blocks, { code: 'buttons', title: '', text: labels }]);
  const { id, version, language } = notice;
  return {
    id,
    version,
    language,
    masterHash: noticeEvidence(notice, settings, [purpose]).masterHash,
    shownHash: textHash(text),
    canonicalisation: 'NFC+LF',
    shownAt,
    parts: [...new Set(blocks.map(({ code }) => code))].filter((code) => code !== 'purpose'),
  };
}

/** What the parents' answers come to: a yes only where everybody who has to has said it. */
export function consentOf(
  events: readonly AnyConsent[],
  purpose: Purpose,
  settings: ConsentSettings,
  when: string,
): NonNullable<MemberState['consent']> {
  const { may, reason } = mayUse(events, purpose, {}, when, { policies: settings.policies });
  if (may) return 'agreed';
  return ['denied', 'withdrawn', 'restricted', 'objected'].includes(reason) ? 'refused' : 'unanswered';
}
