import { readFileSync, rmSync } from 'node:fs';
import { dts } from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';
import { buildBundle } from './.config/bundle.mjs';
import { entrySources } from './.config/exports.mjs';
import { tightenTemplates } from './.config/templates.mjs';

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const outside = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
const external = (id) =>
  id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`));

// One output file for each source file: consumers' bundlers then drop what they do not use.
const built = (extension, plugins) => ({
  input: entrySources(),
  external,
  plugins,
  output: {
    dir: 'dist',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: '.',
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `[name].${extension}`,
  },
  // An undeclared dependency or an import cycle is a mistake, not a remark.
  onwarn: ({ code, message }) => {
    if (code !== 'EMPTY_BUNDLE') throw new Error(message);
  },
});

const clean = { name: 'clean', buildStart: () => rmSync('dist', { recursive: true, force: true }) };
const tighten = { name: 'tighten', transform: (code) => ({ code: tightenTemplates(code), map: null }) };
const singleFile = { name: 'single-file', writeBundle: buildBundle };

export default [
  built('js', [
    clean,
    tighten,
    esbuild({ target: 'es2022', charset: 'utf8', tsconfig: 'tsconfig.json', loaders: { '.json': 'json' } }),
    singleFile,
  ]),
  built('d.ts', [dts({ tsconfig: 'tsconfig.json' })]),
];
