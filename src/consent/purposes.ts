import type { LegalBasis } from '../schema/index.ts';

/** Languages that the texts of the room exist in. Vietnamese is the one that counts. */
export type NoticeLanguage = 'vi' | 'en';

/** What kind of decision an age policy is asked about. */
export type DecisionAct = 'process' | 'disclose' | 'hivTest' | 'hivResult' | 'methadone';

/** Words about one purpose, plain text. */
export interface PurposeWords {
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  readonly details: string;
  /** What changes, and what does not, for who says no; where it cannot be refused, why. */
  readonly ifRefused: string;
  /** The same in a child's words. */
  readonly child?: { readonly title: string; readonly summary: string };
}

/** A use of data that a person is told of or decides about. One decision, one purpose. */
export interface Purpose {
  readonly code: string;
  /**
   * `notice` = a law and not consent is the basis: the person is told, nothing is asked. `consent` = only with a yes.
   * `request` = only on the person's own request, for one named recipient and a time (art. 26.2 of law 91/2025).
   */
  readonly mode: 'notice' | 'consent' | 'request';
  readonly basis: { readonly code: LegalBasis; readonly reference?: string };
  /** The service goes on without it. */
  readonly isOptional: boolean;
  /** Codes of `dataCategories`. */
  readonly dataCategories: readonly string[];
  /** `collect`, `view`, `store`, `send`, `disclose`, `analyse`, `automate` (a computer judges alone). */
  readonly actions: readonly string[];
  /** Kind of recipient (`Organisation.type`) where data leaves the controller. */
  readonly recipientKind?: string;
  /** How long it is kept, in words. */
  readonly retention: Readonly<Record<NoticeLanguage, string>>;
  readonly act: DecisionAct;
  /** Only for `notice`: an objection or a restriction stops it (art. 10.1 and 14 leave no such right where a law obliges). */
  readonly mayObject?: boolean;
  /** An open emergency access (art. 19.1.a) may stand in for what is missing. */
  readonly allowsEmergency?: boolean;
  readonly words: Readonly<Record<NoticeLanguage, PurposeWords>>;
}

/** Whether the purpose fits together: what asks for consent names consent as its basis, what tells names a law. */
export function isSoundPurpose(purpose: Purpose): boolean {
  const { code, mode, basis } = purpose;
  if (!/^[\w.:-]{1,80}$/.test(code)) return false;
  if (mode === 'notice') return basis.code !== 'consent_9';
  return (mode === 'consent' || mode === 'request') && basis.code === 'consent_9';
}

/** The purposes with one of them changed: its words, its mode, its basis … Unknown codes change nothing. */
export function overridePurpose(
  purposes: readonly Purpose[],
  code: string,
  changes: Partial<Omit<Purpose, 'code'>>,
): Purpose[] {
  return purposes.map((purpose) => (purpose.code === code ? { ...purpose, ...changes } : purpose));
}

/** Whether a computer judges alone: the notice then has to say how, and that one can stay out of it. */
export const isAutomated = ({ actions }: Purpose): boolean => actions.includes('automate');
