import { crc32, deflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { readZip } from './readZip.ts';
import { renderWord } from './renderWord.ts';
import { TemplateError } from './TemplateError.ts';
import { p, wordTemplate } from './testing/wordTemplate.ts';
import { wordText } from './wordText.ts';

function idOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof TemplateError) return error.faults[0]?.id;
    throw error;
  }
  return undefined;
}

interface Claims {
  readonly size: number;
  readonly flags?: number;
  readonly count?: number;
  readonly method?: number;
}

/** A zip of one entry whose header claims what we tell it to. */
function zipOf(name: string, packed: Uint8Array, claims: Claims): Uint8Array {
  const label = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(label.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(claims.flags ?? 0, 8);
  entry.writeUInt16LE(claims.method ?? 8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claims.size, 24);
  entry.writeUInt16LE(label.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(claims.count ?? 1, 10);
  end.writeUInt32LE(30 + label.length + packed.length, 16);
  return Buffer.concat([local, label, packed, entry, label, end]);
}

describe('a file that is no template', () => {
  it('an old .doc or a document with a password is told from rubbish', () => {
    expect(() => renderWord(Buffer.from('d0cf11e0a1b11ae1', 'hex'), {})).toThrow(/旧版 \.doc 文件或加了密码/);
    expect(idOf(() => renderWord(Buffer.from('%PDF-1.7'), {}))).toBe('not_a_template');
    expect(idOf(() => renderWord(new Uint8Array(), {}))).toBe('not_a_template');
  });

  it('a zip that is no Word document is refused', () => {
    expect(idOf(() => renderWord(zipOf('a.txt', deflateRawSync(''), { size: 0 }), {}))).toBe('not_a_template');
  });

  it('a truncated or altered file is refused, wherever it was cut', () => {
    const template = wordTemplate(p('{a}'));
    for (let cut = 1; cut < template.length; cut += 97) {
      expect(['zip_broken', 'not_a_template']).toContain(idOf(() => renderWord(template.subarray(0, template.length - cut), {})));
    }
    const altered = template.slice();
    altered[60] = (altered[60] ?? 0) ^ 0xff;
    expect(idOf(() => renderWord(altered, {}))).toBe('zip_broken');
  });

  it.each([
    ['the head of an entry', '504b0304', 0],
    ['the head of its line in the directory', '504b0102', 0],
    ['the sum of what is in it', '504b0102', 16],
    ['how long it is', '504b0102', 23],
    ['where it begins', '504b0102', 45],
    ['where the directory begins', '504b0506', 19],
  ])('a file in which %s is wrong is refused as damaged', (_, mark, offset) => {
    const bytes = Buffer.from(wordTemplate(p('x')));
    const at = bytes.indexOf(Buffer.from(mark, 'hex')) + offset;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x55, at);
    expect(idOf(() => readZip(bytes))).toBe('zip_broken');
  });

  it('a part that stands twice in a file is refused: two readers could take one each', () => {
    const bytes = Buffer.from(wordTemplate(p('x'), { 'word/documenu.xml': 'y' }));
    expect(readZip(bytes).has('word/documenu.xml')).toBe(true);
    for (let at = bytes.indexOf('word/documenu.xml'); at >= 0; at = bytes.indexOf('word/documenu.xml')) bytes.write('word/document.xml', at);
    expect(idOf(() => readZip(bytes))).toBe('zip_broken');
  });

  it('a way of packing that no office suite uses is refused', () => {
    expect(idOf(() => readZip(zipOf('a', deflateRawSync(''), { size: 0, method: 12 })))).toBe('zip_broken');
    expect(readZip(zipOf('a', new Uint8Array(), { size: 0, method: 0 })).get('a')).toHaveLength(0);
  });

  it('macros are refused', () => {
    expect(idOf(() => renderWord(wordTemplate(p('x'), { 'word/vbaProject.bin': 'x' }), {}))).toBe('template_has_macros');
  });
});

describe('limits', () => {
  it('a bomb is stopped by what comes out of it, whatever its header claims', () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    expect(idOf(() => readZip(zipOf('word/document.xml', bomb, { size: 10 })))).toBe('zip_too_large');
  });

  it('parts that are too much together are refused, each small enough', () => {
    const zip = new PizZip();
    const zeros = new Uint8Array(16 * 1024 * 1024);
    for (let part = 0; part < 4; part += 1) zip.file(`part${part}`, zeros);
    const bytes = zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
    expect(readZip(bytes).size).toBe(4);
    zip.file('one more', 'x');
    expect(idOf(() => readZip(zip.generate({ type: 'uint8array', compression: 'DEFLATE' })))).toBe('zip_too_large');
  });

  it('too many entries, too large a file and encryption are refused', () => {
    expect(idOf(() => readZip(zipOf('a', deflateRawSync(''), { size: 0, count: 60_000 })))).toBe('zip_too_large');
    expect(idOf(() => readZip(new Uint8Array(16 * 1024 * 1024 + 1)))).toBe('zip_too_large');
    expect(idOf(() => readZip(zipOf('a', deflateRawSync(''), { size: 0, flags: 1 })))).toBe('zip_encrypted');
  });

  it('reads a view into a larger buffer', () => {
    const template = wordTemplate(p('x'));
    const padded = new Uint8Array(template.length + 50);
    padded.set(template, 50);
    expect(readZip(padded.subarray(50)).has('word/document.xml')).toBe(true);
  });
});

/** A zip whose directory says of the last part called `name` that it is called otherwise, in the field that some programs read first. */
function withUnicodePath(bytes: Buffer, name: string, other: string): Buffer {
  const at = bytes.lastIndexOf(name);
  const path = Buffer.from(other);
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + path.length, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc32(Buffer.from(name)), 5);
  const extra = Buffer.concat([field, path]);
  bytes.writeUInt16LE(extra.length, at - 46 + 30);
  bytes.writeUInt16LE(bytes.readUInt16LE(at - 46 + 8) & ~0x800, at - 46 + 8);
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  bytes.writeUInt32LE(bytes.readUInt32LE(end + 12) + extra.length, end + 12);
  const after = at + Buffer.byteLength(name);
  return Buffer.concat([bytes.subarray(0, after), extra, bytes.subarray(after)]);
}

describe('a file that another reader sees otherwise', () => {
  /** A template with a header, and bytes of its own zip changed: what the directory’s end or its first line says. */
  const changed = (mark: string, offset: number, value: number): Uint8Array => {
    const bytes = Buffer.from(wordTemplate(p('{a}')));
    bytes.writeUInt32LE(value, bytes.indexOf(Buffer.from(mark, 'hex')) + offset);
    return bytes;
  };

  it.each([
    ['a directory longer than it is', changed('504b0506', 12, 0xffff)],
    ['sizes kept elsewhere, which are not', changed('504b0506', 12, 0xffffffff)],
    ['an unpacked size that it leaves open', changed('504b0102', 24, 0xffffffff)],
  ])('and that claims %s is a template all the same', (_, bytes) => {
    expect(wordText(renderWord(bytes, { a: '甲' }))).toBe('甲\n');
  });

  it('gives away no part that the check for macros has not seen', () => {
    const hidden = Buffer.from(wordTemplate(p('{a}'), { 'word/vbaProject.bin': '' }));
    const end = hidden.lastIndexOf(Buffer.from('504b0506', 'hex'));
    hidden.writeUInt16LE(hidden.readUInt16LE(end + 10) - 1, end + 10);
    const renamed = withUnicodePath(Buffer.from(wordTemplate(p('{a}'), { 'word/media/a.txt': '' })), 'word/media/a.txt', 'word/vbaProject.bin');
    for (const bytes of [hidden, renamed]) {
      const made = renderWord(bytes, { a: '甲' });
      expect(wordText(made)).toBe('甲\n');
      expect(Object.keys(new PizZip(made).files)).not.toContain('word/vbaProject.bin');
    }
    expect(Object.keys(new PizZip(renamed).files)).toContain('word/vbaProject.bin');
  });

  it('keeps the name of a part that an old program wrote without saying how', () => {
    const bytes = Buffer.from(wordTemplate(p('{a}'), { 'word/media/图.txt': '内容' }));
    for (const [mark, flags] of [
      ['504b0304', 6],
      ['504b0102', 8],
    ] as const)
      for (let at = bytes.indexOf(Buffer.from(mark, 'hex')); at >= 0; at = bytes.indexOf(Buffer.from(mark, 'hex'), at + 4))
        bytes.writeUInt16LE(bytes.readUInt16LE(at + flags) & ~0x800, at + flags);
    const made = readZip(renderWord(bytes, { a: '甲' }));
    expect(new TextDecoder().decode(made.get('word/media/图.txt'))).toBe('内容');
  });
});
