import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AbsentReason, Issue } from '../../src/schema/index.ts';
import type { FormState } from '../form-state.ts';
import { FormKeys, isMeasured, isVision, pathOf } from './form-keys.ts';
import type { KeyHost } from './form-keys.ts';
import { eraseIn, typeInto } from './number-pad.ts';
import type { PadKey } from './number-pad.ts';
import { isQuestion } from './station-blanks.ts';
import type { Answer } from './station-blanks.ts';

/** The element that is written in. */
interface DeskElement extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The form that is written at a desk. */
export interface Desk {
  state(): FormState;
  /** What has to be asked now, of the whole round. */
  questions(): readonly Issue[];
  /** The last field was left by Enter. */
  finished(): void;
  /** "All else is normal" was pressed: fills the places of these paths, or takes back what was filled. */
  normal(paths: readonly string[]): void;
  /** What the host wants of the number pad. */
  pad(): 'auto' | 'on' | 'off';
}

/** How one writes at a station: keys, the number pad, questions at the fields, and where the focus goes. */
export class StationDesk implements ReactiveController, KeyHost {
  readonly #element: DeskElement;
  readonly #host: Desk;
  readonly #keys: FormKeys;
  #listening: AbortController | undefined;
  /** The control that was written in last. */
  #last: HTMLInputElement | HTMLTextAreaElement | undefined;
  /** Whether the pad shows the lines of the chart. */
  isLines = false;
  /** What a person wanted of the pad, over what the host does. */
  #padShown: boolean | undefined;

  constructor(element: DeskElement, host: Desk) {
    this.#element = element;
    this.#host = host;
    this.#keys = new FormKeys(this);
    element.addController(this);
  }

  get renderRoot(): HTMLElement | DocumentFragment {
    return this.#element.renderRoot;
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const root = this.renderRoot;
    root.addEventListener('keydown', (event) => this.#onKey(event as KeyboardEvent), { signal });
    root.addEventListener('focusin', (event) => this.#entered(event.target as Element), { signal });
    root.addEventListener('focusout', (event) => this.leave(event.target as Element), { signal });
  }

  #onKey(event: KeyboardEvent): void {
    const { altKey, ctrlKey, metaKey, shiftKey, code } = event;
    // By its place: with Alt some keyboards write another letter.
    if (code === 'KeyN' && altKey && !ctrlKey && !metaKey && !shiftKey) {
      event.preventDefault();
      this.normal();
    } else this.#keys.onKey(event);
  }

  /** All that is empty on screen and can be is normal; pressed again, what was filled is taken back. */
  normal(): void {
    this.#host.normal(this.#keys.stops().map(pathOf));
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  /** With a pad on screen the keyboard of the device need not come up. */
  hostUpdated(): void {
    const mode = this.hasPad ? 'none' : 'decimal';
    for (const control of this.renderRoot.querySelectorAll<HTMLElement>('input[inputmode]'))
      if (isMeasured(control) && control.inputMode !== mode) control.inputMode = mode;
  }

  get hasPad(): boolean {
    const pad = this.#host.pad();
    return (
      this.#padShown ?? (pad === 'on' || (pad === 'auto' && matchMedia('(any-pointer: coarse)').matches))
    );
  }

  togglePad(): void {
    this.#padShown = !this.hasPad;
    this.#element.requestUpdate();
  }

  #entered(control: Element): void {
    if (!control.matches('[data-path] :is(input, textarea)') || control.closest('form')) return;
    this.#last = control as HTMLInputElement;
    if (isVision(control) === this.isLines) return;
    this.isLines = !this.isLines;
    this.#element.requestUpdate();
  }

  /** What is written in a control is tidied, also where no key of a keyboard was pressed in it. */
  leave(control: Element | undefined = this.#last): void {
    if (control?.matches('[data-path] :is(input:not([type=radio], [type=checkbox]), textarea)'))
      control.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The control that the pad writes into. */
  get #control(): HTMLInputElement | HTMLTextAreaElement | undefined {
    return this.#last?.isConnected && this.#last.getClientRects().length ? this.#last : undefined;
  }

  /** A key of the pad. */
  press(key: PadKey): void {
    const control = this.#control;
    if (!control) return this.focusFirst();
    if (this.#isAway(control)) control.focus();
    if (key.kind === 'go') this.#keys.enter(control);
    else if (key.kind === 'line') this.#keys.line(control, key.line);
    else if (control.localName === 'input' && isMeasured(control)) {
      if (key.kind === 'type') typeInto(control as HTMLInputElement, key.text);
      else eraseIn(control as HTMLInputElement);
    }
  }

  #isAway(control: Element): boolean {
    return (this.renderRoot as ShadowRoot).activeElement !== control;
  }

  /** Writes a reason into the field in use. */
  reason(reason: AbsentReason): void {
    const control = this.#control;
    if (!control) return;
    this.putAbsent(pathOf(control), reason);
    this.#keys.go(control, 1);
  }

  putAbsent(path: string, reason: AbsentReason): void {
    this.#host.state().put(path, { absent: reason });
    this.#tidy(path);
  }

  putLine(path: string, line: number): void {
    this.#host.state().put(path, { value: `${line}/10` });
    this.#tidy(path);
  }

  /** Shows what stands at a place instead of what was typed there. */
  #tidy(path: string): void {
    const control = this.#controlOf(path);
    this.leave(control);
    queueMicrotask(() => control === (this.renderRoot as ShadowRoot).activeElement && control?.select());
  }

  #controlOf(path: string): HTMLInputElement | undefined {
    return this.renderRoot.querySelector<HTMLInputElement>(`[data-path="${path}"] input`) ?? undefined;
  }

  asks(path: string): boolean {
    const state = this.#host.state();
    const found = this.#host.questions().filter((issue) => issue.path === path);
    const others = state.issues.filter((issue) => issue.path !== path || !isQuestion(issue));
    // What was answered goes at once, and not with the next judgement.
    state.setIssues([...others, ...found]);
    if (!found.length) return false;
    this.toQuestion(path);
    return true;
  }

  /** Leads to the question at a field, when it is drawn. */
  toQuestion(path: string): void {
    queueMicrotask(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-path="${path}"] .question button`)?.focus(),
    );
  }

  /** A question was answered: on with the next field, or back into this one. */
  answered(path: string, answer: Answer): void {
    const control = this.#controlOf(path);
    if (!control) return;
    if (typeof answer === 'object') {
      control.value = '';
      typeInto(control, answer.text);
      this.leave(control);
    }
    if (answer === 'back') this.#keys.focus(control);
    else this.#keys.enter(control);
  }

  finished(): void {
    this.#host.finished();
  }

  /** The first empty field that is written for every pupil, else the first. */
  focusFirst(): void {
    const stops = this.#keys.stops().filter((stop) => !stop.closest('.more, .row'));
    const state = this.#host.state();
    const isEmpty = (path: string): boolean => {
      const { value, absent, unread } = state.place(path);
      return (value ?? absent ?? unread) === undefined;
    };
    const first = stops.find((stop) => isEmpty(pathOf(stop))) ?? stops[0];
    if (first) this.#keys.focus(first);
  }
}
