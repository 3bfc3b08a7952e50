import { ContextConsumer } from '@lit/context';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Lists, Member, MemberList } from '../../src/client/index.ts';
import { addWords, fill } from '../../src/i18n/index.ts';
import type { SomeWords, Words } from '../../src/i18n/index.ts';
import { loadSchoolWords, viSchool } from '../../src/i18n/school.ts';
import type { SchoolWords } from '../../src/i18n/school.ts';
import { loadStationWords, viStation } from '../../src/i18n/station.ts';
import type { StationWords } from '../../src/i18n/station.ts';
import type { AdviceSettings } from '../../src/measures/index.ts';
import { bookPath, schoolYear } from '../../src/school/index.ts';
import type { Round } from '../../src/school/index.ts';
import { schoolBookForm } from '../../src/schema/index.ts';
import type { Issue, RecordDraft } from '../../src/schema/index.ts';
import { sessionContext } from '../context.ts';
import { SaveEvent } from '../events.ts';
import type { ChangeEvent } from '../events.ts';
import { Blanks } from '../fields/index.ts';
import { FormElement } from '../form-element.ts';
import type { Judge } from '../form-element.ts';
import { FormState } from '../form-state.ts';
import type { Watcher } from '../form-state.ts';
import type { StationSaveState } from './dock-view.ts';
import { stationsOf } from './form-view.ts';
import { emptyView } from './frame-view.ts';
import { guardLeaving } from './leave-guard.ts';
import { MemberWork } from './member-work.ts';
import type { WorkHost } from './member-page.ts';
import { NextMemberEvent } from './next-event.ts';
import { roundOn } from './round-values.ts';
import { StationRows } from './station-rows.ts';
import { StationSaver } from './station-saver.ts';
import type { Signing } from './stamps.ts';
import { screeningFormStyles } from './screening-form.styles.ts';
import { stationBlanks } from './station-blanks.ts';
import { StationDesk } from './station-desk.ts';
import { stationFrame } from './station-frame.ts';
import { StationRules } from './station-rules.ts';
import { flushOnLeaving } from './typing.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-screening-form': ScreeningForm;
  }
}

/** Places that say the same for every pupil of the day. */
const namesKept = ['measuredBy', 'doctor', 'facility'];
const bookForm = { screenings: { rows: schoolBookForm } };

/**
 * The form of a station of school health, made for speed: fields one after the other by Enter, the values of the time
 * before beside them, what they say at once, and the next pupil by the last Enter. Inside a session with lists it opens,
 * follows and sends the pupil that `member` names; without it works by `value` and events.
 *
 * @tag hssk-screening-form
 * @fires hssk-change - A person changed one place.
 * @fires hssk-save - A person asked to save the draft (without lists); cancelable.
 * @fires hssk-submit - A person saved a record without errors; cancelable: the host sends it then.
 * @fires hssk-next - A person is done with the pupil: whoever comes next is to be opened.
 * @csspart control - Each text control.
 */
export class ScreeningForm extends FormElement implements Watcher {
  static override tag = 'hssk-screening-form';
  static override properties: PropertyDeclarations = {
    station: {},
    round: {},
    year: {},
    list: {},
    member: {},
    pad: {},
    settings: { attribute: false },
    saveState: { attribute: 'save-state' },
    notice: { state: true },
    texts: { state: true },
    school: { state: true },
    isMarking: { state: true },
    summary: { state: true },
  };
  static override words: SomeWords = viSchool as SomeWords;
  static override styles: CSSResultGroup = screeningFormStyles;

  /** Which stations are shown: `general`, `measure`, `eye`, `dental`, `doctor`, several with spaces; all where empty. */
  station = '';
  /** `round1` or `round2`; where empty the second when the first was finished more than 30 days ago. */
  round: Round | '' = '';
  /** School year, `2026-2027`; where empty that of the day (from 1 August on the new one). */
  year = '';
  /** The list of the session, or its id. */
  list: MemberList | string | undefined;
  /** The person of the list to work on, or the id. */
  member: Member | string | undefined;
  /** The number pad on screen: `on`, `off`, or `auto` (where a finger is used). */
  pad: 'auto' | 'on' | 'off' = 'auto';
  /** Limits and what they lead to, in place of the usual ones (`adviceSettings`). */
  settings: AdviceSettings | undefined;
  /** What became of the pupil on screen; a host without lists sets it. */
  saveState: StationSaveState = 'none';

  /** Said beside the state: what else there is to know. */
  notice = '';
  texts: StationWords = viStation;
  private school: SchoolWords = viSchool;
  isMarking = false;
  summary = false;

  /** Whether something on screen is not saved. */
  isDirty = false;
  /** The pupil of the list. */
  protected readonly work: MemberWork;
  readonly #rules: StationRules;
  readonly #names: Record<string, string> = {};
  readonly #desk: StationDesk;
  readonly #rows: StationRows;
  readonly #blanks: Blanks;
  readonly #session = new ContextConsumer(this, {
    context: sessionContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });
  /** The record as it was opened. */
  #opened: RecordDraft = {};
  /** Who was opened last, whether that one comes again, and whether the focus was here meanwhile. */
  #pupil: string | undefined;
  #isSamePupil = false;
  #hadFocus = false;
  readonly #saver: StationSaver;

  constructor() {
    super();
    const state = (): FormState => this.form;
    this.work = new MemberWork({
      today: () => this.form.today,
      draft: () => this.form.draft,
      isDirty: () => this.isDirty,
      page: (record) => this.#pageOf(record),
      shown: (draft, record, isDirty) => this.#begin(draft, record, isDirty),
      gone: () => {
        this.isDirty = false;
        this.form.load({});
      },
      notKept: (code) => void this.#saver.notKept(code),
      tookIn: ({ draft, paths }) => {
        this.form.take(draft, paths);
        if (paths.some((path) => path.startsWith(this.#book))) this.notice = this.texts.ui.takenIn;
        void this.check().catch(() => undefined);
      },
      changed: () => this.requestUpdate(),
    });
    this.#rules = new StationRules(this, {
      state: () => this.form,
      draft: () => this.form.draft,
      told: () => ({ ...this.#told, settings: this.settings }),
      locale: () => this.locale,
    });
    this.#desk = new StationDesk(this, {
      state,
      questions: () => this.#questions(this.form.draft),
      finished: () => void this.save(true),
      normal: (paths) => this.#normal(paths),
      pad: () => this.pad,
    });
    this.#rows = new StationRows(state, () => {
      this.requestUpdate();
      return this.updateComplete;
    });
    const kinds = stationBlanks({
      words: () => this.texts,
      answered: (path, answer) => this.#desk.answered(path, answer),
    });
    this.#blanks = new Blanks(this, state, kinds, () => [this.#book]);
    this.#saver = new StationSaver(this, {
      state,
      work: this.work,
      desk: this.#desk,
      signing: () => ({ ...this.#told, names: this.#names }),
      session: () => this.#session.value,
    });
    guardLeaving(this, () => this.isDirty || this.work.kept.size > 0);
    flushOnLeaving(this, { vault: () => this.#session.value?.vault, flush: this.work.flush });
    this.addEventListener('hssk-change', this.#onChange);
  }

  protected override makeState(): FormState {
    return new FormState(bookForm);
  }

  protected override async loadWords(locale: string): Promise<Words | undefined> {
    const [words, school] = await Promise.all([super.loadWords(locale), loadSchoolWords(locale)]);
    return words && (addWords(words, school as SomeWords) as Words);
  }

  /** The day of a screening is today, whenever the record was begun. */
  protected override get isNew(): boolean {
    return false;
  }

  /** What is written here: of which year and round, on which day, at which stations. */
  get #told(): Omit<Signing, 'names'> {
    const { today } = this.form;
    const year = this.year || schoolYear(today);
    const round = this.round || roundOn(this.#opened, year, today);
    return { year, round, today, stations: stationsOf(this.station) };
  }

  /** What is written of a record here: what is typed elsewhere is kept apart from it. */
  #pageOf(record: RecordDraft): ReturnType<WorkHost['page']> {
    if (this.mode === 'view') return undefined;
    this.#opened = record;
    const { year, round, stations } = this.#told;
    return { year, round, stations, by: this.#session.value?.user };
  }

  get #book(): string {
    return bookPath(this.#told.year);
  }

  #questions(draft: RecordDraft): readonly Issue[] {
    const { year, round, today } = this.#told;
    return this.#rules.questions({ ...draft, capturedOn: today }, year, round);
  }

  /** Only the book of this year is judged here, and what has to be asked. */
  protected override async judge(): Promise<Judge> {
    const [check] = await Promise.all([super.judge(), this.#rules.load()]);
    const book = `${this.#book}.`;
    return (draft, options) => [
      ...check(draft, options).filter(({ path }) => path.startsWith(book)),
      ...this.#questions(draft),
    ];
  }

  protected override judgedDraft(): void {
    this.requestUpdate();
    void this.#rules.assess();
  }

  protected override draftReplaced(): void {
    if (!this.#lists) this.isDirty = false;
    this.summary = false;
  }

  protected override show(draft: RecordDraft): void {
    this.#desk.leave();
    this.#opened = draft;
    this.#rules.forget();
    super.show(draft);
    this.requestUpdate();
    void this.#focusWhenDrawn();
  }

  /** A pupil comes on screen: nothing of the one before stays there. */
  #begin(draft: RecordDraft, record: RecordDraft, isDirty: boolean): void {
    this.form.configure({ reveal: false });
    this.issues = [];
    this.isDirty = isDirty;
    this.isMarking = this.summary = false;
    this.notice = this.#saver.saidOfLast;
    this.#saver.saidOfLast = '';
    const { state, member } = this.work;
    this.#isSamePupil = member !== undefined && member.id === this.#pupil;
    this.#pupil = member?.id;
    const { queue } = state;
    this.saveState = isDirty ? 'unsaved' : queue === 'waiting' ? 'waiting' : queue ? 'refused' : 'none';
    this.show(draft);
    // What is typed and not saved is nothing to compare with.
    this.#opened = record;
  }

  async #focusWhenDrawn(): Promise<void> {
    // The same pupil at another station: who has chosen that beside the form is still there with the keys.
    const isStolen = this.#isSamePupil && !this.#hadFocus;
    this.#isSamePupil = this.#hadFocus = false;
    await this.updateComplete;
    if (this.mode === 'view' || isStolen) return;
    if (this.work.isRefused) this.renderRoot.querySelector<HTMLElement>('#pupil')?.focus();
    else this.#desk.focusFirst();
  }

  readonly #onChange = ({ path }: ChangeEvent): void => {
    this.isDirty = true;
    this.work.typed(++this.#saver.changes);
    if (this.saveState !== 'saving') this.saveState = 'unsaved';
    this.notice = '';
    const name = path.slice(path.lastIndexOf('.') + 1);
    const value = this.form.value(path);
    if (namesKept.includes(name) && typeof value === 'string') this.#names[name] = value;
  };

  placeChanged(): void {
    if (this.#rows.haveChanged([`${this.#book}.general.guardians`, `${this.#book}.incidents`]))
      this.requestUpdate();
  }

  get #lists(): Lists | undefined {
    return this.#session.value?.lists;
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('locale')) void this.#speakStation(this.locale);
    const { list, member } = this;
    const lists = this.#lists;
    const at = [this.station, this.round, this.year, this.#session.value?.user].join('\n');
    const isHere = this.isConnected && lists && list && member;
    void this.work.want(isHere ? { lists, list, member, at } : undefined);
    // What is out of reach while it opens loses the focus.
    if (this.work.phase === 'opening') this.#hadFocus ||= this.matches(':focus-within');
  }

  async #speakStation(locale: string): Promise<void> {
    const [texts, school] = await Promise.all([loadStationWords(locale), loadSchoolWords(locale)]);
    if (this.locale !== locale) return;
    [this.texts, this.school] = [texts, school];
    if (this.#rules.found) void this.#rules.assess();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.work.follow();
    if (this.hasUpdated) this.requestUpdate();
    if (this.closest('hssk-session:not(:defined)'))
      void customElements.whenDefined('hssk-session').then(() => this.#session.hostConnected());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work.leave();
    // An element that is only moved is back in the same task; else another form may go on with what is typed.
    queueMicrotask(() => {
      if (!this.isConnected) void this.work.want(undefined);
    });
  }

  /** Saves what is on screen; `next` = and asks for the next pupil. With errors or open questions it leads there. */
  save(next = false): Promise<void> {
    this.#desk.leave();
    return this.#saver.save(next);
  }

  /** Fills what is empty on screen with "nothing found", or takes that back. */
  #normal(paths: readonly string[]): void {
    const { normals } = this.#rules;
    if (!normals || this.mode === 'view' || this.work.phase === 'opening') return;
    const { ui } = this.texts;
    const isUndo = normals.canUndo;
    const n = isUndo ? normals.undo() : normals.fill(paths);
    this.notice = n ? fill(isUndo ? ui.normalUndone : ui.normalDone, { n }) : ui.normalNone;
  }

  /** Throws away what is typed and not saved. */
  #discard(): void {
    this.isDirty = false;
    this.work.discard().catch(({ code }: { readonly code?: string }) => this.#saver.notKept(code));
  }

  /** Brings the field of a path on screen. */
  #goTo(path: string): void {
    const node = this.renderRoot.querySelector(`[data-path="${path}"]`);
    node?.closest('details')?.setAttribute('open', '');
    this.form.goTo(path);
  }

  override render(): TemplateResult {
    const { texts, work, form: state, mode, saveState, notice, isMarking } = this;
    // Without its lists (a store that is locked) a pupil of them is not shown either.
    const isListed = this.#lists !== undefined || this.list !== undefined;
    if (isListed && !work.isShown) return emptyView(texts, work);
    const { year, round, stations } = this.#told;
    return stationFrame({
      view: {
        ...{ form: state, blanks: this.#blanks, words: texts, school: this.school },
        ...{ year, round, opened: this.#opened },
      },
      ...{ work, stations, rows: this.#rows, desk: this.#desk, rules: this.#rules },
      isView: mode === 'view',
      normal: this.#rules.normals?.canUndo ? 'undo' : 'fill',
      hasPad: this.#desk.hasPad,
      ...{ saveState, notice, isMarking, hasSummary: this.summary },
      acts: {
        next: () => void this.save(true),
        save: () => void this.dispatchEvent(new SaveEvent(state.draft)),
        absent: () => void this.#saver.mark({ kind: 'absent' }, true),
        recheck: () => (this.isMarking = !this.isMarking),
        mark: (why) => void this.#saver.mark({ kind: 'recheck', ...(why && { words: why }) }, false),
        unmark: () => void this.#saver.mark(undefined, false),
        want: (id) => void this.dispatchEvent(new NextMemberEvent(id)),
        assess: () => void this.#rules.assess(),
        goTo: (path) => this.#goTo(path),
        discard: () => this.#discard(),
      },
    });
  }
}
