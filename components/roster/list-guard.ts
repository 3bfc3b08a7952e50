import { ListError } from './list-error.ts';

/** No class list is larger. */
export const maxFileBytes = 50_000_000;
/** What a workbook may unfold to, all parts together, and how many parts it may have. */
const maxUnfoldedBytes = 120_000_000;
const maxParts = 2_000;
/** Beyond this a part unfolds to so many times its size: repeated cells of a real sheet stay far below. */
const maxRatio = 300;
const ratioFromBytes = 5_000_000;

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

/** What a file is, by its first bytes. Throws `ListError` for what is no list. */
export function kindOf(bytes: Uint8Array): 'workbook' | 'text' {
  // An .xls, or an .xlsx with a password: both are OLE files.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new ListError(hasUtf16(bytes, 'EncryptedPackage') ? 'list.locked' : 'list.oldExcel');
  if (startsWith(bytes, 0x50, 0x4b)) return 'workbook';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_000)).replace(/^(ï»¿|ÿþ|þÿ)/, '');
  if (/^\s*(%PDF|\{\\rtf|\x89PNG|GIF8|\xff\xd8\xff|Rar!|7z\xbc|\x1f\x8b|MZ|BM.{4}\0\0)/s.test(head))
    throw new ListError('list.notTable');
  // Letters of UTF-16 have a zero between them.
  const words = head.replaceAll('\0', '').trimStart();
  if (/^(<!doctype|<html|<head|<table|<meta|<style|<script|<\?xml|<!--|mime-version:)/i.test(words))
    throw new ListError('list.webPage');
  const zeros = head.split('\0').length - 1;
  const isUtf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  if (zeros && !isUtf16) throw new ListError('list.notTable');
  return 'text';
}

/** Whether a word stands in an OLE file's directory. */
function hasUtf16(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes([...word].join('\0'));
}

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where its header stands in the file. */
  readonly at: number;
}

/**
 * Looks at a workbook before anybody reads it: its directory (parts, declared sizes, macros), then what really comes out
 * of each part, counted while it is unfolded and thrown away. Throws `ListError`.
 */
export async function checkWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const parts = partsOf(bytes);
  const names = parts.map(({ name }) => name.toLowerCase());
  if (names.some((name) => /vbaproject|macrosheets|activex/.test(name))) throw new ListError('list.macros');
  if (!names.includes('xl/workbook.xml')) throw new ListError('list.notTable');
  if (new Set(names).size !== names.length) throw new ListError('list.unreadable');
  const declared = parts.reduce((sum, { size }) => sum + size, 0);
  if (parts.length > maxParts || declared > maxUnfoldedBytes) throw new ListError('list.bomb');
  for (const { size, packed } of parts)
    if (size > ratioFromBytes && size > packed * maxRatio) throw new ListError('list.bomb');
  for (const part of parts) await checkPart(bytes, part);
}

async function checkPart(bytes: Uint8Array<ArrayBuffer>, part: Part): Promise<void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at, packed, size, method } = part;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50)
    throw new ListError('list.unreadable');
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = bytes.subarray(from, from + packed);
  if (data.length !== packed || (method === 0 && packed !== size)) throw new ListError('list.unreadable');
  if (method === 0) return;
  if (method !== 8) throw new ListError('list.unreadable');
  if ((await unfoldedBytes(data, size)) !== size) throw new ListError('list.unreadable');
}

/** How many bytes come out; more than were declared is a lie, and nothing more is unfolded. */
async function unfoldedBytes(data: Uint8Array<ArrayBuffer>, declared: number): Promise<number> {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  let count = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return count;
      count += value.length;
      if (count > declared) throw new ListError('list.bomb');
    }
  } catch (error) {
    throw error instanceof ListError ? error : new ListError('list.unreadable');
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** The directory at the end of a zip file. */
function partsOf(bytes: Uint8Array<ArrayBuffer>): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const last = Math.max(0, end - 65_535);
  while (end >= last && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < last || end < 0) throw new ListError('list.unreadable');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const parts: Part[] = [];
  const decoder = new TextDecoder();
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new ListError('list.unreadable');
    const nameLength = view.getUint16(at + 28, true);
    // A locked part, or sizes beyond four bytes: no list needs either.
    if (view.getUint16(at + 8, true) & 1) throw new ListError('list.locked');
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    if (packed === 0xffffffff || size === 0xffffffff) throw new ListError('list.bomb');
    parts.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed,
      size,
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}
