import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, documentData, type DocumentKind } from './documentData.ts';
import { hanDate } from './hanDate.ts';
import { readZip } from './readZip.ts';
import { renderWord } from './renderWord.ts';
import { DOT } from './testing/dot.ts';
import { wordText } from './wordText.ts';

const folder = (kind: DocumentKind): URL => new URL(`../../../../schema/templates/${kind}/`, import.meta.url);
const template = (kind: DocumentKind): Buffer => readFileSync(new URL('template.docx', folder(kind)));
const sample = (kind: DocumentKind): unknown => JSON.parse(readFileSync(new URL('sample.json', folder(kind)), 'utf8'));
/** The pictures that the samples name. */
const images = Object.fromEntries(['signature-1', 'signature-2'].map((key) => [key, DOT]));
const print = (kind: DocumentKind, facts: unknown): Uint8Array => renderWord(template(kind), documentData(kind, facts), images);

/** Every name that the data has, in its lists too. */
function namesIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(namesIn);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => [name, ...namesIn(value)]);
}

/** Facts with another text wherever people write freely. */
function written(facts: unknown, text: string): unknown {
  if (Array.isArray(facts)) return facts.map((one) => written(one, text));
  if (typeof facts !== 'object' || facts === null) return facts;
  const free = ['name', 'content', 'log', 'remarks', 'implementation', 'problem', 'suggestion', 'description', 'title', 'progress', 'text'];
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, free.includes(key) && typeof value === 'string' ? text : written(value, text)]),
  );
}

const HOSTILE = ['{#items}{name}', '<w:p/>&amp;', '=1+1', '\u0000\u0008化\ud800工\u202e', '长'.repeat(3000), '🏭 a\nb'];

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  it('reads as the expected text', async () => {
    await expect(wordText(print(kind, sample(kind)))).toMatchFileSnapshot(fileURLToPath(new URL('expected.txt', folder(kind))));
  });

  it('has a value for each tag, and leaves none', () => {
    const known = new Set(namesIn(documentData(kind, sample(kind))));
    const tags = [...wordText(template(kind)).matchAll(/\{[#^/%]?(\w+)[^}]*\}/g)].map(([, name = '']) => name);
    expect(tags.filter((name) => !known.has(name))).toEqual([]);
    expect(wordText(print(kind, sample(kind)))).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
  });

  it('is the same for the same facts', () => {
    expect(Buffer.compare(print(kind, sample(kind)), print(kind, sample(kind)))).toBe(0);
  });

  it.each(HOSTILE)('prints %j as text', (text) => {
    const document = print(kind, written(sample(kind), text));
    const xml = new TextDecoder().decode(readZip(document).get('word/document.xml'));
    expect(xml).not.toMatch(/[\u0000-\u0008\u202e]|undefined/);
    if (kind !== 'evaluation') expect(wordText(document)).toContain(text.replace(/[\u0000-\u0008\ud800\u202e]/gu, '').split('\n')[0] ?? '');
  });
});

describe('dates', () => {
  /** Every text of the data that is a day or a month, with its tag and its neighbours. */
  function datesIn(data: unknown): { name: string; value: string; beside: Record<string, unknown> }[] {
    if (Array.isArray(data)) return data.flatMap(datesIn);
    if (typeof data !== 'object' || data === null) return [];
    return Object.entries(data).flatMap(([name, value]) =>
      typeof value === 'string' && /^\d{4}年\d{1,2}月(\d{1,2}日)?$/.test(value)
        ? [{ name, value, beside: data as Record<string, unknown> }]
        : datesIn(value),
    );
  }

  it.each(DOCUMENT_KINDS.filter((kind) => !['roster', 'contacts'].includes(kind)))('of %s stand in Chinese figures as well', (kind) => {
    const dates = datesIn(documentData(kind, sample(kind)));
    expect(dates.length).toBeGreaterThan(0);
    for (const { name, value, beside } of dates) expect([name, beside[`${name}_han`]]).toEqual([name, hanDate(value)]);
  });
});

it('turns the pages of wide tables, and of nothing else', () => {
  const turned = DOCUMENT_KINDS.filter((kind) => wordXml(kind).includes('w:orient="landscape"'));
  expect(turned).toEqual(['roster', 'task_list', 'statistics', 'county_report', 'city_report']);
});

it('merges the heads of annex 4 as its form does, and repeats them on every page', () => {
  const xml = wordXml('statistics');
  expect([...xml.matchAll(/<w:gridSpan w:val="(\d+)"\/>/g)].map(([, span]) => span)).toEqual(['2', '2', '7', '4']);
  expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(2);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
});

const wordXml = (kind: DocumentKind): string => new TextDecoder().decode(readZip(template(kind)).get('word/document.xml'));
