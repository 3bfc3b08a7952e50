// Sets up what a fresh machine lacks. Uses nothing but Node's own modules: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './files.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);

/** Makes sure that Node is new enough and node_modules is what package-lock.json says; ends the process with a sentence if not. */
export function setup() {
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Node ${process.versions.node} is too old: please install Node 20.19 or newer (https://nodejs.org).`,
    );
  }
  if (installed()) return;
  console.log('Installing the packages of package-lock.json (about a minute, once) …');
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, 'ci'], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) fail('npm could not install the packages: see its message above, then run this again.');
}

// npm writes node_modules/.package-lock.json last, so an interrupted install is not taken for a whole one.
function installed() {
  const wanted = packagesIn('package-lock.json');
  const there = packagesIn('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}

function packagesIn(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) setup();
