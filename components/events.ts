import type { Decision, EmergencyAccess, SavedDraft } from '../src/client/index.ts';
import type { ConsentEvent, HealthRecord, RecordDraft } from '../src/schema/index.ts';

/** A person changed one place of the form. `path` = dotted path, `draft` = the whole draft after the change. */
export class ChangeEvent extends Event {
  readonly path: string;
  readonly #draft: () => RecordDraft;
  constructor(path: string, draft: () => RecordDraft) {
    super('hssk-change');
    this.path = path;
    this.#draft = draft;
  }
  get draft(): RecordDraft {
    return this.#draft();
  }
}

/** A person asked to save what is written so far. `preventDefault()` keeps a session from saving it. */
export class SaveEvent extends Event {
  readonly draft: RecordDraft;
  constructor(draft: RecordDraft) {
    super('hssk-save', { cancelable: true });
    this.draft = draft;
  }
}

/** A person sent a record without errors. `preventDefault()` keeps a session from sending it: the host does. */
export class SubmitRecordEvent extends Event {
  readonly record: HealthRecord;
  constructor(record: HealthRecord) {
    super('hssk-submit', { cancelable: true });
    this.record = record;
  }
}

/**
 * A person wants to go on with a draft: one that was put aside, or an item taken out of the queue to be corrected.
 * `preventDefault()` keeps a session from opening it in its form: the host does.
 */
export class SelectDraftEvent extends Event {
  readonly saved: SavedDraft;
  constructor(saved: SavedDraft) {
    super('hssk-select', { cancelable: true });
    this.saved = saved;
  }
}

/** A person decided a conflict. With a queue at hand it has been carried out; without one the host does it. */
export class DecideEvent extends Event {
  /** Id of the item in the queue. */
  readonly itemId: string;
  readonly decision: Decision;
  constructor(itemId: string, decision: Decision) {
    super('hssk-decide');
    this.itemId = itemId;
    this.decision = decision;
  }
}

/**
 * A person answered what was asked about their data, and confirmed it. `events` are sealed, in order; each decision,
 * also a refusal, is one of them. `preventDefault()` keeps a session from storing them: the host does.
 */
export class ConsentRecordedEvent extends Event {
  readonly events: readonly ConsentEvent[];
  constructor(events: readonly ConsentEvent[]) {
    super('hssk-consent', { cancelable: true });
    this.events = events;
  }
}

/** A consent prompt was closed, by a person or because nobody was there. Nothing was recorded, nobody agreed. */
export class ConsentLeftEvent extends Event {
  constructor() {
    super('hssk-leave');
  }
}

/**
 * An emergency access was opened (a person pressed), or is over: ended by a person or by the clock. What was shown by
 * virtue of it has to go from the screen when it is over.
 */
export class EmergencyEvent extends Event {
  readonly state: 'open' | 'over';
  readonly access: EmergencyAccess;
  constructor(state: 'open' | 'over', access: EmergencyAccess) {
    super('hssk-emergency');
    this.state = state;
    this.access = access;
  }
}

/** Native events of the controls would carry what is typed to listeners of the page: they stop at the element the host placed. */
export function keepKeystrokes(element: HTMLElement): void {
  const types =
    'beforeinput input change textInput compositionstart compositionupdate compositionend paste cut copy drop';
  for (const type of types.split(' ')) element.addEventListener(type, (event) => event.stopPropagation());
}

declare global {
  interface HTMLElementEventMap {
    'hssk-change': ChangeEvent;
    'hssk-save': SaveEvent;
    'hssk-submit': SubmitRecordEvent;
    'hssk-select': SelectDraftEvent;
    'hssk-decide': DecideEvent;
    'hssk-consent': ConsentRecordedEvent;
    'hssk-leave': ConsentLeftEvent;
    'hssk-emergency': EmergencyEvent;
  }
}
