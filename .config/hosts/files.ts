import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder that hold a text, as UTF-8 or UTF-16 bytes at any place. */
export function filesWith(folder: string, text: string): string[] {
  const wanted = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => {
      const bytes = readIfThere(path);
      return bytes && wanted.some((each) => bytes.includes(each));
    });
}

// A running browser removes files while they are counted.
function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
