import ts from 'typescript';

/**
 * Takes the white space of writing out of html`` and css`` templates, as a minifier would: fewer bytes, and no text
 * nodes between the elements of a page. White space inside a line stays.
 */
export function tightenTemplates(code) {
  if (!code.includes('html`') && !code.includes('css`')) return code;
  const source = ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true);
  const edits = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && ['html', 'css'].includes(node.tag.getText(source))) {
      const tighten = node.tag.getText(source) === 'css' ? tightCss : tightHtml;
      const { template } = node;
      const parts = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template]
        : [template.head, ...template.templateSpans.map(({ literal }) => literal)];
      for (const part of parts) {
        const closes = part === parts.at(-1) ? 1 : 2;
        edits.push([part.getStart(source) + 1, part.getEnd() - closes, tighten]);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  let tight = code;
  for (const [start, end, tighten] of edits.sort((a, b) => b[0] - a[0])) {
    tight = tight.slice(0, start) + tighten(code.slice(start, end)) + tight.slice(end);
  }
  return tight;
}

const tightHtml = (text) => text.replace(/>\s*\n\s*</g, '><').replace(/\s*\n\s*/g, ' ');

// Not before a colon: `.a :not(.b)` is another selector than `.a:not(.b)`.
const tightCss = (text) =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':');
