import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { cleanData } from './cleanData.ts';
import { DOCUMENT_KINDS, documentData, type DocumentKind } from './documentData.ts';
import { mergeFixedParts } from './mergeFixedParts.ts';
import { openTemplate } from './openTemplate.ts';
import { PictureStore } from './PictureStore.ts';
import { DOT } from './testing/dot.ts';
import { wordDocument } from './wordDocument.ts';

const folder = (kind: DocumentKind): URL => new URL(`../../../../schema/templates/${kind}/`, import.meta.url);
const template = (kind: DocumentKind): Uint8Array => readFileSync(new URL('template.docx', folder(kind)));
const data = (kind: DocumentKind): Record<string, unknown> =>
  documentData(kind, JSON.parse(readFileSync(new URL('sample.json', folder(kind)), 'utf8')) as unknown);

/** The text part of a document, made as docxtemplater makes it, or with the fixed parts joined. */
function bodyOf(bytes: Uint8Array, of: Record<string, unknown>, joined: boolean): string {
  const zip = openTemplate(bytes);
  const document = wordDocument(zip, new PictureStore(zip, { 'signature-1': DOT, 'signature-2': DOT }));
  if (joined) mergeFixedParts(document);
  document.render(cleanData(of));
  return zip.file('word/document.xml')?.asText() ?? '';
}
function same(bytes: Uint8Array, of: Record<string, unknown>): void {
  const plain = bodyOf(bytes, of, false);
  expect(plain.length).toBeGreaterThan(500);
  expect(bodyOf(bytes, of, true)).toBe(plain);
}
/** Data with another text in each place, and each list several times. */
function filled(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return [...value, ...value].map((one) => filled(one, text));
  if (typeof value === 'string') return value.startsWith('signature-') ? value : text;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, text)]));
}
/** The work log with other paragraphs in the place of its title. */
function withBody(xml: string): Uint8Array {
  const zip = new PizZip(template('work_log'));
  const before = zip.file('word/document.xml')?.asText() ?? '';
  return zip.file('word/document.xml', before.replace('<w:body>', `<w:body>${xml}`)).generate({ type: 'uint8array' });
}
const run = (text: string, properties = ''): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const row = (...cells: string[]): string => `<w:tr>${cells.map((cell) => `<w:tc><w:p>${cell}</w:p></w:tc>`).join('')}</w:tr>`;

describe.each(DOCUMENT_KINDS)('%s with its fixed parts joined', (kind) => {
  it.each(['', ' ', '一行', '第一行\n第二行\n', '<&>"{}', '长'.repeat(400)])('is the same to the byte, with %j in each place', (text) => {
    same(template(kind), filled(data(kind), text) as Record<string, unknown>);
  });

  it('is the same to the byte with its sample, and with nothing in its lists', () => {
    same(template(kind), data(kind));
    same(template(kind), Object.fromEntries(Object.entries(data(kind)).map(([key, value]) => [key, Array.isArray(value) ? [] : value])));
  });
});

describe('loops whose fixed parts matter', () => {
  const people = [
    { name: '甲\n乙', log: '一' },
    { name: '', log: '二\n\n三' },
  ];
  it.each([
    [
      'runs with properties of their own',
      `<w:tbl>${row(run('{#people}{name}', '<w:b/>'), `${run('前', '<w:i/>')}${run('{log}{/people}')}`)}</w:tbl><w:p/>`,
    ],
    [
      'a run with properties before a loop without',
      `<w:tbl>${row(run('头', '<w:b/>'))}${row(run('{#people}{name}'), run('{log}{/people}'))}</w:tbl><w:p/>`,
    ],
    ['a loop within a line', `<w:p>${run('{#people}{name}、{/people}完', '<w:u/>')}</w:p>`],
    ['a loop in a loop', `<w:tbl>${row(run('{#people}{name}'), run('{#has}{log}{/has}{/people}'))}</w:tbl><w:p/>`],
    [
      'paragraphs with a page break',
      `<w:p>${run('{#people}')}</w:p><w:p>${run('{name}')}</w:p><w:p>${run('{/people}')}<w:r><w:br w:type="page"/></w:r></w:p>`,
    ],
    ['a table in a paragraph loop', `<w:p>${run('{#people}')}</w:p><w:tbl>${row(run('{name}'), run('{log}'))}</w:tbl><w:p>${run('{/people}')}</w:p>`],
  ])('%s: the same to the byte', (_, xml) => {
    same(withBody(xml), { people, has: true, remarks: '', visited_on: '', enterprise: '' });
  });

  it('a row of a table becomes a few parts', () => {
    const zip = openTemplate(template('roster'));
    const document = wordDocument(zip, new PictureStore(zip, {}));
    const { compiled } = document as unknown as { compiled: Record<string, { postparsed: { subparsed?: unknown[] }[] }> };
    const loop = compiled['word/document.xml']?.postparsed.find(({ subparsed }) => subparsed);
    const before = loop?.subparsed?.length ?? 0;
    mergeFixedParts(document);
    expect(loop?.subparsed?.length).toBeLessThan(before / 4);
  });
});
