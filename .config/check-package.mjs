// Judges the tarball as a stranger would get it: its files, its types, and each entry in plain Node.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hssk-package-'));
const installed = join(folder, 'node_modules/@hssk/sdk');
const counts = { passed: 0, failed: 0 };

try {
  const [{ filename, files, size }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]).stdout,
  );
  const tarball = join(folder, filename);
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  const { exports, dependencies, peerDependencies, bin } = JSON.parse(
    readFileSync(join(installed, 'package.json'), 'utf8'),
  );
  console.log(`${files.length} files, ${Math.round(size / 1000)} kB packed`);

  check('every file the manifest names is packed', () => {
    const named = [
      ...Object.values(exports).flatMap((entry) =>
        typeof entry === 'string' ? entry : Object.values(entry),
      ),
      ...Object.values(bin),
      'LICENSE',
      'NOTICE',
      'README.md',
    ];
    const packed = new Set(files.map(({ path }) => path));
    return named.map((path) => path.replace(/^\.\//, '')).filter((path) => !packed.has(path));
  });
  check('no test, story or fixture is packed', () =>
    files.map(({ path }) => path).filter((path) => /\.(test|stories)\.|fixtures|\.config|\.bench/.test(path)),
  );
  check('no path of this machine and no registry is named', () => {
    const registry = run('npm', ['config', 'get', 'registry'], {
      npm_config_loglevel: 'error',
    }).stdout.trim();
    const traces = [root, homedir(), tmpdir(), new URL(registry).host].filter((trace) => trace.length > 3);
    return packedFiles().flatMap((path) => {
      const text = readFileSync(join(installed, path), 'utf8');
      return traces.filter((trace) => text.includes(trace)).map((trace) => `${path}: ${trace}`);
    });
  });
  checkRun('publint', ['run', tarball, '--strict']);
  checkRun('attw', [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--no-color']);

  link(Object.keys(dependencies));
  const names = Object.entries(exports)
    .filter(([, entry]) => entry.default)
    .map(([name]) => name);
  const needPeers = names.filter((name) => /^\.\/(sandbox|msw)/.test(name));
  checkImports(
    'the dependencies alone',
    names.filter((name) => !needPeers.includes(name)),
  );
  link(Object.keys(peerDependencies));
  checkImports('the optional peers too', needPeers);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);

function check(what, findings) {
  const found = findings();
  if (found.length === 0) counts.passed += 1;
  else counts.failed += 1;
  console.log([`${found.length === 0 ? '✓' : '✗'} ${what}`, ...found].join('\n    '));
}

function checkRun(program, args) {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', program), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  check(`${program} finds nothing`, () => (status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n')));
}

// Each entry in a process of its own: none may lean on what another one has loaded.
function checkImports(what, names) {
  for (const name of names) {
    const specifier = `@hssk/sdk${name.slice(1)}`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', `import('${specifier}')`], {
      cwd: folder,
      encoding: 'utf8',
    });
    check(`${specifier} loads in Node with ${what}`, () =>
      status === 0 ? [] : stderr.trim().split('\n').slice(0, 8),
    );
  }
}

// Linked, not installed: quick, no network, and the package sees only what its manifest declares.
function link(packages) {
  for (const name of packages) {
    const path = join(folder, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), path, 'dir');
  }
}

function packedFiles() {
  return readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(installed.length + 1));
}

function run(program, args, env = {}) {
  const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
  if (result.status === 0) return result;
  throw new Error(`${program} ${args[0]} failed: ${result.stderr}`);
}
