import { render } from 'lit';
import type { TemplateResult } from 'lit';

/** What is printed: pages of a document of their own. `css` is its whole style, `title` the name it is saved under. */
export interface PrintJob {
  readonly title: string;
  readonly lang: string;
  readonly css: string;
  readonly content: TemplateResult;
  /** Height of the paper within its margins, in CSS pixels: a page that is higher gets smaller letters. */
  readonly height?: number;
}

/** Letters get smaller twice at most; what is still longer goes on to a second page. */
const steps = ['tight', 'tighter'];

function fit(body: HTMLElement, height: number): void {
  for (const page of body.querySelectorAll('.page'))
    for (const step of steps) {
      if (page.getBoundingClientRect().height <= height) break;
      page.classList.remove(...steps);
      page.classList.add(step);
    }
}

/**
 * Lays pages out in a frame without an address, inside `place`: the styles of the page around do not reach them, nothing of
 * that page is printed, and a strict content policy allows it, as nothing is loaded and no style stands in the markup. The
 * paper's size is that of the frame's own `@page`, which old browsers obey only where all pages are of one size.
 */
async function layOut(
  place: Node,
  { title, lang, css, content, height }: PrintJob,
): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.className = 'print';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  // Some browsers put their empty document in place a moment later: what was drawn before would be gone.
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  place.appendChild(frame);
  await loaded;
  const inner = frame.contentDocument;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inner || !view) {
    frame.remove();
    throw new Error('print.unavailable');
  }
  inner.documentElement.lang = lang;
  inner.title = title;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  inner.adoptedStyleSheets = [sheet];
  render(content, inner.body, { creationScope: inner });
  if (height) fit(inner.body, height);
  return frame;
}

/** Prints one job after another; what was laid out goes away when it is on paper, or the element leaves. */
export class Printer {
  readonly #place: () => Node;
  readonly #send: (frame: Window) => void;
  #frame: HTMLIFrameElement | undefined;

  /** `place` = where the frame goes; `send` opens the print window for it. */
  constructor(place: () => Node, send: (frame: Window) => void) {
    this.#place = place;
    this.#send = send;
  }

  /** Whether the browser could do it. */
  async print(job: PrintJob): Promise<boolean> {
    this.letGo();
    try {
      const frame = await layOut(this.#place(), job);
      this.#frame = frame;
      const view = frame.contentWindow!;
      view.addEventListener('afterprint', () => this.letGo(), { once: true });
      this.#send(view);
      return true;
    } catch {
      this.letGo();
      return false;
    }
  }

  letGo(): void {
    this.#frame?.remove();
    this.#frame = undefined;
  }
}
