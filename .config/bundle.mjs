import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, walk } from './files.mjs';
import { tightenTemplates } from './templates.mjs';

/** The single file for pages without a bundler: all components registered, and the client, with all they need inside. */
export const bundleFile = join(root, 'dist/hssk.js');

const contents = `
  import './components/define.ts';
  export * from './components/index.ts';
  export * from './src/client/index.ts';
  export * from './src/consent/index.ts';
  export * from './src/outbox/index.ts';
`;

const tighten = {
  name: 'tighten',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/components\/.*\.ts$/ }, ({ path }) => ({
      contents: tightenTemplates(readFileSync(path, 'utf8')),
      loader: 'ts',
    })),
};

/** Builds the single file. */
export async function buildBundle() {
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile: bundleFile,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    target: 'es2022',
    legalComments: 'eof',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'warning',
    plugins: [tighten],
  });
}

/** Whether the single file is missing or older than what it is made of. */
export function bundleIsStale() {
  if (!existsSync(bundleFile)) return true;
  const built = statSync(bundleFile).mtimeMs;
  return [...walk('src'), ...walk('components'), 'package-lock.json'].some(
    (path) => statSync(join(root, path)).mtimeMs > built,
  );
}
