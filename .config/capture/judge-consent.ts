/** Judges who has to decide about the data of a person, and what stands in the record of a consent. */
import { whoDecides } from '../../src/consent/index.ts';
import type { ConsentEvent, RecordDraft } from '../../src/schema/index.ts';
import type { Check } from './paper.ts';

/** What a consent record has to hold: who decided, what they are to the person, how they confirmed. */
export interface ConsentRecord {
  readonly by: string;
  readonly relation: string;
  readonly method: string;
}

/** The check of a consent that was recorded; it can only be judged once one was. */
export const consentWanted = ({ issue, value }: Check): ConsentRecord | undefined =>
  issue === 4 && typeof value === 'object' && value !== null && 'by' in value
    ? (value as ConsentRecord)
    : undefined;

/** Who decides, by the age on the day of capture, in the words of the checks. */
export function decidersFor({ administrative }: RecordDraft, at: string): string {
  const { deciders } = whoDecides({
    birthDate: administrative?.birthDate,
    birthDateFrom: 'record',
    act: 'process',
    at,
  });
  const said = [...deciders].sort().join();
  return said === 'child,representative' ? 'childAndRepresentative' : said;
}

/** Every consent of a representative among the events, as a check writes it. */
export const consentsIn = (events: readonly ConsentEvent[]): ConsentRecord[] =>
  events
    .filter(({ kind, decision }) => kind === 'consent' && decision === 'granted')
    .flatMap(({ decidedBy, signatures = [] }) =>
      decidedBy
        .filter(({ role }) => role === 'representative')
        .map(({ name, relation = '', relationWords }) => ({
          by: name,
          relation: relationWords ?? relation,
          method: signatures.find(({ by }) => by === 'representative')?.form ?? 'none',
        })),
    );
