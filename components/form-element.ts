import type { PropertyDeclarations, PropertyValues } from 'lit';
import { loadWords } from '../src/i18n/index.ts';
import type { SomeWords, Words } from '../src/i18n/index.ts';
import type { CodeList } from '../src/codes/index.ts';
import type { Issue, RecordDraft } from '../src/schema/index.ts';
import type { CheckOptions, Profile } from '../src/validation/index.ts';
import { HsskElement } from './element.ts';
import { ChangeEvent, keepKeystrokes } from './events.ts';
import { FormState } from './form-state.ts';
import type { Mode } from './form-state.ts';

/** How a draft is judged. */
export type Judge = (draft: RecordDraft, options: CheckOptions) => readonly Issue[];

const judgeAfterMs = 150;
const fetchAfterMs = 500;

/**
 * Base of the record form and of each section: a draft goes in by `value`, what a person changes comes out by
 * `hssk-change`. A section inside a form is given the form's `state`; alone it has its own.
 */
export abstract class FormElement extends HsskElement {
  static formAssociated = true;
  static override properties: PropertyDeclarations = {
    name: {},
    locale: {},
    mode: {},
    theme: { reflect: true },
    now: {},
    profile: { attribute: false },
    icd10: { attribute: false },
    state: { attribute: false },
    value: { attribute: false },
    issues: { attribute: false },
  };
  /** The Vietnamese words that the element shows. */
  static words: SomeWords = {};

  /** Name under which the draft is added (as JSON) to the `formdata` of a host's form. */
  name = '';
  /** Language of labels and messages: `vi` or `en`. */
  locale = 'vi';
  /** `enter` a new record, `edit` one that exists, `view` without controls. */
  mode: Mode = 'enter';
  /** Colours: `light`, `dark` or `auto` (as the system). A section inside a form has those of the form. */
  theme: 'light' | 'dark' | 'auto' = 'light';
  /** Day of capture, `YYYY-MM-DD`; today where nothing is set. Ages and "in the future" are judged by it. */
  now = '';
  /** What is required, where it is not what the package asks for. */
  profile: Profile | undefined;
  /** The ICD-10 list of the host (`parseIcd10File`); without it the common codes that come with the package. */
  icd10: CodeList | undefined;
  /** The form this section belongs to. */
  state: FormState | undefined;

  #own: FormState | undefined;
  #judged: ReturnType<typeof setTimeout> | undefined;
  #internals: ElementInternals | undefined;
  #association: AbortController | undefined;
  #given: readonly Issue[] = [];
  #messages: SomeWords | undefined;

  protected get form(): FormState {
    if (this.state) return this.state;
    if (!this.#own) {
      this.#own = this.makeState();
      this.#own.onChange = (path) => this.#changed(path);
      keepKeystrokes(this);
    }
    return this.#own;
  }

  /** The state of an element that stands alone. */
  protected makeState(): FormState {
    return new FormState();
  }

  /** The words of a second language; `undefined` for Vietnamese. */
  protected loadWords(locale: string): Promise<Words | undefined> {
    return loadWords(locale);
  }

  /** The draft on screen. Setting it sends no event. */
  get value(): RecordDraft {
    return this.form.draft;
  }
  set value(draft: RecordDraft | undefined) {
    if (draft === this.form.draft) return;
    this.draftReplaced();
    this.show(draft ?? {});
  }

  /** Called before a draft from outside takes the place of the one on screen. */
  protected draftReplaced(): void {}

  /** Puts a draft on screen. */
  protected show(draft: RecordDraft): void {
    this.#given = [];
    this.form.load(draft);
    this.#setDay();
    this.#judgeSoon();
  }

  /** Whether the record on screen is captured for the first time. */
  protected get isNew(): boolean {
    return this.mode !== 'edit';
  }

  /** Issues from outside (a server's refusal), shown at their fields until the person changes something there. */
  get issues(): readonly Issue[] {
    return this.form.issues;
  }
  set issues(issues: readonly Issue[]) {
    this.#given = issues;
    if (issues.length) void this.#learnMessages();
    this.form.setIssues(issues);
  }

  /** The function that judges, loaded when the form stands: what draws a page needs no schemas. */
  protected async judge(): Promise<Judge> {
    const [{ check }] = await Promise.all([import('../src/validation/index.ts'), this.#learnMessages()]);
    return check;
  }

  async #learnMessages(): Promise<void> {
    const { viMessages } = await import('../src/i18n/vi/messages.ts');
    // The same object each time: words that are known already draw nothing anew.
    this.form.teach((this.#messages ??= { messages: viMessages }));
  }

  /** Judges the draft now and shows what was found at the fields. */
  async check(): Promise<readonly Issue[]> {
    clearTimeout(this.#judged);
    const judge = await this.judge();
    await this.form.settled();
    const { draft, today } = this.form;
    const { profile, icd10 } = this;
    const found = judge(
      { ...draft, capturedOn: today },
      { now: today, ...(profile && { profile }), ...(icd10 && { icd10 }) },
    );
    const known = new Set(found.map(({ path, code }) => `${path} ${code}`));
    const given = this.#given.filter(({ path, code }) => !known.has(`${path} ${code}`));
    this.form.setIssues([...found, ...given]);
    this.#answerHost();
    this.judgedDraft();
    return this.form.issues;
  }

  /** Called after each judgement. */
  protected judgedDraft(): void {}

  /** Judging is fetched when the form stands, and not only when it is wanted: by then the network may be gone. */
  protected override firstUpdated(): void {
    if (!this.state) setTimeout(() => void this.judge().catch(() => undefined), fetchAfterMs);
  }

  override willUpdate(changed: PropertyValues): void {
    this.form.teach((this.constructor as typeof FormElement).words);
    if (this.state) return;
    if (changed.has('mode')) {
      this.form.configure({ mode: this.mode });
      this.#answerHost();
    }
    if (changed.has('now') || changed.has('mode')) this.#setDay();
    if (changed.has('icd10')) this.form.icd10 = this.icd10;
    if (changed.has('profile') || changed.has('icd10')) this.#judgeSoon();
    if (changed.has('locale')) void this.#speak(this.locale);
  }

  /** The day everything is judged by: as the host says, else that of the draft that goes on, else today. */
  #setDay(): void {
    const drafted = this.isNew ? this.form.draft.capturedOn : undefined;
    const today = this.now || drafted || localDay(new Date());
    if (today !== this.form.today) this.form.configure({ today });
  }

  async #speak(locale: string): Promise<void> {
    const words = await this.loadWords(locale);
    if (this.locale === locale) this.form.speak(words);
  }

  #changed(path: string): void {
    this.#given = this.#given.filter((issue) => issue.path !== path && !issue.path.startsWith(`${path}.`));
    this.#judgeSoon();
    this.dispatchEvent(new ChangeEvent(path, () => this.form.draft));
  }

  #judgeSoon(): void {
    if (this.state) return;
    clearTimeout(this.#judged);
    // Rules that could not be fetched are asked for again with the next change.
    this.#judged = setTimeout(() => void this.check().catch(() => undefined), judgeAfterMs);
  }

  // Language, mode and a draft from outside change what stands around the fields too.
  readonly #redraw = { placeChanged: (): void => this.requestUpdate() };

  override connectedCallback(): void {
    super.connectedCallback();
    this.form.watch('', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.form.unwatch('', this.#redraw);
    clearTimeout(this.#judged);
  }

  // The value is handed over in the form's own `formdata` event and never by `setFormValue`, because browsers write
  // such values to their session files in plain text.
  formAssociatedCallback(host: HTMLFormElement | null): void {
    this.#association?.abort();
    if (!host) return;
    this.#association = new AbortController();
    const { signal } = this.#association;
    this.#internals ??= this.attachInternals();
    this.addEventListener('invalid', this.#onInvalid, { signal });
    host.addEventListener(
      'formdata',
      (event) => {
        if (this.name) event.formData.append(this.name, JSON.stringify(this.value));
      },
      { signal },
    );
    // An untouched form lacks what is required, and says so before anybody sends it; until the rules are there,
    // nothing is sent unjudged.
    void this.updateComplete
      .then(() => {
        if (this.mode !== 'view')
          this.#internals?.setValidity(
            { customError: true },
            this.form.say('notJudged'),
            this.form.anchorOf([]),
          );
        return this.check();
      })
      .catch(() => undefined);
  }

  #answerHost(): void {
    if (!this.#internals?.form) return;
    const errors = this.form.issues.filter((issue) => issue.level === 'error');
    if (!errors.length || this.mode === 'view') this.#internals.setValidity({});
    else
      this.#internals.setValidity(
        { customError: true },
        this.form.say('errors', { n: errors.length }),
        this.form.anchorOf(errors.map(({ path }) => path)),
      );
  }

  /** The browser leads a person who wanted to send to the first error; then what is missing shows everywhere. */
  readonly #onInvalid = (): void => {
    setTimeout(() => this.matches(':focus-within') && this.revealErrors());
  };

  /** Shows what is missing too. */
  protected revealErrors(): void {
    this.form.configure({ reveal: true });
  }
}

/** The day of an instant where the person is, `YYYY-MM-DD`. */
export function localDay(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
