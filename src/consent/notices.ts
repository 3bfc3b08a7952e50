import type { Organisation } from '../schema/index.ts';
import type { AgePolicy } from './deciders.ts';
import type { NoticeLanguage, Purpose } from './purposes.ts';

/** What a notice has to say, part by part. `automated` only where a purpose decides by machine. */
export type NoticePart =
  | 'data'
  | 'purposes'
  | 'sensitive'
  | 'controller'
  | 'processors'
  | 'recipients'
  | 'period'
  | 'rights'
  | 'obligations'
  | 'withdrawal'
  | 'consequences'
  | 'complaint'
  | 'automated';

/** What the buttons of a prompt say. */
export type NoticeButton = 'agree' | 'decline' | 'later' | 'understood' | 'confirm' | 'back' | 'close';

/** A notice in one language: plain text, never HTML. A changed word is a new version. */
export interface Notice {
  readonly id: string;
  readonly version: string;
  readonly language: NoticeLanguage;
  /** Whose words it uses. */
  readonly audience: 'adult' | 'child';
  /** First day it may be shown. */
  readonly from: string;
  /** The Vietnamese notice that counts, where this one is a translation. */
  readonly translationOf?: { readonly id: string; readonly version: string };
  readonly parts: readonly NoticeSection[];
  readonly buttons: Readonly<Record<NoticeButton, string>>;
}

/** One part: its title and its sentences. `{controller}` and the other names are filled in when it is shown. */
export interface NoticeSection {
  readonly code: NoticePart;
  readonly title: string;
  readonly text: readonly string[];
}

/** What a facility says of itself. */
export interface ConsentSettings {
  readonly controller: Organisation;
  readonly processors: readonly Organisation[];
  readonly recipients: readonly Organisation[];
  readonly purposes?: readonly Purpose[];
  readonly policies?: readonly AgePolicy[];
  readonly notices?: readonly Notice[];
  /** Hours an emergency access stays open. */
  readonly emergencyHours?: number;
  /** Country where the data lies, ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** A piece of a notice as it is shown, in the order shown. */
export interface NoticeBlock {
  /** Part of the notice, `purpose` for a purpose's own words, `buttons` for the words on the buttons. */
  readonly code: NoticePart | 'purpose' | 'buttons';
  readonly title: string;
  readonly text: readonly string[];
  /** Code of the purpose, for `purpose`. */
  readonly purpose?: string;
}

/** The exact words of a notice for a facility and its purposes, in the order shown. */
export function renderNotice(
  notice: Notice,
  _settings: ConsentSettings,
  _purposes: readonly Purpose[],
): NoticeBlock[] {
  return notice.parts.map((part) => ({ ...part }));
}

/** The blocks as one text: what `textHash` is taken of. */
export const noticeText = (blocks: readonly NoticeBlock[]): string =>
  blocks.map(({ title, text }) => [title, ...text].join('\n')).join('\n\n');

/** Parts that the notice lacks or leaves empty. */
export function checkNotice(_notice: Notice): NoticePart[] {
  return [];
}
