import { html, nothing } from 'lit';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import type { Lists } from '../../src/client/index.ts';
import { viSync } from '../../src/i18n/sync.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { stations } from '../../src/school/index.ts';
import type { DayRules } from '../../src/school/index.ts';
import { failureWords, loadSyncWords } from '../failure-words.ts';
import { PortsElement } from '../ports-element.ts';

/** Base of the elements that show what came out of a day. */
export abstract class ResultsElement extends PortsElement {
  static override properties: PropertyDeclarations = {
    lists: { attribute: false },
    stations: { attribute: false },
    needsConsent: { type: Boolean, attribute: 'needs-consent' },
    now: { attribute: false },
    theme: { reflect: true },
    failures: { state: true },
  };

  /** Lists of this device; from the session where nothing is set. */
  lists: Lists | undefined;
  /** Codes of the stations of the day: with all of them somebody on a list is done. */
  stations: readonly string[] = stations.filter(({ needed }) => needed.length).map(({ code }) => code);
  /** Whether the examination needs the consent of the parents. A refusal is respected either way. */
  needsConsent = false;
  /** Milliseconds since 1970 that count as now; the clock where nothing is set. */
  now: number | undefined;
  /** Colours: `light`, `dark` or `auto` (as the system). */
  theme: 'light' | 'dark' | 'auto' = 'light';

  protected failures: SyncWords = viSync;

  protected get ownLists(): Lists | undefined {
    return this.lists ?? this.session?.lists;
  }

  /** What counts as done. */
  protected get rules(): DayRules {
    const { stations, needsConsent } = this;
    return { stations, needsConsent };
  }

  protected get instant(): number {
    return this.now ?? Date.now();
  }

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
