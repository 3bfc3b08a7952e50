import { Blank } from './blank.ts';
import { setAttribute } from './dom.ts';
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
}
