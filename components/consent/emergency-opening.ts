import type { TemplateResult } from 'lit';
import type { Emergencies, EmergencyAccess } from '../../src/client/index.ts';
import type { CenterWords } from '../../src/i18n/consent.ts';
import { codeOf } from '../failure-words.ts';
import { Attention } from './attention.ts';
import { failureText, tell } from './center-words.ts';
import { EmergencyAttempt } from './emergency-attempt.ts';
import { fewestWords, openForm, wordCount } from './emergency-view.ts';
import type { Basis } from './emergency-view.ts';
import { isPress } from './flow.ts';
import { namesOf } from './words.ts';

/** Where a record is opened, by whom. */
export interface Place {
  readonly words: CenterWords;
  readonly calls: Emergencies;
  readonly pid: string;
  /** Nobody opens without a name that stands in the log. */
  readonly who: string;
  readonly hours: number | undefined;
}

/** The element it stands in. */
export interface OpeningHost {
  isHere(): boolean;
  changed(focus?: string): void;
  opened(access: EmergencyAccess, leftMs: number): void;
}

/** What is written before a record is opened, and its opening. */
export class Opening {
  #basis: Basis | '' = '';
  #reason = '';
  #missing: ReadonlySet<string> = new Set();
  #trouble = '';
  #isBusy = false;
  #turn = 0;
  #lines: readonly HTMLElement[] = [];
  readonly #attempt = new EmergencyAttempt();
  readonly #attention = new Attention(() => {});
  readonly #host: OpeningHost;

  constructor(host: OpeningHost) {
    this.#host = host;
  }

  /** Lines that have to be read before. */
  watch(lines: Iterable<HTMLElement>): void {
    this.#lines = [...lines];
    this.#attention.watch(this.#lines);
  }

  /** Nothing that was written stays. */
  clear(): void {
    this.#basis = this.#reason = this.#trouble = '';
    this.#missing = new Set();
    this.#isBusy = false;
  }

  /** Another record: what is still being opened for the first is closed again. */
  drop(): void {
    this.#turn++;
    this.clear();
  }

  stop(): void {
    this.#attention.stop();
  }

  async #open(event: Event, { words, calls, pid, who }: Place): Promise<void> {
    if (!isPress(event) || this.#isBusy || !pid || !who) return;
    const { ui } = words;
    const unseen = this.#lines.find((line) => !this.#attention.hasSeen(line));
    this.#trouble = '';
    if (unseen) {
      this.#trouble = ui.emReadFirst;
      unseen.scrollIntoView({ block: 'center' });
      return this.#host.changed();
    }
    const basis = this.#basis;
    const reason = this.#reason.normalize('NFC').trim();
    const missing = [
      ...(basis ? [] : ['basis']),
      ...(wordCount(reason) < fewestWords(basis) ? ['reason'] : []),
    ];
    this.#missing = new Set(missing);
    if (!basis || missing.length) {
      const labels = missing.map((name) => (name === 'basis' ? ui.emBasis : ui.emReason));
      this.#trouble = tell(words, 'missing', { what: namesOf(labels) });
      return this.#host.changed(`#${missing[0]}`);
    }
    const turn = ++this.#turn;
    this.#isBusy = true;
    this.#host.changed();
    try {
      const { access, leftMs } = await this.#attempt.open(calls, who, pid, { basis, reason });
      // Another record is on screen by now, or none: what was opened for the first is closed again.
      if (turn !== this.#turn || !this.#host.isHere()) return void calls.close(access).catch(() => {});
      this.#host.opened(access, leftMs);
    } catch (error) {
      if (turn !== this.#turn) return;
      const code = codeOf(error);
      this.#isBusy = false;
      this.#trouble = /^network\./.test(code)
        ? ui.emOffline
        : code === 'access.denied'
          ? ui.emRefused
          : failureText(words, code);
      this.#host.changed();
    }
  }

  render(place: Place): TemplateResult {
    const { words, who, hours } = place;
    return openForm({
      words,
      who,
      hours,
      basis: this.#basis,
      reason: this.#reason,
      missing: this.#missing,
      trouble: this.#trouble,
      isBusy: this.#isBusy,
      fill: ({ basis = this.#basis, reason = this.#reason }) => {
        this.#basis = basis;
        this.#reason = reason;
        this.#host.changed();
      },
      open: (event) => void this.#open(event, place),
    });
  }
}
