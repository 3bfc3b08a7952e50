import assert from 'node:assert/strict';
import test from 'node:test';
import { tightenTemplates } from './templates.mjs';

const rows: [what: string, code: string, expected: string][] = [
  ['between elements', 'html`<a>\n  <b></b>\n</a>`', 'html`<a><b></b></a>`'],
  ['between attributes', 'html`<a\n  x="1"\n  y="2"></a>`', 'html`<a x="1" y="2"></a>`'],
  ['inside a line', 'html`<a>x</a> <b>y</b>`', 'html`<a>x</a> <b>y</b>`'],
  ['beside an expression', 'html`<a>\n  ${x}\n</a>`', 'html`<a> ${x} </a>`'],
  [
    'nested templates',
    'html`<a>${y.map((z) => html`<b>\n  <i></i></b>`)}</a>`',
    'html`<a>${y.map((z) => html`<b><i></i></b>`)}</a>`',
  ],
  ['rules', 'css`\n  .a :not(.b) {\n    x: 1;\n  }\n`', 'css` .a :not(.b){x:1;}`'],
  ['a comment', 'css`/* why */ .a > .b { }`', 'css` .a > .b{}`'],
  ['calculations', 'css`a{x: calc(1px + 2px)}`', 'css`a{x:calc(1px + 2px)}`'],
  ['other code', 'const a = `x\n  y`;', 'const a = `x\n  y`;'],
];

for (const [what, code, expected] of rows) {
  test(`tightens ${what}`, () => assert.equal(tightenTemplates(code), expected));
}
