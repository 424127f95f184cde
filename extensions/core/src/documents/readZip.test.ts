import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readZip } from './readZip.ts';
import { renderWord } from './renderWord.ts';
import { TemplateError } from './TemplateError.ts';
import { p, wordTemplate } from './testing/wordTemplate.ts';

function idOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof TemplateError) return error.faults[0]?.id;
    throw error;
  }
  return undefined;
}

/** A zip of one entry whose header claims what we tell it to. */
function zipOf(name: string, packed: Uint8Array, claims: { readonly size: number; readonly flags?: number; readonly count?: number }): Uint8Array {
  const label = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(label.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(claims.flags ?? 0, 8);
  entry.writeUInt16LE(8, 10);
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

  it('macros are refused', () => {
    expect(idOf(() => renderWord(wordTemplate(p('x'), { 'word/vbaProject.bin': 'x' }), {}))).toBe('template_has_macros');
  });
});

describe('limits', () => {
  it('a bomb is stopped by what comes out of it, whatever its header claims', () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    expect(idOf(() => readZip(zipOf('word/document.xml', bomb, { size: 10 })))).toBe('zip_too_large');
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
