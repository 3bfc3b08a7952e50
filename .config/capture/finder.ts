/**
 * Runs inside the page and sees it as a person does: by the headings, labels, rows and columns that are visible, through
 * every shadow root. It knows no path, id or name of the product.
 */

/** Where a blank of the paper is looked for: part heading, headings around it, row and label, all as printed. */
export interface Query {
  readonly section: string;
  readonly headings: readonly string[];
  readonly label: string;
  readonly row?: string | undefined;
  /** A card or a row that was found before; the blank must be inside it. */
  readonly within?: Element | undefined;
  /** Of several blanks with this label under these headings: which, counted from 0. */
  readonly nth?: number | undefined;
}

/** A blank as found: `text` = one control, `box` = one box, `choice` = printed boxes with a line beside them. */
export interface Found {
  readonly id: number;
  readonly kind: 'text' | 'box' | 'choice';
  readonly options: readonly string[];
}

/** What a person sees at a blank. `messages` begin with their level, `around` is every visible word of the field. */
export interface Seen {
  readonly shown: string;
  readonly messages: readonly string[];
  readonly around: string;
}

interface Option {
  readonly words: string;
  readonly input: HTMLInputElement;
}
interface Place {
  readonly section: string;
  readonly headings: readonly string[];
  readonly row: string | undefined;
  readonly label: string;
  readonly kind: Found['kind'];
  readonly control: HTMLInputElement | HTMLTextAreaElement | HTMLFieldSetElement;
  readonly options: readonly Option[];
  readonly other: HTMLInputElement | undefined;
  /** What brings the line for other words on screen. */
  readonly opener?: HTMLButtonElement | undefined;
  readonly scopes: readonly Element[];
}
interface Surroundings {
  section: string;
  headings: readonly string[];
  row: Element | undefined;
  rowName: string | undefined;
  /** The column headings last seen in this group; rows written in by hand stand below the same ones. */
  heads: { columns: readonly Element[] };
  scopes: readonly Element[];
}

interface Head {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** A warning sign behind a heading is no part of it. */
const heading = (text: string): string => tidy(text.replace(/⚠\uFE0F?\s*$/, ''));
const isBox = (element: Element): boolean =>
  element instanceof HTMLInputElement && element.type === 'checkbox';
const isControl = (element: Element): boolean => element.matches('input, textarea, select');

/** Text that only screen readers get is squeezed into one pixel. */
function isSqueezed(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width <= 1 || height <= 1;
}

const displayOf = (element: Element): string => getComputedStyle(element).display;
// An element without a box of its own (a slot, a session) shows its children all the same.
const isVisible = (element: Element): boolean =>
  displayOf(element) === 'contents' || element.checkVisibility({ checkVisibilityCSS: true });

function visibleText(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child instanceof Text) text += child.data;
    else if (child instanceof Element && !isControl(child) && isVisible(child) && !isSqueezed(child)) {
      const gap = displayOf(child) === 'inline' ? '' : ' ';
      text += gap + visibleText(child) + gap;
    }
  }
  return text.replace(/\s+/g, ' ');
}

const wordsOf = (element: Element): string => tidy(visibleText(element));

const childrenOf = (element: Element): readonly Element[] =>
  element instanceof HTMLSlotElement
    ? element.assignedElements({ flatten: true })
    : [...(element.shadowRoot ?? element).children];

/** On a phone a cell has no column above it, and its label says more than the heading of the paper's column. */
const phoneLabels: { readonly [label: string]: string } = { 'Tên bệnh': 'Có người mắc' };

/** Looks at the page; `units` are the units that stand in brackets behind a printed label. */
export function createFinder(units: readonly string[], otherLine: string, root: Element) {
  let places: Place[] = [];
  let details: { section: string; headings: readonly string[]; element: HTMLDetailsElement }[] = [];
  let buttons: { section: string; headings: readonly string[]; element: Element }[] = [];

  const withoutUnit = (label: string): string => {
    const unit = units.find((each) => label.endsWith(` (${each})`));
    return unit === undefined ? label : label.slice(0, -unit.length - 3);
  };

  /** The words beside a control; in a table the heading above it. */
  function labelOf(control: Element, label: Element | null | undefined, at: Surroundings): string {
    if (label && !isSqueezed(label)) {
      const words = withoutUnit(wordsOf(label));
      if (words) return words;
    }
    const box = control.getBoundingClientRect();
    const middle = (box.left + box.right) / 2;
    const above = at.heads.columns
      .map((head) => ({ words: wordsOf(head), ...head.getBoundingClientRect().toJSON() }) as Head)
      .filter(({ words, bottom }) => words && bottom <= box.top + 1);
    const over = above.filter(({ left, right }) => left <= middle && middle <= right);
    // A box without a heading of its own stands beside the words that it ticks.
    const beside = above.filter(({ right }) => isBox(control) && right <= box.left);
    const nearest = over.length === 1 ? over[0] : over.length ? undefined : beside.at(-1);
    return nearest?.words ?? '';
  }

  const add = (at: Surroundings, place: Pick<Place, 'label' | 'kind' | 'control'> & Partial<Place>): void => {
    const { section, headings, rowName, scopes } = at;
    places.push({ options: [], other: undefined, section, headings, row: rowName, scopes, ...place });
  };

  function walk(element: Element, at: Surroundings): void {
    if (!isVisible(element)) return;
    if (element instanceof HTMLFieldSetElement) {
      const legend = element.querySelector(':scope > legend');
      if (element.matches('[role=group], [role=radiogroup]')) return choice(element, legend, at);
      const headings = legend ? [...at.headings, heading(wordsOf(legend))] : at.headings;
      return walkAll(childrenOf(element), { ...at, headings, heads: { columns: [] } });
    }
    if (element instanceof HTMLDetailsElement) {
      const summary = element.querySelector(':scope > summary');
      const headings = [...at.headings, heading(summary ? wordsOf(summary) : '')];
      details.push({ section: at.section, headings, element });
      if (element.open)
        walkAll(
          childrenOf(element).filter((child) => child !== summary),
          { ...at, headings, heads: { columns: [] }, scopes: [...at.scopes, element] },
        );
      return;
    }
    if (element.matches('[role=row]')) {
      const columns = [...element.querySelectorAll('[role=columnheader]')];
      if (columns.length) {
        at.heads.columns = columns.filter((column) => isVisible(column));
        return;
      }
      const head = element.querySelector('[role=rowheader]');
      const rowName = head ? wordsOf(head) : undefined;
      return walkAll(childrenOf(element), { ...at, row: element, rowName, scopes: [...at.scopes, element] });
    }
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      const label = element.labels?.[0];
      const kind = isBox(element) ? 'box' : 'text';
      return add(at, { kind, control: element, label: labelOf(element, label, at) });
    }
    if (element.matches('button')) buttons.push({ ...at, element });
    walkAll(childrenOf(element), at);
  }

  function choice(fieldset: HTMLFieldSetElement, legend: Element | null, at: Surroundings): void {
    const inputs = [...fieldset.querySelectorAll('input')];
    const options = inputs
      .filter(({ type }) => type === 'radio' || type === 'checkbox')
      .map((input) => ({ input, words: input.labels?.[0] ? wordsOf(input.labels[0]) : '' }));
    const other = inputs.find(({ type, placeholder }) => type === 'text' && placeholder === otherLine);
    const opener = [...fieldset.querySelectorAll('button')].find((each) => wordsOf(each) === otherLine);
    add(at, {
      kind: 'choice',
      control: fieldset,
      label: labelOf(fieldset, legend, at),
      options,
      other,
      opener,
    });
  }

  /** Headings h2 and h3 hold for what follows them. */
  function walkAll(elements: readonly Element[], at: Surroundings): void {
    let { section, headings } = at;
    for (const element of elements) {
      if (element.matches('h1, h2')) section = heading(wordsOf(element));
      else if (element.matches('h3, h4')) headings = [...at.headings, heading(wordsOf(element))];
      else walk(element, { ...at, section, headings });
    }
  }

  /** Looks at the whole page anew: after rows, cards or parts came or went. */
  function look(): void {
    [places, details, buttons] = [[], [], []];
    const at = {
      section: '',
      headings: [],
      row: undefined,
      rowName: undefined,
      heads: { columns: [] },
      scopes: [],
    };
    walk(root, at);
  }

  const isUnder = (around: readonly string[], wanted: readonly string[]): boolean => {
    let from = 0;
    return wanted.every((words) => (from = around.indexOf(words, from) + 1) > 0);
  };

  function search(query: Query): number[] {
    const ids = matches(query);
    return query.nth === undefined ? ids : ids.slice(query.nth, query.nth + 1);
  }

  const matches = ({ section, headings, label, row, within }: Query): number[] =>
    places.flatMap((place, id) =>
      place.section === section &&
      (place.label === label || place.label === phoneLabels[label]) &&
      (within ? place.scopes.includes(within) : place.row === row) &&
      isUnder(place.headings, headings)
        ? [id]
        : [],
    );

  function shown({ kind, control, options, other }: Place): string {
    if (kind === 'box') return (control as HTMLInputElement).checked ? '☑' : '';
    if (kind === 'text') return (control as HTMLInputElement).value;
    const ticked = options.filter(({ input }) => input.checked).map(({ words }) => `☑ ${words}`);
    return [...ticked, other?.value ?? ''].filter(Boolean).join(' | ');
  }

  /** The largest element around a control that holds no other one. */
  function aroundOf(control: Element): Element {
    const inside = (element: Element): number => element.querySelectorAll('input, textarea, select').length;
    const own = Math.max(1, inside(control));
    let around = control;
    while (around.parentElement && inside(around.parentElement) <= own) around = around.parentElement;
    return around;
  }

  function isNear(place: Place, id: string): readonly Element[] {
    const root = place.control.getRootNode() as ShadowRoot;
    return id.split(/\s+/).flatMap((each) => root.getElementById(each) ?? []);
  }

  return {
    look,

    /** The blank of a query, or how many there are instead of one. */
    find(query: Query): Found | number {
      let ids = search(query);
      if (ids.length !== 1 || ids.some((id) => !isVisible(places[id]!.control))) {
        look();
        ids = search(query);
      }
      const [id] = ids;
      if (id === undefined || ids.length > 1) return ids.length;
      const { kind, options } = places[id]!;
      return { id, kind, options: options.map(({ words }) => words) };
    },

    /** The control of a blank; of a choice the box with these words, or the line beside the boxes, or what opens it. */
    control(id: number, words?: string): Element | undefined {
      const { kind, control, options, other, opener } = places[id]!;
      if (kind !== 'choice') return control;
      if (words === undefined) return opener && isVisible(opener) ? opener : other;
      return options.find((option) => option.words === words)?.input;
    },

    see(id: number): Seen {
      const place = places[id]!;
      const described = place.control.getAttribute('aria-describedby') ?? '';
      const messages = isNear(place, described)
        .flatMap((element) => [...element.querySelectorAll('li')])
        .filter((item) => isVisible(item))
        .map((item) => tidy(item.textContent));
      return { shown: shown(place), messages, around: wordsOf(aroundOf(place.control)) };
    },

    /** Everything written on the page, blank by blank. */
    snapshot(): {
      section: string;
      headings: readonly string[];
      row: string;
      label: string;
      shown: string;
      kind: string;
    }[] {
      look();
      return places.map((place) => ({
        section: place.section,
        headings: place.headings,
        row: place.row ?? '',
        label: place.label,
        shown: shown(place),
        kind: place.kind,
      }));
    },

    /** Parts and cards that stand collapsed under their heading. */
    closed(section: string): HTMLElement[] {
      look();
      return details
        .filter((each) => each.section === section && !each.element.open)
        .flatMap(({ element }) => element.querySelector<HTMLElement>(':scope > summary') ?? []);
    },

    /** The cards of a part that has cards (visits), in the order shown. */
    cards(section: string): HTMLDetailsElement[] {
      look();
      return details.filter((each) => each.section === section).map(({ element }) => element);
    },

    /** Rows that were written in by hand: their heading holds a blank. */
    freeRows(section: string, headings: readonly string[], nameLabel: string): Element[] {
      look();
      return places.flatMap((place) =>
        place.section === section && place.label === nameLabel && isUnder(place.headings, headings)
          ? (place.scopes.findLast((scope) => scope.matches('[role=row]')) ?? [])
          : [],
      );
    },

    /** What is written inside a card or a row. */
    contents(scope: Element): string[] {
      return places.filter((place) => place.scopes.includes(scope)).map(shown);
    },

    button(words: string, section?: string, headings: readonly string[] = []): Element | undefined {
      look();
      return buttons.find(
        (each) =>
          heading(wordsOf(each.element)).replace(/^\+ /, '') === words &&
          (section === undefined || each.section === section) &&
          isUnder(each.headings, headings),
      )?.element;
    },

    /** How many elements of the page could run or load something. */
    active(): number {
      const count = (root: ParentNode): number =>
        [...root.querySelectorAll('*')].reduce(
          (sum, element) =>
            sum +
            (element.matches('script, img, iframe, object, embed, link, style, svg') ? 1 : 0) +
            (element.shadowRoot ? count(element.shadowRoot) : 0),
          0,
        );
      return count(document);
    },

    /** All visible words of a part of the page that has a role (status, alert). */
    role(role: string): string {
      const texts: string[] = [];
      const visit = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          if (element.getAttribute('role') === role && isVisible(element)) texts.push(wordsOf(element));
          if (element.shadowRoot) visit(element.shadowRoot);
        }
      };
      visit(document);
      return texts.join('\n');
    },
  };
}

export type Finder = ReturnType<typeof createFinder>;
