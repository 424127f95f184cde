import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from './checkTemplate.ts';
import { DOCUMENT_KINDS, documentData, type DocumentKind } from './documentData.ts';
import { TAG_MEANINGS } from './tagMeanings.ts';

const folder = (kind: DocumentKind): URL => new URL(`../../../../schema/templates/${kind}/`, import.meta.url);
const template = (kind: DocumentKind): Uint8Array => readFileSync(new URL('template.docx', folder(kind)));
const data = (kind: DocumentKind): Record<string, unknown> =>
  documentData(kind, JSON.parse(readFileSync(new URL('sample.json', folder(kind)), 'utf8')));

/** The work log with another text in it. */
function changed(from: string, to: string): Uint8Array {
  const zip = new PizZip(template('work_log'));
  const xml = zip.file('word/document.xml')?.asText() ?? '';
  expect(xml).toContain(from);
  return zip.file('word/document.xml', xml.replace(from, to)).generate({ type: 'uint8array' });
}

describe('the check of a template', () => {
  it.each(DOCUMENT_KINDS)('finds nothing wrong with our own %s', (kind) => {
    expect(checkTemplate(template(kind), data(kind))).toEqual([]);
  });

  it('names every tag that the kind does not offer', () => {
    const faults = checkTemplate(changed('{remarks}', '{remarks}{weather}{#people}{salary}{enterprise}{/people}'), data('work_log'));
    expect(faults.map(({ tag }) => tag).sort()).toEqual(['salary', 'weather']);
  });

  it('tells what does not render', () => {
    expect(checkTemplate(changed('{remarks}', '{#people}{remarks}'), data('work_log')).map(({ id }) => id)).toContain('unclosed_loop');
    expect(checkTemplate(new TextEncoder().encode('no template'), data('work_log'))).toHaveLength(1);
  });

  it('tells a tag that the kind does not offer beside what does not render', () => {
    const faults = checkTemplate(changed('{remarks}', '{#people}{wheather}{remarks}'), data('work_log'));
    expect(faults.map(({ id, tag }) => [id, tag])).toEqual([
      ['unclosed_loop', 'people'],
      ['unknown_tag', 'wheather'],
    ]);
  });

  it('has a meaning for each tag of each kind', () => {
    const names = (value: unknown): string[] =>
      Array.isArray(value)
        ? value.flatMap(names)
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([name, inner]) => [name, ...names(inner)])
          : [];
    expect(DOCUMENT_KINDS.flatMap((kind) => names(data(kind))).filter((name) => !TAG_MEANINGS[name])).toEqual([]);
  });
});
