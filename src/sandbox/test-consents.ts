import { sealEvent, textHash } from '../consent/index.ts';
import type { UnsealedEvent } from '../consent/index.ts';
import type { ConsentEvent } from '../schema/index.ts';

/** What an event is, as far as a test cares; the rest is that of a made-up woman who decides for herself. */
export type Deed = Partial<Omit<UnsealedEvent, 'chain'>> & Pick<ConsentEvent, 'kind'>;

let made = 0;
const shown = textHash('Dữ liệu sức khỏe là dữ liệu cá nhân nhạy cảm. Đồng ý / Không đồng ý');

/** A sealed event that follows `previous` in the chain. */
export function deed(more: Deed, previous: ConsentEvent | null = null): ConsentEvent {
  const event: UnsealedEvent = {
    schemaVersion: 1,
    id: `event-${String(++made).padStart(6, '0')}`,
    purpose: 'research',
    decidedAt: '2026-11-20T08:00:00+07:00',
    subject: { birthDate: '1990-03-19', birthDateFrom: 'record' },
    decidedBy: [{ role: 'self', name: 'Nguyễn Thị Mẫu' }],
    notice: {
      id: 'vn-adult',
      version: '1',
      language: 'vi',
      masterHash: shown,
      shownHash: shown,
      canonicalisation: 'NFC+LF',
      shownAt: '2026-11-20T07:59:00+07:00',
      parts: ['data', 'purposes', 'sensitive', 'controller', 'rights', 'obligations'],
    },
    method: 'web',
    indication: 'Đồng ý',
    ...more,
  };
  return sealEvent(event, previous?.chain.hash ?? null);
}

/** The person’s own request to hand the record to one facility. */
export const disclosed = (
  recipient: string,
  more: Partial<Deed> = {},
  previous?: ConsentEvent,
): ConsentEvent =>
  deed(
    {
      kind: 'disclosureRequest',
      purpose: 'disclosure',
      decision: 'granted',
      recipient,
      validTo: '2026-12-31',
      ...more,
    },
    previous,
  );

/** A decision about one purpose. */
export const decided = (
  purpose: string,
  decision: ConsentEvent['decision'],
  more: Partial<Deed> = {},
  previous?: ConsentEvent,
): ConsentEvent => deed({ kind: 'consent', purpose, decision, ...more }, previous);
