import { assert } from '@open-wc/testing';
import * as all from './define.ts';

it('registers every element that a page may use by its name', () => {
  const classes = Object.entries(all as unknown as Record<string, { readonly tag?: string }>);
  const tagged = classes.filter(([, { tag }]) => tag);
  assert.isAbove(tagged.length, 20);
  assert.deepEqual(
    tagged.filter(([, each]) => customElements.get(each.tag!) !== (each as never)).map(([name]) => name),
    [],
  );
});
