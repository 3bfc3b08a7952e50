import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is printed: a document of its own. */
export interface PrintJob {
  /** Its whole style. */
  readonly css: string;
  /** Writes language, title (the name it is saved under) and content into the empty document. */
  readonly write: (page: Document) => void;
  /** Height of the paper within its margins, in CSS pixels: a `.page` that is higher gets smaller letters. */
  readonly height?: number;
}

// Seen by nobody, but laid out: what is not drawn at all some browsers print as an empty page.
const unseen: Partial<CSSStyleDeclaration> = {
  position: 'fixed',
  insetBlockStart: '0',
  insetInlineStart: '0',
  inlineSize: '1px',
  blockSize: '1px',
  border: '0',
  opacity: '0',
  pointerEvents: 'none',
};

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
 * A frame without an address: the styles of the page around do not reach it, nothing of that page is printed, and a strict
 * content policy allows it, as nothing is loaded and no style stands in the markup.
 */
function emptyFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, unseen);
  return frame;
}

/**
 * Prints one document after another for an element; what was laid out goes away when it is on paper, when the next one
 * comes, or with the element. The paper's size is that of the document's own `@page`, which old browsers obey only where
 * all pages are of one size.
 */
export class Printer implements ReactiveController {
  readonly #place: () => Node;
  readonly #send: (frame: Window) => void;
  #frame: HTMLIFrameElement | undefined;

  /** `place` = where the frame goes, inside the element unless said otherwise; `send` opens the print window for it. */
  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: Node },
    {
      place = () => host.renderRoot,
      send = openWindow,
    }: { readonly place?: () => Node; readonly send?: (frame: Window) => void } = {},
  ) {
    host.addController(this);
    this.#place = place;
    this.#send = send;
  }

  /** Whether the browser could do it. */
  async print({ css, write, height }: PrintJob): Promise<boolean> {
    this.letGo();
    const frame = (this.#frame = emptyFrame());
    try {
      // Some browsers put their empty document in place a moment later: what was written before would be gone.
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      this.#place().appendChild(frame);
      await loaded;
      const page = frame.contentDocument!;
      const view = frame.contentWindow as Window & typeof globalThis;
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(css);
      page.adoptedStyleSheets = [sheet];
      write(page);
      if (height) fit(page.body, height);
      view.addEventListener('afterprint', () => frame.remove(), { once: true });
      this.#send(view);
      return true;
    } catch {
      frame.remove();
      return false;
    }
  }

  hostDisconnected(): void {
    this.letGo();
  }

  letGo(): void {
    this.#frame?.remove();
    this.#frame = undefined;
  }
}

function openWindow(frame: Window): void {
  frame.focus();
  frame.print();
}
