import { defaultNotices, defaultPurposes, noticeEvidence, renderNotice } from '../../src/consent/index.ts';
import type { ConsentSettings, Notice, NoticeBlock, Purpose } from '../../src/consent/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';

/** The text that somebody was shown, as far as it can be made again. */
export interface ShownText {
  readonly language: string;
  readonly blocks: readonly NoticeBlock[];
  /** The hash of the whole Vietnamese text is the one that was recorded. */
  readonly isExact: boolean;
}

/**
 * The notice version of an event, made again with the controller and processors that the event names. `isExact` only
 * where the recorded hash is met; `undefined` where that version is not kept here.
 */
export function shownTextOf(
  settings: ConsentSettings,
  event: ConsentEvent,
  all: readonly ConsentEvent[],
): ShownText | undefined {
  const { notice: shown, controller, processors } = event;
  const notice = (settings.notices ?? defaultNotices).find(
    ({ id, version, language }) =>
      id === shown?.id && version === shown.version && language === shown.language,
  );
  if (!shown || !notice) return undefined;
  const then: ConsentSettings = {
    ...settings,
    controller: controller ?? settings.controller,
    processors: processors ?? settings.processors,
  };
  const known = settings.purposes ?? defaultPurposes;
  const purposesOf = (codes: readonly string[]): Purpose[] =>
    [...new Set(codes)].flatMap((code) => known.find((purpose) => purpose.code === code) ?? []);
  // All that was asked on the same page has the same hash.
  const together = all.filter(({ notice: other }) => other?.masterHash === shown.masterHash);
  const guesses = [purposesOf(together.map(({ purpose }) => purpose)), purposesOf([event.purpose])];
  // A request for disclosure was asked with the one recipient it names.
  const places = [then, { ...then, recipients: event.recipients ?? [] }];
  for (const purposes of guesses) {
    for (const place of places) {
      if (!purposes.length || masterHash(notice, place, purposes) !== shown.masterHash) continue;
      return { language: notice.language, blocks: renderNotice(notice, place, purposes), isExact: true };
    }
  }
  return { language: notice.language, blocks: renderNotice(notice, then, guesses[1]!), isExact: false };
}

function masterHash(
  notice: Notice,
  settings: ConsentSettings,
  purposes: readonly Purpose[],
): string | undefined {
  try {
    return noticeEvidence(notice, settings, purposes).masterHash as string;
  } catch {
    return undefined;
  }
}
