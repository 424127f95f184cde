import { crc32, inflateRawSync } from 'node:zlib';
import { fileKind } from './fileKind.ts';
import type { Office } from './Office.ts';
import { OFFICE_FILES } from './Office.ts';
import { TemplateError } from './TemplateError.ts';

const MAX_FILE = 16 * 1024 * 1024;
const MAX_ENTRY = 16 * 1024 * 1024;
const MAX_TOTAL = 64 * 1024 * 1024;
const MAX_ENTRIES = 1_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/** Why a file cannot be read, told to whoever has uploaded it. */
class Refusal extends Error {
  readonly id: string;
  readonly tell: (office: Office) => string;

  constructor(id: string, tell: (office: Office) => string, cause?: unknown) {
    super(id, { cause });
    this.id = id;
    this.tell = tell;
  }
}

const saveAs = (office: Office): string => `另存为“${OFFICE_FILES[office].kind}（*${OFFICE_FILES[office].extension}）”后重新上传。`;
const broken = (cause?: unknown): Refusal =>
  new Refusal('zip_broken', (office) => `模板文件已损坏或不完整，请在 ${office} 或 WPS 中打开、${saveAs(office)}`, cause);
const tooLarge = (): Refusal =>
  new Refusal('zip_too_large', () => '模板文件解压后过大（单个部件上限 16 MB，合计上限 64 MB），请删除多余的图片和内容后重新上传。');
const notOurs = (bytes: Uint8Array): Refusal => {
  const kind = fileKind(bytes);
  return new Refusal('not_a_template', (office) => {
    const is = kind === null ? '' : `（文件其实是${kind.name}，只改扩展名不行）`;
    return `这不是 ${OFFICE_FILES[office].extension} 文件${is}，请在 ${office} 或 WPS 中${kind === null ? '' : '打开、'}${saveAs(office)}`;
  });
};

function endOfDirectory(view: DataView, bytes: Uint8Array): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw notOurs(bytes);
}

function inflate(packed: Uint8Array, method: number): Uint8Array {
  // As long as it is in the file, which is no longer than an entry may be.
  if (method === 0) return packed;
  if (method !== 8) throw broken();
  try {
    // Bounded by what comes out, not by what the header claims: a bomb's header lies.
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: MAX_ENTRY }));
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken(error);
  }
}

function readEntries(bytes: Uint8Array, view: DataView): Map<string, Uint8Array> {
  const end = endOfDirectory(view, bytes);
  const total = view.getUint16(end + 10, true);
  if (total > MAX_ENTRIES) throw tooLarge();
  const entries = new Map<string, Uint8Array>();
  const names = new TextDecoder();
  let inflated = 0;
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < total; index++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken();
    const [flags, method, crc] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (flags & 1) throw new Refusal('zip_encrypted', () => '模板文件加了密码，请取消密码后重新上传。');
    if (view.getUint32(local, true) !== LOCAL_ENTRY) throw broken();
    if (name.endsWith('/')) continue;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + size > bytes.length || entries.has(name)) throw broken();
    const content = inflate(bytes.subarray(start, start + size), method);
    if (crc32(content) !== crc) throw broken();
    inflated += content.length;
    if (inflated > MAX_TOTAL) throw tooLarge();
    entries.set(name, content);
  }
  return entries;
}

/**
 * The files in a .docx or .xlsx, by name. Reads only what an office suite writes (no ZIP64, no second volume), and never
 * unpacks more than its limits, so that an uploaded template cannot exhaust the memory of Directus.
 * Throws `TemplateError`.
 */
export function readZip(bytes: Uint8Array, office: Office = 'Word'): Map<string, Uint8Array> {
  try {
    return read(bytes);
  } catch (error) {
    const refusal = error instanceof RangeError ? broken(error) : error;
    if (!(refusal instanceof Refusal)) throw error;
    const fault = { id: refusal.id, tag: null, part: null, message: refusal.tell(office) };
    throw new TemplateError([fault], { office, cause: refusal.cause });
  }
}

function read(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.length > MAX_FILE) throw new Refusal('zip_too_large', () => '模板文件超过 16 MB，请压缩其中的图片后重新上传。');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = fileKind(bytes);
  if (kind?.compound === 'encrypted') throw new Refusal('zip_encrypted', () => '模板文件加了打开密码，请取消密码后重新上传。');
  if (kind?.compound === 'unknown')
    throw new Refusal('not_a_template', (office) => `模板是旧版 ${OFFICE_FILES[office].former} 文件或加了密码，请取消密码并${saveAs(office)}`);
  return readEntries(bytes, view);
}
