import type { CSSResultGroup, PropertyDeclarations, PropertyValues } from 'lit';
import { HsskElement } from '../element.ts';
import { ChangeEvent, keepKeystrokes } from '../events.ts';
import { FormState } from '../form-state.ts';
import { base, blankStyles } from '../styles.ts';
import type { Blank, BlankClass } from './blank.ts';

/** Path of a field that stands alone. */
const alone = 'value';

/**
 * A blank as an element of its own. Given a form's `state` and a `path` it shows that place; alone it keeps a state of
 * its own and reports changes by `hssk-change`.
 */
export abstract class FieldElement extends HsskElement {
  static kind: BlankClass;
  static override properties: PropertyDeclarations = {
    path: {},
    label: {},
    row: {},
    compact: { type: Boolean, reflect: true },
    state: { attribute: false },
    aside: { attribute: false },
    uses: { attribute: false },
  };
  static override styles: CSSResultGroup = [base, blankStyles];
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

  /** Dotted path of the place in the record (`administrative.fullName`); alone any name. */
  path = alone;
  /** Another label than the printed one. */
  declare label: string | undefined;
  /** Words before the label for who cannot see the row it stands in. */
  declare row: string | undefined;
  /** In a table: the label is the column's heading and shows on phones only. */
  declare compact: boolean;
  /** The form this field belongs to. */
  declare state: FormState | undefined;
  /** A line worked out from other places, shown below the control; `uses` are the paths it depends on. */
  declare aside: ((form: FormState) => string | undefined) | undefined;
  declare uses: readonly string[] | undefined;

  #own: FormState | undefined;
  #blank: Blank | undefined;

  protected get form(): FormState {
    if (this.state) return this.state;
    if (!this.#own) {
      this.#own = new FormState();
      this.#own.onChange = (path) => this.dispatchEvent(new ChangeEvent(path, () => this.form.draft));
      keepKeystrokes(this);
    }
    return this.#own;
  }

  /** The value of the field: what was read from what is written, `undefined` where nothing could be. */
  get value(): unknown {
    return this.form.value(this.path);
  }

  override willUpdate(changed: PropertyValues): void {
    if (!changed.size) return;
    this.path ||= alone;
    this.#blank?.disconnect();
    const { kind } = this.constructor as typeof FieldElement;
    this.#blank = new kind(this.form, this.path, this);
    this.#blank.connect();
    for (const type of ['input', 'change']) this.#blank.node.addEventListener(type, this.#blank);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#blank?.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#blank?.disconnect();
  }

  override render(): HTMLElement {
    return this.#blank!.node;
  }
}
