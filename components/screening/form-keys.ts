import type { AbsentReason } from '../../src/schema/index.ts';
import { typeInto } from './number-pad.ts';

/** What the keys of a station act on. */
export interface KeyHost {
  readonly renderRoot: ParentNode;
  /** Whether something is asked at the field now; if so, the question has the focus and nobody goes on. */
  asks(path: string): boolean;
  /** The last field was left by Enter. */
  finished(): void;
  /** Writes a line of the chart. */
  putLine(path: string, line: number): void;
  putAbsent(path: string, reason: AbsentReason): void;
}

type Control = HTMLInputElement | HTMLTextAreaElement;

const measured = ['number', 'vision', 'bloodPressure'];
/** What stands around a control and names its place. */
export const nodeOf = (control: Element): HTMLElement | null => control.closest('[data-path]');
export const pathOf = (control: Element): string => nodeOf(control)?.dataset['path'] ?? '';
export const isVision = (control: Element): boolean => nodeOf(control)?.classList.contains('vision') ?? false;
export const isMeasured = (control: Element): boolean =>
  measured.some((kind) => nodeOf(control)?.classList.contains(kind));
const isText = (control: Control): boolean => control.type !== 'radio' && control.type !== 'checkbox';
/** Whether what is typed now takes the place of all that stands there. */
const isFresh = (control: Control): boolean =>
  control.value === '' || (control.selectionStart === 0 && control.selectionEnd === control.value.length);

/** The fields of a station one after the other, and the keys that go through them. */
export class FormKeys {
  readonly #host: KeyHost;
  /** What may still come of "9/10" when the 9 alone was enough. */
  #tail = '';

  constructor(host: KeyHost) {
    this.#host = host;
  }

  /** One control of each field on screen, in their order. */
  stops(): Control[] {
    return [...this.#host.renderRoot.querySelectorAll('[data-path]')].flatMap((node) => {
      const controls = [...node.querySelectorAll<Control>('input, textarea')].filter(
        (each) => each.getClientRects().length > 0 && !each.closest('.question, form, details:not([open])'),
      );
      return controls.find((each) => each.matches(':checked')) ?? controls[0] ?? [];
    });
  }

  focus(control: Control): void {
    control.focus();
    if (isText(control)) control.select();
  }

  /** Goes to another field; past the last one the pupil is finished. */
  go(from: Element, step: 1 | -1): void {
    const stops = this.stops();
    const at = stops.findIndex((stop) => nodeOf(stop) === nodeOf(from));
    const next = stops[at + step];
    if (next) this.focus(next);
    else if (step > 0) this.#host.finished();
  }

  /** Leaves a field by Enter: what is asked there is answered first. */
  enter(control: Element, step: 1 | -1 = 1): void {
    if (step < 0 || !this.#host.asks(pathOf(control))) this.go(control, step);
  }

  onKey(event: KeyboardEvent): void {
    const target = event.target as Control;
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!nodeOf(target)) return;
    if (target.closest('.question')) {
      if (event.key === 'Escape') this.#toField(target);
      return;
    }
    if (!target.matches('input, textarea') || target.closest('form')) return;
    if (this.#onKey(event, target)) event.preventDefault();
  }

  #toField(within: Element): void {
    const control = nodeOf(within)?.querySelector<Control>('input, textarea');
    if (control) this.focus(control);
  }

  /** Whether the key was ours. */
  #onKey({ key, shiftKey }: KeyboardEvent, control: Control): boolean {
    const isLines = control.localName === 'textarea';
    if (key === 'Enter') {
      if (isLines && shiftKey) return false;
      this.enter(control, shiftKey ? -1 : 1);
      return true;
    }
    if (!isText(control)) return this.#choose(key, control);
    if (!isMeasured(control)) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      this.go(control, key === 'ArrowDown' ? 1 : -1);
      return true;
    }
    if (this.#swallows(key, control)) return true;
    const path = pathOf(control);
    if (isFresh(control) && (key === '-' || key === '*')) {
      this.#host.putAbsent(path, key === '-' ? 'notMeasured' : 'refused');
      control.select();
      return true;
    }
    if (isVision(control)) return this.#line(key, control);
    return nodeOf(control)?.classList.contains('bloodPressure') === true && this.#slash(key, control);
  }

  /** A line of the chart by its number; 0 and 1 may be the beginning of "0,8" and "10". */
  #line(key: string, control: Control): boolean {
    const line = key === '+' ? 10 : /^[2-9]$/.test(key) ? Number(key) : undefined;
    if (line === undefined || !isFresh(control)) return false;
    this.line(control, line);
    return true;
  }

  /** Writes a line of the chart and goes on. */
  line(control: Element, line: number): void {
    this.#host.putLine(pathOf(control), line);
    this.#tail = '/10';
    const stops = this.stops();
    const isLast = stops.at(-1) && nodeOf(stops.at(-1)!) === nodeOf(control);
    // Nobody is saved by one key too many.
    if (!isLast) this.go(control, 1);
  }

  /** Who writes "9/10" as ever does not write "/10" into the next field. */
  #swallows(key: string, control: Control): boolean {
    const isTail = this.#tail !== '' && key === this.#tail[0] && isFresh(control);
    this.#tail = isTail ? this.#tail.slice(1) : '';
    return isTail;
  }

  /** The hand stays on the number keys: comma, point and blank are the slash of a pressure. */
  #slash(key: string, control: Control): boolean {
    if (!/^[,. ;:-]$/.test(key) || isFresh(control)) return false;
    if (!control.value.includes('/')) typeInto(control as HTMLInputElement, '/');
    return true;
  }

  /** Boxes by their number. */
  #choose(key: string, control: Control): boolean {
    if (!/^[1-9]$/.test(key)) return false;
    const boxes = nodeOf(control)?.querySelectorAll<HTMLInputElement>('[type=radio], [type=checkbox]') ?? [];
    const box = boxes[Number(key) - 1];
    box?.focus();
    box?.click();
    return box !== undefined;
  }
}
