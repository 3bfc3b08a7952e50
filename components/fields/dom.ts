/** Rows of a text where the browser does not fit the box to it by itself (`field-sizing`). */
export const rowsOf = (text: string): number =>
  text ? Math.min(12, text.split('\n').length + Math.floor(text.length / 90)) : 1;

/** An element with its attributes, the empty ones left out. */
export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: { readonly [name: string]: string },
  ...children: (Node | string)[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const name in attributes) if (attributes[name]) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
}

/** Sets an attribute or takes it away. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** A value that is text, as it stands. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
