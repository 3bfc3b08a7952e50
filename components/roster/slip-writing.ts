import type { Consents, ConsentTarget } from '../../src/client/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { makeRowId } from '../row-ids.ts';
import { eventsOfSlip } from './slip.ts';
import type { SlipQuestion } from './slip.ts';

/** The first attempt at a decision. */
interface Attempt {
  readonly id: string;
  readonly now: string;
}

/**
 * Writes slips, each decision on them once: what was tried under an id is tried again as it was, though its answer was lost
 * or the decision behind it failed.
 */
export class SlipWriting {
  readonly #attempts = new Map<string, Attempt>();

  /** Gives the events that were written now. Rejects as `Consents.append`; the same slip can be written again then. */
  async write(
    consents: Consents,
    target: ConsentTarget,
    question: Omit<SlipQuestion, 'idOf'>,
  ): Promise<readonly ConsentEvent[]> {
    const { member, slip } = question;
    const { signer, relation, date, answer, child } = slip;
    const parent = JSON.stringify([target, member.id, signer, relation, date, answer]);
    const keys = { representative: parent, child: `${parent} ${child}` };
    const attempt = (role: keyof typeof keys): Attempt => {
      const known = this.#attempts.get(keys[role]) ?? { id: makeRowId(), now: question.now };
      this.#attempts.set(keys[role], known);
      return known;
    };
    const { now } = attempt('representative');
    const given = eventsOfSlip({ ...question, now, idOf: (role) => attempt(role).id });
    for (const each of given) await consents.append(target, each);
    for (const key of Object.values(keys)) this.#attempts.delete(key);
    return given;
  }
}
