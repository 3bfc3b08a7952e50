#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { MissingPackageError, createPgliteStore, createPostgresStore, need, serve } from './node.ts';

const help = `hssk-sandbox: a central record API for trying out, not for real people's data

  --port N        port, 0 for a free one             (default 8831, or PORT)
  --host NAME     address to listen on               (default 127.0.0.1)
  --database URL  PostgreSQL 15 or newer             (default DATABASE_URL)
  --data DIR      folder of the embedded database    (default: in memory, forgotten at the end)
  --cors ORIGIN   pages of this origin may call; may be given several times, * for all
  --emergency-hours N   how long an emergency access lasts   (default 4)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      database: { type: 'string' },
      data: { type: 'string' },
      cors: { type: 'string', multiple: true },
      'emergency-hours': { type: 'string', default: '4' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const port = values.port ?? process.env['PORT'] ?? '8831';
  if (!/^\d{1,5}$/.test(port)) throw new TypeError('--port must be a number');
  const hours = Number(values['emergency-hours']);
  if (!(hours > 0 && hours <= 24)) throw new TypeError('--emergency-hours must be a number up to 24');
  const { createSandbox } = await need(() => import('./index.ts'), 'hono');
  const url = values.database ?? process.env['DATABASE_URL'];
  const store = url ? await createPostgresStore(url) : await createPgliteStore(values.data);
  const origins = values.cors?.includes('*') ? '*' : values.cors;
  const sandbox = createSandbox({
    store,
    emergencyMs: hours * 3_600_000,
    ...(origins ? { cors: origins } : {}),
    // What the database says may quote a person's data: only the kind of error is printed.
    onError: (error) => {
      const { name, code } = error as { name?: string; code?: string };
      process.stderr.write(`error ${name ?? 'unknown'} ${code ?? ''}\n`);
    },
  });
  const server = await serve(sandbox, {
    port: Number(port),
    ...(values.host ? { hostname: values.host } : {}),
  });
  process.stdout.write(
    `Central record API: ${server.url}/v1
Database: ${url ? 'PostgreSQL' : values.data ? 'embedded, kept in its folder' : 'embedded, in memory'}
Demo tokens (demo:<role>:<facility>:<user>; a citizen's user is the pid):
  demo:nurse:TYT-01:nurse1
  demo:doctor:BV-02:doctor1
  demo:school:TH-03:school1
  demo:reviewer:SYT:reviewer1
`,
  );
  const stop = () => {
    void server
      .close()
      .then(() => store.close())
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const { message = 'unknown error', code } = error as { message?: string; code?: string };
  const known = error instanceof MissingPackageError || error instanceof TypeError;
  process.stderr.write(known ? `${message}\n` : `The sandbox could not start: ${message} ${code ?? ''}\n`);
  if (error instanceof TypeError) process.stderr.write(`\n${help}`);
  process.exitCode = 1;
});
