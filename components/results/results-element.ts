import { html, nothing } from 'lit';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { viSync } from '../../src/i18n/sync.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { failureWords, loadSyncWords } from '../failure-words.ts';
import { PortsElement } from '../ports-element.ts';

/** Base of the elements that show what came out of a day. */
export abstract class ResultsElement extends PortsElement {
  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
    failures: { state: true },
  };

  /** Colours: `light`, `dark` or `auto` (as the system). */
  theme: 'light' | 'dark' | 'auto' = 'light';

  protected failures: SyncWords = viSync;

  protected override async speak(locale: string): Promise<void> {
    const failures = await loadSyncWords(locale);
    if (this.locale === locale) this.failures = failures;
  }

  protected renderFailure(at: string, beside: TemplateResult | typeof nothing = nothing): unknown {
    return this.failure?.at === at ? this.failureText(this.failure.code, beside) : nothing;
  }

  /** What happened and what to do, by code. */
  protected failureText(code: string, beside: TemplateResult | typeof nothing = nothing): TemplateResult {
    const [what, todo] = failureWords(this.failures, code);
    return html`<p class="failure" role="alert"><b>${what}</b> ${todo} ${beside}</p>`;
  }
}
