import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const debianFolder = '/usr/lib/postgresql';

/**
 * Starts an empty PostgreSQL (15 or newer, from Debian's packages) on a free loopback port, its data in a
 * temporary folder. Resolves to its address and `stop()`. Throws a sentence when there is none to start.
 */
export async function startPostgres() {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), 'hssk-postgres-'));
  const owner = postgresUser();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const options = {
    cwd: folder,
    stdio: 'ignore',
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    ...owner,
  };
  const data = join(folder, 'data');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const how = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-sync', '--pgdata', data];
    execFileSync(join(bin, 'initdb'), how, options);
  } catch (error) {
    remove();
    throw error;
  }
  const port = await freePort();
  const settings = ['-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], options);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    remove();
  };
  for (let tries = 0; !isReady(bin, port); tries += 1) {
    if (tries === 100 || server.exitCode !== null) {
      await stop();
      throw new Error('PostgreSQL did not start within 10 seconds.');
    }
    await wait(100);
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

function programs() {
  const versions = existsSync(debianFolder)
    ? readdirSync(debianFolder).filter((name) => Number(name) >= 15)
    : [];
  const bin = versions
    .map((name) => join(debianFolder, name, 'bin'))
    .find((path) => existsSync(join(path, 'initdb')));
  if (bin) return bin;
  throw new Error(
    'No PostgreSQL found: please install version 15 or newer (on Debian: apt-get install postgresql).',
  );
}

// PostgreSQL refuses to run as root; Debian's package brings a user for it.
function postgresUser() {
  if (process.getuid?.() !== 0) return undefined;
  const id = (which) => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function isReady(bin, port) {
  try {
    execFileSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
    return true;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
