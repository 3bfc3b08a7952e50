import { assert } from '@open-wc/testing';

/** A screen of 1280 × 720 at 200 %, one of 1024 × 768, and a phone held upright: what is left of them in CSS pixels. */
export const zoomedScreens = [
  [640, 360],
  [512, 384],
  [360, 640],
] as const;

const nameOf = (element: Element): string =>
  `${element.localName}#${element.id}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;

/** Squeezed into one pixel: for screen readers alone. */
function isSqueezed(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width <= 1 && height <= 1;
}

/** Everything that is drawn, through the shadow roots inside, but for what only screen readers get. */
function drawnIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element.closest('.hidden, svg, option, iframe') || !element.checkVisibility()) return [];
    const isBox = getComputedStyle(element).display !== 'contents';
    if (isBox && isSqueezed(element)) return [];
    return [element, ...(element.shadowRoot ? drawnIn(element.shadowRoot) : [])];
  });
}

/** Whether one can scroll to what stands out of it: a box of its own that keys reach, or that holds what they reach. */
function scrolls(element: Element, overflow: string): boolean {
  const isReached =
    element.matches('[tabindex]') || element.querySelector('a, button, input, select, textarea');
  return /auto|scroll/.test(overflow) && Boolean(isReached);
}

/** The boxes around an element that it can be scrolled into sight in. */
function inScroller(element: Element): boolean {
  for (let at: Element | null = element.parentElement; at; at = at.parentElement)
    if (scrolls(at, getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth + 1) return true;
  return false;
}

/** What does not fit: out of the window sideways, or cut off. `samples` = what may be cut, as it stands whole elsewhere. */
export function misfits(host: Element, samples = ''): string[] {
  const all = drawnIn(host.shadowRoot!);
  const wide = all.filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (left < -1 || right > innerWidth + 1) && !inScroller(element);
  });
  const cut = all.filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut = (overflow: string, whole: number, part: number): boolean =>
      overflow !== 'visible' && whole > part + 1 && !scrolls(element, overflow);
    return (
      !element.matches(`input, textarea${samples && `, ${samples}`}`) &&
      (isCut(overflowX, element.scrollWidth, element.clientWidth) ||
        isCut(overflowY, element.scrollHeight, element.clientHeight))
    );
  });
  const sideways = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
  return [
    ...sideways,
    ...wide.map((element) => `wide: ${nameOf(element)}`),
    ...cut.map((element) => `cut: ${nameOf(element)}`),
  ];
}

const isStuck = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return true;
  return false;
};

/** What one writes in, presses or reads that lies over another such thing; what stays in sight while one scrolls may. */
export function overlaps(host: Element): string[] {
  const wanted =
    'button, summary, input, select, textarea, legend, h2, h3, h4, p, dt, dd, th, td, label > span';
  const all = drawnIn(host.shadowRoot!).filter((element) => element.matches(wanted) && !isStuck(element));
  const boxes = all.map((element) => ({ element, box: element.getBoundingClientRect() }));
  const within = (a: Element, b: Element): boolean => a.contains(b) || b.contains(a);
  return boxes.flatMap(({ element, box }, at) =>
    boxes.slice(at + 1).flatMap(({ element: other, box: second }) => {
      const across = Math.min(box.right, second.right) - Math.max(box.left, second.left);
      const down = Math.min(box.bottom, second.bottom) - Math.max(box.top, second.top);
      if (across <= 2 || down <= 2 || within(element, other)) return [];
      return [`${nameOf(element)} lies over ${nameOf(other)}`];
    }),
  );
}

export const assertFits = (host: Element, where: string, samples?: string): void =>
  assert.deepEqual(misfits(host, samples), [], `${innerWidth} × ${innerHeight}, ${where}`);
