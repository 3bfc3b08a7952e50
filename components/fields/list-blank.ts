import { html } from 'lit';
import type { TemplateResult, nothing } from 'lit';
import type { Place } from '../form-state.ts';
import { Blank, setAttribute } from './blank.ts';
import type { Control } from './blank.ts';
import type { Suggestions } from './suggestions.ts';

/** A blank that offers a list below what is typed. The list is loaded when the blank is entered. */
export abstract class ListBlank extends Blank {
  protected suggestions: Suggestions | undefined;

  /** Loads the list. */
  protected abstract enter(): unknown;
  /** Offers what fits to what is typed. */
  protected abstract suggest(): void;

  protected override make(): HTMLElement[] {
    const parts = super.make();
    setAttribute(this.control, 'aria-autocomplete', 'list');
    for (const type of ['focus', 'keydown', 'blur']) this.control.addEventListener(type, this);
    return parts;
  }

  override handleEvent(event: Event): void {
    if (event.type === 'focus') this.enter();
    else if (event.type === 'keydown') this.suggestions?.onKey(event as KeyboardEvent);
    else if (event.type === 'blur') {
      this.suggestions?.close();
      this.leave();
    } else super.handleEvent(event);
  }

  protected override onInput(control: Control): void {
    super.onInput(control);
    this.suggest();
  }

  /** With the list open one has not left yet. */
  protected override onChange(): void {}

  override disconnect(): void {
    super.disconnect();
    this.suggestions?.close();
  }

  protected override drawn(place: Place): void {
    super.drawn(place);
    const open = this.suggestions?.isOpen ?? false;
    setAttribute(this.control, 'aria-controls', open ? 'suggestions' : undefined);
    setAttribute(this.control, 'aria-activedescendant', this.suggestions?.activeId);
    if (!this.lines) setAttribute(this.control, 'aria-expanded', String(open));
  }

  protected override renderBelow(place: Place): TemplateResult | typeof nothing {
    const under = this.renderUnder(place);
    const list = this.suggestions;
    if (!list?.isOpen) return under;
    setAttribute(list.node, 'aria-label', this.labelText);
    return html`${list.node}${under}`;
  }

  /** What stands below control and list. */
  protected renderUnder(place: Place): TemplateResult | typeof nothing {
    return this.renderMessages(place);
  }
}
