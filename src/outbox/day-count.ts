import type { SyncStatus } from '../client/index.ts';
import type { Facts, ReadView } from './rows.ts';

type SentOn = NonNullable<Facts['sentOn']>;

/** Enough for a clock that was set wrong for a while and back again. */
const daysKept = 14;

/** The local day of a time, as `2026-11-18`. */
function dayOf(time: number): string {
  const at = new Date(time);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** One more was sent at that time. The days are counted apart from the entries, which are deleted after a while. */
export function countSent({ sentOn = {} }: Facts, time: number): SentOn {
  const today = dayOf(time);
  const others = Object.entries(sentOn)
    .filter(([day]) => day !== today)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, daysKept - 1);
  return { ...Object.fromEntries(others), [today]: (sentOn[today] ?? 0) + 1 };
}

type Counts = Pick<
  SyncStatus,
  'waiting' | 'attention' | 'consents' | 'unsaved' | 'sent' | 'sentToday' | 'drafts' | 'lastSentAt'
>;

/** What a store that cannot be read says. */
export const noCounts: Counts = {
  ...{ waiting: 0, attention: 0, sent: 0, sentToday: 0, drafts: 0 },
  ...{ consents: { waiting: 0, attention: 0 }, unsaved: 0, lastSentAt: undefined },
};

/** How far the work has got, at that time. */
export const countsOf = (view: ReadView, time: number): Counts => ({
  waiting: ['waiting', 'sending', 'retry'].reduce((sum, state) => sum + view.count('entry', state), 0),
  attention: view.count('entry', 'conflict') + view.count('entry', 'refused'),
  consents: { waiting: view.count('answer', 'waiting'), attention: view.count('answer', 'attention') },
  unsaved: view.count('typed'),
  sent: view.facts.sent,
  sentToday: view.facts.sentOn?.[dayOf(time)] ?? 0,
  drafts: view.count('draft'),
  lastSentAt: view.facts.lastSentAt,
});
