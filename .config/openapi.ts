// Writes docs/openapi.json and docs/schema/*.json from the contract and the schemas; with --check only compares.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import * as z from 'zod/mini';
import * as client from '../src/client/index.ts';
import type { Endpoint } from '../src/client/index.ts';
import * as schema from '../src/schema/index.ts';

type Json = Record<string, unknown>;
const root = fileURLToPath(new URL('..', import.meta.url));
const isSchema = (value: unknown): value is z.ZodMiniType =>
  typeof value === 'object' && value !== null && '_zod' in value;

const names = z.registry<{ id: string }>();
for (const [name, value] of Object.entries({ ...schema, ...client }))
  if (isSchema(value) && !names.has(value)) names.add(value, { id: name });

function components(): Json {
  const { schemas } = z.toJSONSchema(names, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas)
      .map(([name, { $id: _, $schema: __, ...rest }]) => [name, rest] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

// A named schema is pointed to; any other (a page of one) is written out around it.
function reference(value: z.ZodMiniType): Json {
  const id = names.get(value)?.id;
  if (id) return { $ref: `#/components/schemas/${id}` };
  const items = (value as unknown as { shape: { items: { def: { element: z.ZodMiniType } } } }).shape.items;
  return {
    type: 'object',
    properties: { items: { type: 'array', items: reference(items.def.element) } },
    required: ['items'],
  };
}

const header = (description: string, required = true): Json => ({
  required,
  description,
  schema: { type: 'string' },
});
const text = { type: 'string' };

function operation(name: string, endpoint: Endpoint): Json {
  const media = endpoint.lines ? 'application/x-ndjson' : 'application/json';
  const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, key]) => ({
    name: key,
    in: 'path',
    required: true,
    schema:
      key === 'version'
        ? { type: 'integer', minimum: 1 }
        : { $ref: `#/components/schemas/${key![0]!.toUpperCase()}${key!.slice(1)}` },
  }));
  const inQuery = (endpoint.query ?? []).map((key) => ({ name: key, in: 'query', schema: text }));
  const inHeader = [
    ...(endpoint.keyed
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            ...header('8 to 128 characters; kept as long as the record'),
          },
        ]
      : []),
    ...(endpoint.ifMatch
      ? [{ name: 'If-Match', in: 'header', ...header('ETag of the version that was read') }]
      : []),
  ];
  const body = endpoint.request && {
    requestBody: {
      required: true,
      content: {
        [endpoint.method === 'PATCH' ? 'application/merge-patch+json' : media]: {
          schema: reference(endpoint.request),
        },
      },
    },
  };
  const headers = {
    ...(['Receipt', 'RecordAnswer'].includes(names.get(endpoint.response)?.id ?? '')
      ? { ETag: header('Version of the record, quoted') }
      : {}),
    ...(endpoint.query?.includes('cursor')
      ? { Link: header('rel="next": where the list goes on', false) }
      : {}),
  };
  return {
    operationId: name,
    summary: endpoint.summary,
    parameters: [...inPath, ...inQuery, ...inHeader],
    ...body,
    responses: {
      [endpoint.status]: {
        description: endpoint.lines ? 'One JSON answer a line, in the order they are done' : endpoint.summary,
        ...(Object.keys(headers).length ? { headers } : {}),
        content: { [media]: { schema: reference(endpoint.response) } },
      },
      default: {
        description: `Problem (RFC 9457). Codes of this call: ${endpoint.errors.join(', ') || 'none of its own'}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    ...(endpoint.open ? { security: [] } : {}),
  };
}

function openapi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(client.endpoints))
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(name, endpoint);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Central record API',
      version: '1.0.0',
      description: `Personal health records of the form QĐ 831/QĐ-BYT. Nothing of a person stands in an address. Codes any call can answer: ${client.commonErrors.join(', ')}.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: { schemas: components(), securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
}

const recordSchema = (title: string, value: z.ZodMiniType): Json => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  ...z.toJSONSchema(value, { target: 'draft-2020-12', reused: 'inline' }),
});

const files: Record<string, Json> = {
  'docs/openapi.json': openapi(),
  'docs/schema/health-record.json': recordSchema('HealthRecord', schema.HealthRecord),
  'docs/schema/record-draft.json': recordSchema('RecordDraft', schema.RecordDraft),
};

const config = await prettier.resolveConfig(`${root}/package.json`);
const stale: string[] = [];
for (const [name, value] of Object.entries(files)) {
  const path = `${root}/${name}`;
  const wanted = await prettier.format(JSON.stringify(value), { ...config, parser: 'json' });
  const stands = await readFile(path, 'utf8').catch(() => undefined);
  if (stands === wanted) continue;
  stale.push(name);
  if (process.argv.includes('--check')) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, wanted);
}
if (process.argv.includes('--check') && stale.length) {
  process.stderr.write(`Stale, run .config/openapi.ts: ${stale.join(', ')}\n`);
  process.exitCode = 1;
} else process.stdout.write(stale.length ? `Written: ${stale.join(', ')}\n` : 'Up to date\n');
