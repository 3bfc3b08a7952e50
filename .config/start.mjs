// Sets up what is missing, builds the page's script when it is stale and starts the example server.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './files.mjs';
import { setup } from './setup.mjs';

const server = 'docs/examples/server.ts';

setup();
if (!existsSync(join(root, server))) {
  console.error(`There is nothing to start: ${server} is missing.`);
  process.exit(1);
}
const { buildBundle, bundleIsStale } = await import('./bundle.mjs');
if (bundleIsStale()) {
  console.log('Building dist/hssk.js …');
  await buildBundle();
}
// A group of its own: a terminal and npm would each send Ctrl-C to it, and the second would cut its clean end short.
const child = spawn(process.execPath, ['--import', 'tsx', server, ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
});
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    process.kill(-child.pid, 'SIGTERM');
    setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 5000).unref();
  });
}
child.on('exit', (code) => process.exit(stopping ? 0 : (code ?? 1)));
