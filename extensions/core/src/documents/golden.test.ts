import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSpreadsheet } from '../spreadsheets/renderSpreadsheet.ts';
import { openSheet, valuesOf } from '../spreadsheets/testing/sheetTemplate.ts';
import { DOCUMENT_KINDS, documentData, type DocumentKind } from './documentData.ts';
import { readZip } from './readZip.ts';
import { renderWord } from './renderWord.ts';
import { SPREADSHEET_KINDS } from './templateOf.ts';
import { DOT } from './testing/dot.ts';
import { extremeFacts } from './testing/extremeFacts.ts';
import { jpeg } from './testing/jpeg.ts';
import { structureOf } from './testing/structureOf.ts';
import { wordText } from './wordText.ts';

const folder = (kind: DocumentKind): URL => new URL(`../../../../schema/templates/${kind}/`, import.meta.url);
const template = (kind: DocumentKind, extension = 'docx'): Buffer => readFileSync(new URL(`template.${extension}`, folder(kind)));
const sample = (kind: DocumentKind): unknown => JSON.parse(readFileSync(new URL('sample.json', folder(kind)), 'utf8'));
const images = Object.fromEntries(['signature-1', 'signature-2'].map((key) => [key, DOT]));

/** What a person may type, paste or be sent. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '{#rows}',
        '{/rows}',
        '{name}',
        '{%a}',
        '{@raw}',
        '<w:p/>',
        '</w:t>',
        '&amp;',
        ']]>',
        '<!--',
        '🏭',
        '👨‍👩‍👧',
        '\u0000',
        '\u001b',
        '\ud83d',
        '\udd25',
      ),
      fc.constantFrom(
        '=1+1',
        '＝1',
        '@x',
        '\t=2',
        'شركة',
        '\u202e',
        '\u2066',
        '\uffff',
        '长'.repeat(200),
        'a'.repeat(200),
        '\r\n',
        '\u2028',
        '_x0041_',
        "$&$'",
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** Data with other texts wherever there are texts; lists and what decides conditions stay. */
function replaced(data: unknown, texts: () => string): unknown {
  if (Array.isArray(data)) return data.map((one) => replaced(one, texts));
  if (typeof data === 'object' && data !== null) return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, replaced(value, texts)]));
  return typeof data === 'string' && data !== '' ? `文${texts()}` : data;
}

function wellFormed(docx: Uint8Array): void {
  const decode = new TextDecoder('utf-8', { fatal: true });
  for (const [name, content] of readZip(docx)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const onError = (level: string, message: string): void => expect.unreachable(`${name}: ${level} ${message}`);
    new DOMParser({ onError }).parseFromString(decode.decode(content), 'text/xml');
  }
}

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  it('is built as expected: merged cells, repeated heads, sections, margins and fonts', async () => {
    const document = renderWord(template(kind), documentData(kind, sample(kind)), images);
    await expect(structureOf(document)).toMatchFileSnapshot(fileURLToPath(new URL('structure.txt', folder(kind))));
  });

  it.each(['shortest', 'longest'] as const)('is built as expected at its %s', async (which) => {
    const facts = extremeFacts(sample(kind), which);
    const photos = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`photo-${index + 1}`, jpeg(1)]));
    const document = renderWord(template(kind), documentData(kind, facts), { ...images, ...photos });
    wellFormed(document);
    await expect(structureOf(document)).toMatchFileSnapshot(fileURLToPath(new URL(`${which}.txt`, folder(kind))));
  });

  it('keeps its build and stays well-formed, whatever the texts are', () => {
    const data = documentData(kind, sample(kind));
    const empty = structureOf(renderWord(template(kind), replaced(data, () => '') as Record<string, unknown>, {}));
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (texts) => {
        let next = 0;
        const document = renderWord(template(kind), replaced(data, () => texts[next++ % texts.length] ?? '') as Record<string, unknown>, {});
        wellFormed(document);
        expect(structureOf(document)).toBe(empty);
        expect(wordText(document)).not.toMatch(/undefined|\[object|[\u0000-\u0008\u202a-\u202e\u2066-\u2069]|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 12 },
    );
  });
});

it.each(['county_report', 'task_list', 'work_log', 'rectification_notice'] as const)(
  'a draft of %s says so on each page, and is not dated',
  (kind) => {
    const facts = sample(kind) as { visit?: object };
    const drafted = facts.visit ? { ...facts, visit: { ...facts.visit, draft: true } } : { ...facts, draft: true };
    const print = (of: unknown): Uint8Array => renderWord(template(kind), documentData(kind, of), images);
    expect(wordText(print(drafted), 'word/header1.xml').trim()).toBe('草　稿');
    expect(wordText(print(facts), 'word/header1.xml').trim()).toBe('');
    const dates = (docx: Uint8Array): number => wordText(docx).match(/^\d{4}年\d+月\d+日$/gm)?.length ?? 0;
    if (kind === 'county_report' || kind === 'rectification_notice') expect([dates(print(facts)), dates(print(drafted))]).toEqual([1, 0]);
  },
);

describe.each(SPREADSHEET_KINDS)('%s as a workbook', (kind) => {
  it('holds no formula but its own, whatever the texts are', async () => {
    const data = documentData(kind, sample(kind));
    const own = formulasIn(await renderSpreadsheet(template(kind, 'xlsx'), data));
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 5 }), async (texts) => {
        let next = 0;
        const bytes = await renderSpreadsheet(
          template(kind, 'xlsx'),
          replaced(data, () => texts[next++ % texts.length] ?? '') as Record<string, unknown>,
        );
        wellFormed(bytes);
        expect(formulasIn(bytes)).toEqual(own);
        for (const value of valuesOf(await openSheet(bytes)).flat()) expect(typeof value === 'string' ? value : '').not.toMatch(/undefined|\[object/);
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 12 },
    );
  });
});

/** The formulas of a workbook without their results. */
function formulasIn(xlsx: Uint8Array): string[] {
  const xml = new TextDecoder().decode(readZip(xlsx, 'Excel').get('xl/worksheets/sheet1.xml'));
  return [...xml.matchAll(/<f[^>]*>([^<]*)<\/f>/g)].map(([, formula = '']) => formula);
}
