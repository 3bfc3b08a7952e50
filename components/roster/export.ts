import type { Member } from '../../src/client/index.ts';
import { formatDate } from '../../src/i18n/index.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import type { StationCode } from '../../src/school/index.ts';
import { toCsv } from '../csv.ts';
import type { CsvCell } from '../csv.ts';
import { download } from '../download.ts';
import type { States } from './model.ts';
import { isHeld } from './status.ts';
import type { MemberStatus } from './status.ts';

/** What a file of statuses is made of. */
export interface ExportQuestion {
  readonly members: readonly Member[];
  readonly states: States;
  readonly statusOf: (id: string) => MemberStatus;
  readonly stations: readonly StationCode[];
  readonly words: RosterWords;
}

/** Whether something is still to do, or went wrong: not done, not sent, to be looked at. */
const isOpen = (status: MemberStatus, queue: 'waiting' | 'attention' | undefined): boolean =>
  status !== 'done' || queue !== undefined;

/** Each person with status, reason, stations and sending; `failed` = only who is not done or not sent. */
export function statusRows(question: ExportQuestion, which: 'all' | 'failed'): CsvCell[][] {
  const { members, states, statusOf, stations, words } = question;
  const { columns, ui } = words;
  const head = [
    ...(['number', 'name', 'birthDate', 'sex', 'className', 'studentCode', 'status', 'reason'] as const),
    'queue' as const,
  ].map((name) => columns[name]);
  const lines = members.flatMap((member, at): CsvCell[][] => {
    const state = states.get(member.id);
    const status = statusOf(member.id);
    if (which === 'failed' && !isOpen(status, state?.queue)) return [];
    const why = status === 'refused' ? ui.refusedWhy : status === 'unanswered' ? ui.unansweredWhy : undefined;
    return [
      [
        at + 1,
        member.fullName,
        member.birthDate && formatDate(member.birthDate),
        member.sex && words.sex[member.sex],
        member.className,
        member.studentCode,
        words.status[status],
        isHeld(status) ? why : state?.mark?.words,
        state?.queue && ui[state.queue],
        ...stations.map((station) => words.stationState[state?.stations[station] ?? 'none']),
      ],
    ];
  });
  return [[...head, ...stations.map((station) => words.stations[station])], ...lines];
}

/** Offers the statuses as a file for a spreadsheet; answers how many people stand in it. `today` names the file. */
export function saveStatuses(question: ExportQuestion, which: 'all' | 'failed', today: string): number {
  const { files } = question.words;
  const rows = statusRows(question, which);
  const name = files[which === 'all' ? 'results' : 'failed'];
  download(`${name}-${today}.csv`, toCsv(rows, { separator: files.separator }));
  return rows.length - 1;
}
