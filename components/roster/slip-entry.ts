import type { Consents, ConsentTarget, Lists, Member, MemberList } from '../../src/client/index.ts';
import type { AnyConsent, ConsentSettings, Purpose } from '../../src/consent/index.ts';
import { readDate } from '../../src/i18n/index.ts';
import { recordOf } from '../../src/school/index.ts';
import { codeOf } from '../failure-words.ts';
import type { Standing } from './consent-filter.ts';
import { consentOf } from './slip.ts';
import type { SlipQuestion } from './slip.ts';
import type { SlipDraft } from './slip-form.ts';
import type { SlipWriting } from './slip-writing.ts';

/** The first thing on a slip that is missing or cannot be; else the day on which it was signed, `YYYY-MM-DD`. */
export function checkSlip(
  slip: SlipDraft,
  needsChild: boolean,
  today: string,
): { readonly missing: keyof SlipDraft } | { readonly date: string } {
  if (!slip.signer.trim()) return { missing: 'signer' };
  if (!slip.relation) return { missing: 'relation' };
  const { value } = readDate(slip.date, { today, label: '' });
  if (!value || value.length !== 10 || value > today) return { missing: 'date' };
  if (!slip.answer) return { missing: 'answer' };
  if (slip.answer === 'granted' && needsChild && !slip.child) return { missing: 'child' };
  return { date: value };
}

/** A slip that was checked, whose it is, and where it is kept. */
export interface SlipEntry {
  readonly settings: ConsentSettings;
  readonly purpose: Purpose;
  readonly consents: Consents;
  readonly lists: Lists | undefined;
  readonly list: MemberList;
  readonly member: Member;
  readonly slip: SlipDraft;
  readonly date: string;
  readonly collector: SlipQuestion['collector'];
  /** Writes each decision once, however often it is tried. */
  readonly writing: SlipWriting;
}

/** Makes consent events of a slip and keeps them; answers what holds from now on. Throws what the store refuses with. */
export async function keepSlip(entry: SlipEntry): Promise<Standing> {
  const { settings, purpose, consents, lists, list, member, slip, date, collector, writing } = entry;
  const known = await lists?.member(list.id, member.id).catch(() => undefined);
  const of = known?.consentsOf ?? member.pid ?? { capture: member.id };
  // The pupil may be measured on another device: what the list says finds the record that is made there.
  const target: ConsentTarget =
    typeof of === 'string' ? of : { ...of, person: recordOf(member, list, { capturedOn: date }) };
  const before = await eventsOf(consents, target);
  const now = new Date().toISOString();
  const given = await writing.write(consents, target, {
    ...{ settings, purpose, member, events: before, now, collector },
    slip: {
      signer: slip.signer,
      relation: slip.relation || 'guardian',
      date,
      answer: slip.answer || 'denied',
      child: slip.child || undefined,
    },
  });
  return consentOf([...before, ...given], purpose, settings, now);
}

/** What is known of the person's consents; nothing where nothing was taken along. */
async function eventsOf(consents: Consents, target: ConsentTarget): Promise<readonly AnyConsent[]> {
  try {
    return (await consents.list(target)).events;
  } catch (error) {
    if (/^copy\./.test(codeOf(error))) return [];
    throw error;
  }
}
