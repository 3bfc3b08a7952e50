/** What strangers write with the package, as text: none of it may lean on this project's own settings. */

/** A React page: the draft is React's state, changes and the record come back by events. */
export const reactPage = {
  'index.html': `<!doctype html><html lang="vi"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>React</title><body><div id="root"></div><script type="module" src="/main.jsx"></script></body></html>`,
  'vite.config.mjs': `import react from '@vitejs/plugin-react';
export default { plugins: [react()] };
`,
  'main.jsx': `import { StrictMode, useEffect, useRef, useState, version } from 'react';
import { createRoot } from 'react-dom/client';
import { RecordForm } from '@hssk/sdk/components/record-form';

RecordForm.define();
const known = {
  administrative: {
    sex: 'female',
    birthDate: '1990-03-19',
    identifiers: { personal: { kind: 'citizenId', number: '014190000831' } },
    currentAddress: { commune: { code: '04108', text: 'Xã Chiềng Sung' } },
  },
};

function Visit() {
  const [draft, setDraft] = useState(known);
  const [paths, setPaths] = useState([]);
  const [saved, setSaved] = useState();
  const [record, setRecord] = useState();
  const [shown, setShown] = useState(true);
  const form = useRef(null);
  useEffect(() => {
    const element = form.current;
    const onSave = (event) => setSaved(event.draft);
    element?.addEventListener('hssk-save', onSave);
    return () => element?.removeEventListener('hssk-save', onSave);
  }, [shown]);
  return (
    <>
      <output id="version">{version}</output>
      <output id="paths">{paths.join(' ')}</output>
      <button id="toggle" onClick={() => setShown(!shown)}>Toggle</button>
      <button id="view" onClick={() => setDraft({ administrative: { fullName: 'Từ máy chủ' } })}>Other</button>
      {shown && (
        <hssk-record-form
          ref={form}
          value={draft}
          now="2026-11-18"
          sections="administrative"
          onhssk-change={(event) => {
            setDraft(event.draft);
            setPaths((before) => [...new Set([...before, event.path])]);
          }}
          onhssk-submit={(event) => setRecord(event.record)}
        />
      )}
      {saved && <pre id="saved">{JSON.stringify(saved)}</pre>}
      {record && <pre id="record">{JSON.stringify(record)}</pre>}
    </>
  );
}

createRoot(document.getElementById('root')).render(<StrictMode><Visit /></StrictMode>);
`,
};

/** A Node script with the typed client: create, load, change with a conflict, look up, batch. Prints one JSON line. */
export const clientScript = `import { ConflictError, RefusedError, createClient } from '@hssk/sdk/client';
import type { BatchLine } from '@hssk/sdk/client';
import type { HealthRecord } from '@hssk/sdk/schema';

const [, , baseUrl, token] = process.argv as [string, string, string, string];
const client = createClient({ baseUrl, token });

function person(n: number, fullName: string): HealthRecord {
  return {
    schemaVersion: 1,
    capturedOn: '2024-11-20',
    administrative: {
      fullName,
      sex: 'female',
      birthDate: '1990-03-19',
      identifiers: { personal: { kind: 'citizenId', number: '001190990' + String(n).padStart(3, '0') } },
      currentAddress: {
        commune: { code: '00004', text: 'Phường Ba Đình' },
        province: { code: '01', text: 'Thành phố Hà Nội' },
      },
    },
  };
}

const { pid } = await client.records.create(person(1, 'Đào Thị Thử'));
const first = await client.records.load(pid);
const patched = await client.records.patch(pid, { administrative: { motherName: 'Mẹ' } }, { ifMatch: first.etag });
const conflict = await client.records
  .patch(pid, { administrative: { fatherName: 'Bố' } }, { ifMatch: first.etag })
  .catch((error: unknown) => error);
const current = conflict instanceof ConflictError ? conflict.current : undefined;
if (current) await client.records.patch(pid, { administrative: { fatherName: 'Bố' } }, { ifMatch: current.etag });
const refused = await client.records
  .create({ ...person(2, 'x'), administrative: { fullName: 'Không Đủ Dữ Liệu' } })
  .catch((error: unknown) => error);

const lines: BatchLine[] = [3, 4, 5].map((n) => ({
  key: client.newKey(),
  call: 'record.create',
  body: { ...person(n, 'Đào Thị Lô ' + n) },
}));
const statuses: number[] = [];
for await (const { status } of client.batches.send(lines)) statuses.push(status);
const again: boolean[] = [];
for await (const { status, receipt } of client.batches.send(lines)) again.push(status < 300 && !!receipt);
const found = await client.persons.lookup({ identifier: { kind: 'citizenId', number: '001190990004' } });
const last = await client.records.load(pid);
const versions: number[] = [];
for await (const { version } of client.records.versions(pid)) versions.push(version);

// @ts-expect-error a change without the version it is based on
const wrong = () => client.records.patch(pid, {}, {});
void wrong;

console.log(
  JSON.stringify({
    first: first.record.administrative.fullName,
    patched: patched.version,
    conflict: conflict instanceof ConflictError && conflict.code,
    messages: [conflict, refused].map(String),
    refused: refused instanceof RefusedError && refused.issues.map(({ path }) => path),
    statuses,
    again,
    found: found.length,
    mother: last.record.administrative.motherName,
    father: last.record.administrative.fatherName,
    versions: versions.sort(),
  }),
);
`;
