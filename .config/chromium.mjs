import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { root } from './files.mjs';

/** The flags every test browser starts with: no sandbox (root in CI), no calls home, small shared memory. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const installedPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The path of a Chromium that starts: CHROMIUM from the environment, an installed one, or the one packed in
 * devDependencies, unpacked once under .cache. Throws a sentence that says what to install.
 * Sets CHROMIUM (and the library and font paths where needed), so that child processes need not look again.
 */
export async function findChromium() {
  if (process.env.CHROMIUM) {
    if (existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM;
    throw new Error(`CHROMIUM is set to ${process.env.CHROMIUM}, but there is no such file.`);
  }
  const path = installedPaths.find((candidate) => existsSync(candidate)) ?? (await unpackedChromium());
  process.env.CHROMIUM = path;
  return path;
}

async function unpackedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found: please install Chromium or Chrome, or set CHROMIUM to its path.');
  }
  const pack = join(root, 'node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(pack, 'package.json'), 'utf8'));
  const folder = join(root, '.cache', `chromium-${version}`);
  const path = join(folder, 'chromium');
  if (!existsSync(path)) await unpack(folder);
  const libraries = join(folder, 'al2023/lib');
  if (!existsSync('/etc/fonts')) process.env.FONTCONFIG_PATH ??= join(folder, 'fonts');
  if (!starts(path) && existsSync(libraries)) {
    process.env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  if (starts(path)) return path;
  throw new Error(
    'The Chromium packed in devDependencies does not start here: please install Chromium ' +
      '(on Debian or Ubuntu: apt-get install chromium), or set CHROMIUM to its path.',
  );
}

/** The path of Chromium 109, the last one for Windows 7 and 8.1 and our oldest, from devDependencies (Linux on x64). */
export function findOldestChromium() {
  const pack = join(root, 'node_modules/chromium-109');
  const { version } = JSON.parse(readFileSync(join(pack, 'package.json'), 'utf8'));
  const path = join(root, '.cache', `chromium-${version}`);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const half = `${path}.${process.pid}`;
    writeFileSync(half, brotliDecompressSync(readFileSync(join(pack, 'bin/chromium.br'))), { mode: 0o755 });
    renameSync(half, path);
  }
  return path;
}

// Into a folder of its own first: a half-unpacked browser must never be found by the next run.
async function unpack(folder) {
  console.log('Unpacking Chromium (once) …');
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}-`);
  // The second name makes the package unpack the system libraries too, for machines that have none.
  const env = { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const code = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  const { status } = spawnSync(process.execPath, ['-e', code], { cwd: root, env, stdio: 'inherit' });
  if (status === 0 && !existsSync(folder)) renameSync(temporary, folder);
  rmSync(temporary, { recursive: true, force: true });
}

function starts(path) {
  return spawnSync(path, ['--version', '--no-sandbox']).status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await findChromium());
