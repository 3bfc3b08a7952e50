import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { bundleFile } from '../bundle.mjs';
import { dirname } from 'node:path';
import { openBrowser, pageWith, servePages, watch, write } from './page.ts';
import type { PageServer } from './page.ts';

/** One of each plain element a host page is made of; the form comes after them. */
const tags =
  'h1 p a button input select textarea table td ul li fieldset legend label details summary form code small';
const plain = `<main>
  <h1>Title</h1><p>Text <a href="#x">link</a> <code>code</code> <small>small</small></p>
  <form><fieldset><legend>Legend</legend><label>Label <input></label>
    <select><option>1</option></select><textarea></textarea><button type="button">Button</button></fieldset></form>
  <table><tr><td>Cell</td></tr></table><ul><li>Item</li></ul><details><summary>More</summary>Rest</details>
</main>`;
const twice = "import '/hssk.js?first'; import '/hssk.js?second';";

let browser: Browser;
let host: PageServer;
before(async () => {
  browser = await openBrowser();
  host = await servePages(
    {
      '/index.html': pageWith(plain, '/empty.js'),
      '/empty.js': '',
      '/twice.html': pageWith('<hssk-record-form></hssk-record-form>', '/twice.js'),
      '/twice.js': twice,
    },
    dirname(bundleFile),
  );
});
after(async () => {
  await browser.close();
  await host.stop();
});

/** Loads the package into the page and draws a whole form after what stands there. */
const embed = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const address = '/hssk.js';
    await import(address);
    const form = document.createElement('hssk-record-form');
    document.body.append(form);
    await form.updateComplete;
    await form.check();
  });

test('the host keeps its looks: styles of its elements, its style sheets, its document', async () => {
  const page = await browser.newPage();
  await page.goto(host.url);
  const look = (): Promise<Record<string, string>> =>
    page.evaluate((names) => {
      const styles = names.split(' ').map((name) => {
        const style = getComputedStyle(document.querySelector(`main ${name}`)!);
        return [
          name,
          [...style].map((property) => `${property}:${style.getPropertyValue(property)}`).join(';'),
        ];
      });
      const { documentElement: html, body, head } = document;
      const attributes = [html, body].map((element) => element.cloneNode(false) as Element);
      return Object.fromEntries([
        ...styles,
        ['sheets', `${document.styleSheets.length} ${document.adoptedStyleSheets.length}`],
        [
          'document',
          attributes.map((element) => element.outerHTML).join('') + head.innerHTML + document.title,
        ],
        ['focus', document.activeElement?.localName],
        ['scroll', `${scrollX} ${scrollY}`],
      ]) as Record<string, string>;
    }, tags);
  const before = await look();
  assert.equal(Object.keys(before).length, tags.split(' ').length + 4);
  await embed(page);
  assert.deepEqual(await look(), before);
  // One rule is enough to be seen.
  await page.addStyleTag({ content: 'small { letter-spacing: 1px }' });
  assert.notDeepEqual((await look())['small'], before['small']);
});

/** What the libraries inside note on global objects: which Lit is loaded, decorators' metadata, zod's shared settings. */
const marks = [
  'window.litElementVersions',
  'window.litHtmlVersions',
  'window.reactiveElementVersions',
  'window.litPropertyMetadata',
  'Symbol.metadata',
  'window.__zod_globalConfig',
  'window.__zod_globalRegistry',
];

interface Compared {
  /** Notes every member of the window, the document and all built-ins; returns how many they are. */
  note(): number;
  /** Those that are new, gone or another since. */
  changed(): string[];
}

// As a plain script: it compares functions by what they are, so nothing may be wrapped.
const compare = `window.compared = (() => {
  const take = () => {
    const all = new Map();
    const collect = (owner, at) => {
      for (const key of Reflect.ownKeys(owner)) {
        const { value, get, set } = Object.getOwnPropertyDescriptor(owner, key);
        all.set(at + '.' + String(key).replace(/^Symbol\\((.*)\\)$/, '$1'), [value, get, set]);
      }
    };
    collect(window, 'window');
    collect(document, 'document');
    for (const name of Object.getOwnPropertyNames(window)) {
      const { value } = Object.getOwnPropertyDescriptor(window, name);
      if (typeof value !== 'function' && !['Reflect', 'JSON', 'Math', 'Intl', 'CSS'].includes(name)) continue;
      collect(value, name);
      if (value.prototype) collect(value.prototype, name + '.prototype');
    }
    return all;
  };
  const isSame = (a, b) => a && b && a.every((each, at) => Object.is(each, b[at]));
  let before = new Map();
  return {
    note: () => (before = take()).size,
    changed() {
      const after = take();
      return [...new Set([...before.keys(), ...after.keys()])].filter((key) => !isSame(before.get(key), after.get(key)));
    },
  };
})()`;

test('the host keeps its globals, and every built-in stays what it was', async () => {
  const page = await browser.newPage();
  await page.addInitScript(compare);
  await page.goto(host.url);
  const noted = await page.evaluate(() => (Object(window).compared as Compared).note());
  assert.ok(noted > 10_000, `${noted} members are compared`);
  const changed = (): Promise<string[]> =>
    page.evaluate(() => (Object(window).compared as Compared).changed());
  assert.deepEqual(await changed(), []);
  await embed(page);
  assert.deepEqual(
    (await changed()).filter((name) => !marks.includes(name)),
    [],
  );
  assert.deepEqual(
    await page.evaluate(() => Object(window).__zod_globalConfig as object),
    {},
    'settings that the host may share stay untouched',
  );
  await page.evaluate(() => {
    Element.prototype.attachShadow = function () {
      throw new Error();
    };
  });
  assert.ok((await changed()).includes('Element.prototype.attachShadow'), 'a patched built-in would be seen');
});

test('a second copy on the page says so once for each tag, and the form works on', async () => {
  const page = await browser.newPage();
  const { faults } = await watch(page);
  await page.goto(`${host.url}/twice.html`);
  await write(page, 'administrative.fullName', 'Đào Thị Thử');
  await write(page, 'administrative.occupation', 'giáo viên');
  assert.equal(
    await page.evaluate(() => document.querySelector('hssk-record-form')?.value.administrative?.fullName),
    'Đào Thị Thử',
  );
  const tagsWarned = faults.map((line) => /^\[hssk\] <([\w-]+)> is already defined/.exec(line)?.[1] ?? line);
  assert.ok(
    tagsWarned.includes('hssk-record-form') && tagsWarned.includes('hssk-session'),
    faults.join('\n'),
  );
  assert.deepEqual(tagsWarned, [...new Set(tagsWarned)]);
});
