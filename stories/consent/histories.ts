import { defaultPurposes, ledgerHead, noticeEvidence, noticeFor } from '../../src/consent/index.ts';
import { deed } from '../../src/sandbox/test-consents.ts';
import type { Deed } from '../../src/sandbox/test-consents.ts';
import type { ConsentEvent, StoredConsent } from '../../src/schema/index.ts';
import { grownUp, now, settings } from '../../components/consent/samples-testing.ts';

const clinic = { user: 'yta.mau', role: 'nurse', facility: 'clinic-990' };
const hospital = settings.recipients.find(({ id }) => id === 'hospital-990')!;
const purposes = defaultPurposes.filter(({ code }) =>
  ['record', 'reminders', 'research', 'marketing'].includes(code),
);
const notice = noticeFor(settings, { language: 'vi', audience: 'adult', on: now })!;

/** Events of an invented woman, each following the one before. */
function chained(deeds: readonly Deed[]): ConsentEvent[] {
  const events: ConsentEvent[] = [];
  for (const each of deeds)
    events.push(
      deed(
        {
          subject: { birthDate: grownUp.birthDate, birthDateFrom: 'document' },
          decidedBy: [{ role: 'self', name: grownUp.name }],
          controller: settings.controller,
          processors: [...settings.processors],
          collector: clinic,
          ...(each.kind === 'notice' || each.kind === 'consent' ? {} : { notice: undefined as never }),
          ...each,
        },
        events.at(-1) ?? null,
      ),
    );
  return events;
}

const shown = { ...noticeEvidence(notice, settings, purposes), shownAt: '2026-11-02T01:55:00Z' };
const asked = { decidedAt: '2026-11-02T02:00:00Z', notice: shown, indication: 'Đồng ý' } as const;

/** Everything that can stand in a history. */
export const events: readonly ConsentEvent[] = chained([
  { kind: 'notice', purpose: 'record', decision: 'informed', ...asked, indication: 'Tôi đã đọc và hiểu' },
  { kind: 'consent', purpose: 'reminders', decision: 'granted', ...asked },
  { kind: 'consent', purpose: 'research', decision: 'granted', ...asked },
  { kind: 'consent', purpose: 'marketing', decision: 'denied', ...asked, indication: 'Không đồng ý' },
  {
    kind: 'disclosureRequest',
    purpose: 'disclosure',
    decision: 'granted',
    recipient: 'hospital-990',
    recipients: [hospital],
    validTo: '2026-12-31',
    decidedAt: '2026-11-03T02:00:00Z',
  },
  {
    kind: 'emergencyOverride',
    purpose: '*',
    decidedBy: [],
    decidedAt: '2026-11-05T15:10:00Z',
    reason: 'Tai nạn giao thông, bất tỉnh',
    collector: { user: 'bs.vidu', role: 'doctor', facility: 'hospital-991' },
    override: { basis: 'unconscious', startedAt: '2026-11-05T15:10:00Z', until: '2026-11-05T19:10:00Z' },
  },
  {
    kind: 'withdrawal',
    purpose: 'research',
    decidedAt: '2026-11-10T03:00:00Z',
    reason: 'Không muốn tham gia nữa',
  },
  {
    kind: 'request',
    purpose: '*',
    decidedAt: '2026-11-12T03:00:00Z',
    request: {
      type: 'correct',
      receivedAt: '2026-11-12T03:00:00Z',
      answerBy: '2026-11-16',
      doneBy: '2026-11-22',
      words: 'Sai năm tiêm nhắc uốn ván',
    },
  },
]);

/** The same as a server has it, but for its countersignature. */
export function asStored(from: readonly ConsentEvent[]): StoredConsent[] {
  let head: string | null = null;
  return from.map((event, at) => {
    const row = {
      seq: at + 1,
      recordedAt: event.decidedAt,
      recordedBy: clinic.user,
      facility: clinic.facility,
      event,
    };
    head = ledgerHead(head, row);
    return { ...row, head };
  });
}

export const accessLog = [
  {
    at: '2026-11-12T03:00:00Z',
    user: 'yta.mau',
    role: 'nurse',
    facility: 'clinic-990',
    action: 'record.load',
    ground: 'facility',
  },
  {
    at: '2026-11-05T15:10:00Z',
    user: 'bs.vidu',
    role: 'doctor',
    facility: 'hospital-991',
    action: 'emergency.open',
    ground: 'emergency',
    reason: 'unconscious: Tai nạn giao thông, bất tỉnh',
  },
  {
    at: '2026-11-05T15:09:00Z',
    user: 'bs.vidu',
    role: 'doctor',
    facility: 'hospital-991',
    action: 'record.load',
    ground: 'refused',
  },
];
