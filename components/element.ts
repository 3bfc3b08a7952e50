import { LitElement } from 'lit';

/** Tags a warning was given for. */
const warned = /* @__PURE__ */ new Set<string>();

/**
 * Base of every element of the package: a class registers nothing by itself. `define()` registers the class and
 * the ones it renders; a tag that is already taken (another copy on the page) is left to its owner.
 */
export class HsskElement extends LitElement {
  static tag: string;
  static uses: readonly (typeof HsskElement)[] = [];

  static define(): void {
    for (const used of this.uses) used.define();
    const taken = customElements.get(this.tag);
    if (!taken) customElements.define(this.tag, this);
    else if (taken !== this && !warned.has(this.tag)) {
      warned.add(this.tag);
      console.warn(`[hssk] <${this.tag}> is already defined by another copy and is left as it is.`);
    }
  }
}
