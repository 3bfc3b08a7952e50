// The package's entries, derived from the rooms that exist: `npm run exports` writes them to package.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, walk } from './files.mjs';

/** The doors of the package besides each room's index.ts. */
const furtherDoors = ['src/sandbox/node.ts', 'components/define.ts'];

/** The `exports` map for the given source paths: one entry for each room's index.ts, types first. */
export function exportsOf(paths) {
  const doors = paths.filter(
    (path) => /^(src|components)(\/[^/]+)?\/index\.ts$/.test(path) || furtherDoors.includes(path),
  );
  const entries = doors.map((path) => {
    const built = `./dist/${path.slice(0, -'.ts'.length)}`;
    return [entryName(path), { types: `${built}.d.ts`, default: `${built}.js` }];
  });
  return {
    ...Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))),
    './custom-elements.json': './dist/custom-elements.json',
    './package.json': './package.json',
  };
}

function entryName(path) {
  const name = path.replace(/^src\//, '').replace(/(^|\/)index\.ts$|\.ts$/, '');
  return name ? `./${name}` : '.';
}

/** The source of each built entry and bin named in package.json. */
export function entrySources() {
  const { exports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [...Object.values(exports).flatMap((entry) => entry.default ?? []), ...Object.values(bin)].map(
    (path) => path.replace(/^(\.\/)?dist\//, '').replace(/\.js$/, '.ts'),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && process.argv[2] === '--write') {
  const file = join(root, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.exports = exportsOf([...walk('src'), ...walk('components')]);
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
