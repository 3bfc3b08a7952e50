/** The least height of a line that somebody could read, in px as drawn (a host may have scaled the element down). */
const leastHeightPx = 9;
const isReadAt = 0.6;

/** Whether an element is drawn so that it could be seen, styles of all its ancestors taken into account. */
export function isDrawn(element: Element): boolean {
  const options = {
    checkOpacity: true,
    checkVisibilityCSS: true,
    opacityProperty: true,
    visibilityProperty: true,
  };
  const { width, height } = element.getBoundingClientRect();
  return width >= leastHeightPx && height >= leastHeightPx && (element.checkVisibility?.(options) ?? true);
}

/**
 * Knows which texts have really been on screen: drawn, not hidden, most of it (or a screenful of it) inside the window
 * of a page that was in front. A text that changes has not been seen. Nobody outside can claim that something was seen.
 */
export class Attention {
  readonly #seen = new WeakMap<Element, string>();
  readonly #watched = new Map<Element, string>();
  readonly #onSeen: () => void;
  #observer: IntersectionObserver | undefined;

  constructor(onSeen: () => void) {
    this.#onSeen = onSeen;
  }

  /** Watches these elements and no others; what was seen before is still known. */
  watch(elements: Iterable<Element>): void {
    if (!this.#observer) {
      this.#observer = new IntersectionObserver(this.#look, { threshold: [0, 0.2, 0.4, isReadAt, 0.8, 1] });
      document.addEventListener('visibilitychange', this.#lookAgain);
    }
    const wanted = new Set(elements);
    for (const element of this.#watched.keys()) {
      if (wanted.has(element)) continue;
      this.#observer.unobserve(element);
      this.#watched.delete(element);
    }
    for (const element of wanted) {
      const text = element.textContent;
      if (this.#watched.get(element) === text) continue;
      this.#watched.set(element, text);
      // The observer tells where an element stands when it begins to watch it, and then only of changes.
      this.#observer.unobserve(element);
      this.#observer.observe(element);
    }
  }

  /** Whether the text that stands in the element now has been on screen. */
  hasSeen(element: Element): boolean {
    return this.#seen.get(element) === element.textContent;
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#lookAgain);
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#watched.clear();
  }

  readonly #look = (entries: readonly IntersectionObserverEntry[]): void => {
    if (document.visibilityState !== 'visible') return;
    let isNew = false;
    for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
      const isScreenful = intersectionRect.height >= isReadAt * (rootBounds?.height ?? innerHeight);
      if (!isIntersecting || (intersectionRatio < isReadAt && !isScreenful)) continue;
      if (this.hasSeen(target) || !isDrawn(target)) continue;
      this.#seen.set(target, target.textContent);
      isNew = true;
    }
    if (isNew) this.#onSeen();
  };

  readonly #lookAgain = (): void => {
    for (const element of this.#watched.keys()) {
      this.#observer?.unobserve(element);
      this.#observer?.observe(element);
    }
  };
}
