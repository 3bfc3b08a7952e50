/**
 * What our record form draws, as plain data: read from the rendered form itself, so that native HTML and bare Lit are
 * made with the same controls, labels and groups, one for one.
 */
export type Drawn =
  | { readonly kind: 'section' | 'grid' | 'row'; readonly of: readonly Drawn[] }
  | { readonly kind: 'group' | 'details'; readonly title: string; readonly of: readonly Drawn[] }
  | { readonly kind: 'h2' | 'h3' | 'words' | 'button'; readonly title: string }
  | DrawnField;

/** One field: a line, several lines, a single box, or a choice (boxes or radios and a line beside them). */
export interface DrawnField {
  readonly kind: 'line' | 'lines' | 'box' | 'choice';
  readonly id: number;
  readonly title: string;
  /** Place in the grid of twelve columns; empty in a table. */
  readonly cls: string;
  readonly many?: boolean;
  readonly options?: readonly string[];
}

/** How many there are of each kind of control, label and group. */
export type Counts = { readonly [kind: string]: number };

const tidy = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Elements of a tree as a person sees it, through every shadow root, in order. */
export function* elementsOf(root: ParentNode): Generator<Element> {
  for (const element of root.children) {
    yield element;
    yield* elementsOf(element.shadowRoot ?? element);
  }
}

/** What shows one place of the record. */
export const isPlace = (element: Element): boolean => element.matches('[data-path]');

/** Reads the drawing of a rendered `<hssk-record-form>`. Throws where it meets a field it cannot draw plainly. */
export function readDrawing(form: Element): Drawn[] {
  let ids = 0;
  const field = (element: Element): DrawnField => {
    const options = [...element.querySelectorAll('label.option')];
    const cls = /span-\d+/.exec(element.className)?.[0] ?? '';
    const common = { id: ids++, cls };
    if (element.querySelector('fieldset')) {
      const many = element.querySelector('input[type=checkbox]') !== null;
      return {
        ...common,
        kind: 'choice',
        title: tidy(element.querySelector('legend')),
        many,
        options: options.map(tidy),
      };
    }
    if (options[0]) return { ...common, kind: 'box', title: tidy(options[0]) };
    const control = element.querySelector('[part=control]');
    if (!control) throw new Error(`${element.className} draws nothing that is known here`);
    const kind = control.localName === 'textarea' ? 'lines' : 'line';
    return { ...common, kind, title: tidy(element.querySelector('label')) };
  };
  const node = (element: Element): Drawn[] => {
    const title = (selector: string): string => tidy(element.querySelector(`:scope > ${selector}`));
    const of = (): Drawn[] => [...(element.shadowRoot ?? element).children].flatMap(node);
    if (isPlace(element)) return [field(element)];
    switch (element.localName) {
      case 'legend':
      case 'summary':
        return [];
      case 'fieldset':
        return [{ kind: 'group', title: title('legend'), of: of() }];
      case 'details':
        return [{ kind: 'details', title: title('summary'), of: of() }];
      case 'h2':
      case 'h3':
      case 'button':
        return [{ kind: element.localName, title: tidy(element) }];
      case 'span':
        return [{ kind: 'words', title: tidy(element) }];
    }
    if (element.localName.endsWith('-section')) return [{ kind: 'section', of: of() }];
    if (element.matches('.head')) return [{ kind: 'words', title: tidy(element) }];
    if (element.matches('.grid')) return [{ kind: 'grid', of: of() }];
    if (element.matches('.row')) return [{ kind: 'row', of: of() }];
    return of();
  };
  return node(form);
}

/** Counts what must be equal in every page that is compared. */
export function countControls(root: ParentNode): Counts {
  const counts: Record<string, number> = {};
  for (const element of elementsOf(root)) {
    const { localName } = element;
    if (
      !['input', 'textarea', 'label', 'fieldset', 'legend', 'button', 'summary', 'h2', 'h3'].includes(
        localName,
      )
    )
      continue;
    const kind = localName === 'input' ? `input ${(element as HTMLInputElement).type}` : localName;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort());
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** The drawing as an HTML page would be written by hand. */
export function toHtml(drawn: readonly Drawn[]): string {
  return drawn
    .map((node) => {
      if ('of' in node) {
        const inside = toHtml(node.of);
        if (node.kind === 'group')
          return `<fieldset class="group"><legend>${escape(node.title)}</legend>${inside}</fieldset>`;
        if (node.kind === 'details')
          return `<details class="group" open><summary>${escape(node.title)}</summary>${inside}</details>`;
        return node.kind === 'section'
          ? `<section>${inside}</section>`
          : `<div class="${node.kind}">${inside}</div>`;
      }
      const title = escape(node.title);
      if (node.kind === 'button') return `<button type="button">${title}</button>`;
      if (node.kind === 'h2' || node.kind === 'h3') return `<${node.kind}>${title}</${node.kind}>`;
      if (node.kind === 'words') return `<span>${title}</span>`;
      return `<div class="field ${node.cls}">${fieldHtml(node, title)}</div>`;
    })
    .join('');
}

function fieldHtml({ kind, id, many, options = [] }: DrawnField, title: string): string {
  const label = `<label for="f${id}">${title}</label>`;
  if (kind === 'line') return `${label}<input id="f${id}" autocomplete="off">`;
  if (kind === 'lines') return `${label}<textarea id="f${id}" rows="1" autocomplete="off"></textarea>`;
  const option = (words: string): string =>
    `<label class="option"><input type="${kind === 'choice' && !many ? 'radio' : 'checkbox'}" name="f${id}" autocomplete="off">${words}</label>`;
  if (kind === 'box') return option(title);
  return `<fieldset><legend>${title}</legend>${options.map((words) => option(escape(words))).join('')}<button type="button">Ghi khác</button><input class="other" hidden autocomplete="off" aria-label="${title}"></fieldset>`;
}
