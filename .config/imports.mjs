// Who may import whom, and which rooms are pure: reads the code, changes nothing.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { root, walk } from './files.mjs';

/** What each room of src/ may import besides itself. */
const allowed = {
  codes: [],
  i18n: [],
  schema: ['codes'],
  measures: ['schema', 'codes'],
  identity: ['schema', 'codes'],
  school: ['schema', 'codes', 'measures'],
  validation: ['schema', 'codes', 'measures', 'identity'],
  consent: ['schema'],
  client: ['schema'],
  outbox: ['client', 'consent', 'schema'],
  fhir: ['schema', 'codes', 'measures', 'i18n'],
  exchange: ['schema', 'codes', 'measures', 'identity'],
  sandbox: ['client', 'schema', 'codes', 'validation', 'consent', 'identity'],
  msw: ['sandbox', 'schema'],
};
const allowedToComponents = [
  'schema',
  'codes',
  'validation',
  'measures',
  'school',
  'identity',
  'i18n',
  'consent',
];
const typesOnlyToComponents = ['client', 'outbox'];

/** Doors beside a room's index.ts: what a form needs at once, and what it does not. */
const moreDoors = [
  'codes/core.ts',
  'i18n/consent.ts',
  'i18n/results.ts',
  'i18n/roster.ts',
  'i18n/school.ts',
  'i18n/screening.ts',
  'i18n/station.ts',
  'i18n/sync.ts',
];

const pureRooms = 'schema validation measures school consent fhir exchange i18n codes identity'.split(' ');
const impureNames = new Set(
  'fetch XMLHttpRequest localStorage sessionStorage indexedDB document window navigator performance'.split(
    ' ',
  ),
);
const impureMembers = new Set(['Date.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues']);

/** Every breach in the given files (path → text), one sentence each. Tests and stories may import anything. */
export function breaches(files) {
  const found = [];
  const edges = new Map();
  for (const [path, text] of files) {
    // Set-ups of tests stand beside them.
    if (!path.endsWith('.ts') || /(\.(test|stories)|[/-]testing)\.ts$/.test(path)) continue;
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const from = roomOf(path);
    for (const { target, typeOnly, dynamic, line } of importsOf(source)) {
      const to = roomOf(target);
      if (to === from) continue;
      const at = `${path}:${line} imports ${target}`;
      const reason = refusal(path, target, { typeOnly, dynamic });
      if (reason) found.push(`${at}: ${reason}`);
      if (!typeOnly && isComponentFolder(from) && isComponentFolder(to)) {
        edges.set(from, (edges.get(from) ?? new Set()).add(to));
      }
    }
    if (from.startsWith('src/') && pureRooms.includes(from.split('/')[1])) {
      for (const { name, line } of impureIn(source)) {
        found.push(`${path}:${line} uses ${name}: ${from} is pure, time, ids and data are passed in`);
      }
    }
  }
  const cycle = cycleIn(edges);
  return cycle ? [...found, `cycle: ${cycle.join(' → ')}`] : found;
}

// 'src/schema', 'components/fields', or the file itself where it stands directly in src/ or components/.
function roomOf(path) {
  return path.split('/').slice(0, 2).join('/');
}

const isComponentFolder = (room) => room.startsWith('components/') && !room.endsWith('.ts');

function refusal(path, target, { typeOnly, dynamic }) {
  const [top, from] = path.split('/');
  const [targetTop, to] = target.split('/');
  if (path === 'src/index.ts') return undefined;
  if (top === 'src' && targetTop !== 'src') return 'src/ imports nothing from outside src/';
  if (!['src', 'components'].includes(targetTop)) return 'only src/ and components/ go into the package';
  const door = target.split('/').slice(2).join('/');
  // What import() names is loaded on use: a file of its own keeps it out of what loads at once.
  const isDoor = door === 'index.ts' || door === '' || moreDoors.includes(`${to}/${door}`);
  if (!isDoor && !dynamic && !typeOnly) return `use the room's index.ts`;
  if (top === 'src') return allowed[from]?.includes(to) ? undefined : `${from} may not import ${to}`;
  if (targetTop === 'components' || allowedToComponents.includes(to)) return undefined;
  if (!typesOnlyToComponents.includes(to)) return `components may not import ${to}`;
  if (typeOnly || (dynamic && from === 'session')) return undefined;
  return `components take types only from ${to}; components/session may import() it`;
}

function importsOf(source) {
  const found = [];
  const add = (node, specifier, kind) => {
    if (!specifier || !ts.isStringLiteralLike(specifier) || !specifier.text.startsWith('.')) return;
    const target = posix.join(posix.dirname(source.fileName), specifier.text);
    found.push({ target, typeOnly: false, dynamic: false, ...kind, line: lineOf(source, node) });
  };
  visit(source, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, { typeOnly: node.importClause?.isTypeOnly === true });
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, { typeOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node)) {
      add(node, node.argument.literal, { typeOnly: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], { dynamic: true });
    }
  });
  return found;
}

// A name the file declares itself (a parameter called `document`) is not the browser's.
function impureIn(source) {
  const declared = new Set();
  const uses = [];
  visit(source, (node) => {
    const { parent } = node;
    if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      const now = node.expression.getText(source) === 'Date' && !node.arguments?.length;
      if (now) uses.push({ name: 'the clock', line: lineOf(source, node) });
    } else if (ts.isPropertyAccessExpression(node)) {
      const name = node.getText(source).replace(/^globalThis\./, '');
      if (impureMembers.has(name)) uses.push({ name, line: lineOf(source, node) });
    } else if (ts.isIdentifier(node) && impureNames.has(node.text)) {
      if (parent.name === node && !ts.isPropertyAccessExpression(parent)) declared.add(node.text);
      else if (isValue(node, parent)) uses.push({ name: node.text, line: lineOf(source, node) });
    }
  });
  return uses.filter(({ name }) => !declared.has(name));
}

function isValue(node, parent) {
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return parent.expression.getText() === 'globalThis';
  }
  return !ts.isTypeNode(parent) && !ts.isQualifiedName(parent) && parent.propertyName !== node;
}

function cycleIn(edges) {
  const done = new Set();
  const search = (room, trail) => {
    if (trail.includes(room)) return [...trail.slice(trail.indexOf(room)), room];
    if (done.has(room)) return undefined;
    for (const next of edges.get(room) ?? []) {
      const cycle = search(next, [...trail, room]);
      if (cycle) return cycle;
    }
    done.add(room);
    return undefined;
  };
  for (const room of edges.keys()) {
    const cycle = search(room, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function visit(node, see) {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function lineOf(source, node) {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = [...walk('src'), ...walk('components')].map((path) => [
    path,
    readFileSync(join(root, path), 'utf8'),
  ]);
  const found = breaches(files);
  for (const breach of found) console.error(breach);
  process.exit(found.length > 0 ? 1 : 0);
}
