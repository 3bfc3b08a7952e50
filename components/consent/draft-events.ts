import { chainTip, sealEvent } from '../../src/consent/index.ts';
import type { AnyConsent, ConsentSettings, DecidingRole, UnsealedEvent } from '../../src/consent/index.ts';
import type { ConsentEvent, Signature } from '../../src/schema/index.ts';
import { decidersOf } from './answers.ts';
import type { Answers, Choice, ConsentPerson } from './answers.ts';
import { knownPerson } from './plan.ts';
import type { Ask } from './plan.ts';

/** Who takes the decision down, where, on which device (an opaque id). */
export type Collector = NonNullable<ConsentEvent['collector']>;

/** One answer of one person about one thing. */
export interface Answered {
  readonly ask: Ask;
  readonly role: DecidingRole;
  readonly choice: Choice;
  /** How it was confirmed; what was signed is the text of the choice. */
  readonly confirmed: Pick<Signature, 'form' | 'data'>;
}

/** What all events of one prompt have in common. */
export interface EventsQuestion {
  readonly settings: ConsentSettings;
  readonly person: ConsentPerson;
  readonly answers: Answers;
  readonly collector: Collector | undefined;
  readonly method: ConsentEvent['method'];
  readonly events: readonly AnyConsent[];
  readonly now: string;
  readonly newId: () => string;
}

/** Sealed events of what was answered, each following the one before. */
export function sealedEvents(question: EventsQuestion, answered: readonly Answered[]): ConsentEvent[] {
  let previous = chainTip(question.events);
  return answered.map((each) => {
    const sealed = sealEvent(draftOf(question, each), previous);
    previous = sealed.chain.hash;
    return sealed;
  });
}

function draftOf(question: EventsQuestion, { ask, role, choice, confirmed }: Answered): UnsealedEvent {
  const { settings, person, answers, collector, method, now, newId } = question;
  const { purpose, recipient, validTo, answer } = ask;
  const known = knownPerson(person, answers);
  const isTold = purpose.mode === 'notice';
  const recipients = recipient
    ? [recipient]
    : settings.recipients.filter(({ type }) => purpose.recipientKind && type === purpose.recipientKind);
  return {
    schemaVersion: 1,
    id: newId(),
    kind: isTold ? 'notice' : purpose.mode === 'request' ? 'disclosureRequest' : 'consent',
    purpose: purpose.code,
    decision: isTold ? 'informed' : choice.decision,
    decidedAt: now,
    subject: { ...known, birthDateFrom: answers.birthDateFrom || 'unknown' },
    decidedBy: decidersOf(answers, role, choice.shown.language === 'en' ? 'en' : 'vi'),
    rule: { policy: answer.policy, deciders: [...answer.deciders] },
    basis: { ...purpose.basis },
    dataCategories: [...purpose.dataCategories],
    actions: [...purpose.actions],
    controller: settings.controller,
    processors: [...settings.processors],
    ...(recipient?.id && { recipient: recipient.id }),
    recipients,
    ...(validTo && { validTo }),
    retention: purpose.retention[choice.shown.language === 'en' ? 'en' : 'vi'],
    notice: choice.shown,
    method,
    indication: choice.label,
    signatures: [{ ...confirmed, signedHash: choice.shown.shownHash, by: role }],
    ...assistanceOf(answers),
    ...(collector && { collector }),
  };
}

function assistanceOf(answers: Answers): Partial<Pick<ConsentEvent, 'assistance'>> {
  const { reading, isInterpreted, interpreterLanguage, isHeard } = answers;
  const modes = [
    ...(reading === 'aloud' || isHeard ? (['readAloud'] as const) : []),
    ...(reading === 'aloud' ? (['witness'] as const) : []),
    ...(isInterpreted ? (['interpreter'] as const) : []),
  ];
  if (!modes.length) return {};
  return { assistance: { modes, ...(isInterpreted && { language: interpreterLanguage.trim() }) } };
}
