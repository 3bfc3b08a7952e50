import type { Signature } from '../../src/schema/index.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';
import type { HostConfirmation, Method } from './confirm-view.ts';
import { Drawing } from './drawing.ts';
import type { Flow } from './flow.ts';
import { say } from './words.ts';

/** How a text was confirmed. */
export type Confirmed = Pick<Signature, 'form' | 'data'>;

/** The confirmation as it is being made: the way that was picked, what was drawn or typed, what is still missing. */
export class Signing {
  way: Method | '' = '';
  typed = '';
  isBusy = false;
  /** What went wrong, in words, and the blank it is about. */
  trouble = '';
  missing = '';
  readonly drawing: Drawing;
  readonly #onChange: () => void;
  #turn = 0;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.drawing = new Drawing(onChange);
  }

  pick(way: Method): void {
    if (this.isBusy) return;
    this.way = way;
    this.#say('', '');
  }

  /** Forgets all of it; a host that still confirms confirms nothing any more. */
  reset(): void {
    this.#turn++;
    this.drawing.stop();
    this.way = '';
    this.typed = '';
    this.isBusy = false;
    this.trouble = this.missing = '';
  }

  /** The way it was confirmed; `undefined` where it was not. */
  async confirm(
    flow: Flow,
    hosts: readonly HostConfirmation[],
    words: PromptWords,
  ): Promise<Confirmed | undefined> {
    const { ui } = words;
    const { way } = this;
    this.#say('', '');
    if (!way) return this.#say('method', say(words, 'missing', { what: ui.method }));
    if (way === 'button') return { form: 'button' };
    if (way === 'drawn') {
      const { path } = this.drawing;
      if (path) return { form: 'drawn', data: path };
      return this.#say('drawn', say(words, 'missing', { what: ui.drawHere }));
    }
    if (way === 'typed') {
      if (flow.isSigned(this.typed)) return { form: 'typed', data: this.typed.trim() };
      return this.#say('typed', say(words, 'typedOther', { name: flow.nameOf(flow.signer) }));
    }
    const host = hosts[Number(way.slice('host'.length))];
    return host && this.#byHost(host, flow.hashesToSign, ui.hostFailed);
  }

  async #byHost(
    { form, confirm }: HostConfirmation,
    hashes: readonly string[],
    failed: string,
  ): Promise<Confirmed | undefined> {
    const turn = ++this.#turn;
    this.isBusy = true;
    this.#onChange();
    const answer = await confirm(hashes).catch(() => undefined);
    // It was closed, or gone back from, meanwhile: what comes late confirms nothing.
    if (turn !== this.#turn) return undefined;
    this.isBusy = false;
    if (!answer) return this.#say('', failed);
    const { data } = answer;
    return { form, ...(data !== undefined && { data }) };
  }

  #say(missing: string, trouble: string): undefined {
    this.missing = missing;
    this.trouble = trouble;
    this.#onChange();
  }
}
