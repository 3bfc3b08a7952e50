// What an entry costs a page: built as a host's bundler would, from dist/, brotli 11, kB = 1,000 bytes.
// Counted is what loads at once; what an import() brings later is not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { bundleFile } from './bundle.mjs';
import { root } from './files.mjs';

const { exports: entries } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const measured = [
  ...(await elements('record-form', /^RecordForm$/, { bar: 48 })),
  {
    name: 'RecordForm and its rules',
    bar: 48,
    code: `import { RecordForm } from '@hssk/sdk/components/record-form';\nRecordForm.define();\nexport { check } from '@hssk/sdk/validation';`,
  },
  ...(await elements('screening', /^ScreeningForm$/, { bar: 48 })),
  ...(await elements('sections', /^[A-Z]\w+Section$/, { bar: 25, without: 'zod' })),
  { name: 'client', bar: 16, code: `export { createClient } from '@hssk/sdk/client';` },
];

let passed = 0;
let failed = 0;
for (const { name, bar, code, without } of measured) {
  const { size, inputs } = await bundled(code);
  const unwanted = without && inputs.some((path) => path.includes(`node_modules/${without}/`));
  const ok = size <= bar * 1000 && !unwanted;
  if (ok) passed += 1;
  else failed += 1;
  const note = unwanted ? `, and ${without} is inside` : '';
  console.log(
    `${ok ? '✓' : '✗'} ${name.padEnd(24)} ${(size / 1000).toFixed(1).padStart(6)} kB of ${bar} kB${note}`,
  );
}
const whole = brotli(readFileSync(bundleFile));
console.log(`  ${'dist/hssk.js, whole'.padEnd(24)} ${(whole / 1000).toFixed(1).padStart(6)} kB`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** Each element of a component folder whose class name fits, imported and registered alone. */
async function elements(folder, fits, bars) {
  if (!entries[`./components/${folder}`]) return [];
  const { exported } = await bundled(`export * from '@hssk/sdk/components/${folder}';`);
  const names = exported.filter((name) => fits.test(name)).sort();
  if (names.length === 0) throw new Error(`Nothing in components/${folder} is called ${fits}.`);
  return names.map((name) => {
    const code = `import { ${name} } from '@hssk/sdk/components/${folder}';\n${name}.define();`;
    return { name, code, ...bars };
  });
}

async function bundled(contents) {
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    splitting: true,
    minify: true,
    charset: 'utf8',
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    outdir: 'out',
    absWorkingDir: root,
    logLevel: 'error',
  });
  const atOnce = new Set();
  const follow = (path) => {
    if (atOnce.has(path)) return;
    atOnce.add(path);
    for (const { path: next, kind } of metafile.outputs[path].imports) {
      if (kind === 'import-statement') follow(next);
    }
  };
  const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === '<stdin>');
  follow(entry);
  const files = outputFiles.filter(({ path }) => [...atOnce].some((output) => path === join(root, output)));
  return {
    size: files.reduce((sum, { contents }) => sum + brotli(contents), 0),
    inputs: [...atOnce].flatMap((path) =>
      Object.entries(metafile.outputs[path].inputs).flatMap(([input, { bytesInOutput }]) =>
        bytesInOutput > 0 ? input : [],
      ),
    ),
    exported: metafile.outputs[entry].exports,
  };
}

function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
