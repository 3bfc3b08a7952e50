import { html, nothing } from 'lit';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { viRoster } from '../../src/i18n/roster.ts';
import type { Lists } from '../../src/client/index.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import { viSync } from '../../src/i18n/sync.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { failureWords, loadSyncWords } from '../failure-words.ts';
import { localDay } from '../form-element.ts';
import { PortsElement } from '../ports-element.ts';
import { loadRosterWords, say } from './words.ts';

/** Base of the roster and its parts. */
export abstract class RosterElement extends PortsElement {
  static override properties: PropertyDeclarations = {
    now: {},
    words: { state: true },
  };

  /** Day of the examinations, `YYYY-MM-DD`; today where nothing is set. */
  now = '';

  protected words: RosterWords = viRoster;
  #codes: SyncWords = viSync;

  protected override get ports(): readonly unknown[] {
    return [this.session?.vault];
  }

  protected override watchPorts(): readonly (() => void)[] {
    const { vault } = this.session ?? {};
    return vault ? [vault.watch(() => this.requestUpdate())] : [];
  }

  /** The lists of this device; none while its store is locked: what was read of them is shown no more. */
  protected get lists(): Lists | undefined {
    const { vault, lists } = this.session ?? {};
    return vault && vault.state !== 'open' ? undefined : lists;
  }

  protected get today(): string {
    return this.now || localDay(new Date());
  }

  protected say(...words: Parameters<typeof say> extends [unknown, ...infer Rest] ? Rest : never): string {
    return say(this.words, ...words);
  }

  /** What a code means and what to do. */
  protected failureText(code: string): string {
    return failureWords(this.#codes, code).join(' ');
  }

  protected renderFailure(at: string): TemplateResult | typeof nothing {
    const { failure } = this;
    if (failure?.at !== at) return nothing;
    return html`<p class="failure" role="alert">
      ${this.say('failed', { what: this.failureText(failure.code) })}
    </p>`;
  }

  protected override async speak(locale: string): Promise<void> {
    const [words, codes] = await Promise.all([loadRosterWords(locale), loadSyncWords(locale)]);
    if (this.locale !== locale) return;
    this.#codes = codes;
    this.words = words;
  }
}
