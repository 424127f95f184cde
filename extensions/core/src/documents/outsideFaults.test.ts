import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from './checkTemplate.ts';
import { DOCUMENT_KINDS, documentData } from './documentData.ts';
import { outsideFaults } from './outsideFaults.ts';

const folder = new URL('../../../../schema/templates/', import.meta.url);
const template = (name: string): Uint8Array => readFileSync(new URL(name, folder));

/** The work log with some text put before another one in one of its parts. */
function changed(part: string, before: string, added: string): Uint8Array {
  const zip = new PizZip(template('work_log/template.docx'));
  const xml = zip.file(part)?.asText() ?? '';
  expect(xml).toContain(before);
  return zip.file(part, xml.replace(before, added + before)).generate({ type: 'uint8array' });
}
const RELS = 'word/_rels/document.xml.rels';
const relation = (type: string, target: string): string =>
  `<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;

describe('what a template would fetch from elsewhere', () => {
  it.each(['image', 'oleObject', 'attachedTemplate', 'frame', 'subDocument'])('is told: %s', (type) => {
    const [fault, ...more] = outsideFaults(changed(RELS, '</Relationships>', relation(type, 'http://127.0.0.1:8055/x.png')), 'Word');
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ id: 'outside_content', part: 'word/document.xml' });
    expect(fault?.message).toContain('正文：引用了文件以外的内容（http://127.0.0.1:8055/x.png）');
  });

  it.each([
    '<w:p><w:r><w:instrText xml:space="preserve"> INCLUDEPICTURE "http://a.example/x.png" \\d </w:instrText></w:r></w:p>',
    '<w:p><w:fldSimple w:instr=" DDEAUTO excel a b "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>',
  ])('is told of fields: %s', (xml) => {
    expect(outsideFaults(changed('word/document.xml', '<w:sectPr', xml), 'Word')).toMatchObject([
      { id: 'outside_content', part: 'word/document.xml' },
    ]);
  });

  it('does not count links that somebody has to click, nor fields of the document itself', () => {
    expect(outsideFaults(changed(RELS, '</Relationships>', relation('hyperlink', 'https://a.example/')), 'Word')).toEqual([]);
    const page = '<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>';
    expect(outsideFaults(changed('word/document.xml', '<w:sectPr', page), 'Word')).toEqual([]);
  });

  it('keeps a template from being put in force', () => {
    const sample: unknown = JSON.parse(readFileSync(new URL('work_log/sample.json', folder), 'utf8'));
    const faults = checkTemplate(changed(RELS, '</Relationships>', relation('image', 'http://a.example/x.png')), documentData('work_log', sample));
    expect(faults.map(({ id }) => id)).toEqual(['outside_content']);
  });

  it('is nothing in our own templates', () => {
    for (const kind of DOCUMENT_KINDS) expect(outsideFaults(template(`${kind}/template.docx`), 'Word')).toEqual([]);
  });
});
