import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documentData, type DocumentKind } from '../documents/documentData.ts';
import { renderWord } from '../documents/renderWord.ts';
import { wordText } from '../documents/wordText.ts';

const folder = (kind: DocumentKind): URL => new URL(`../../../../schema/templates/${kind}/`, import.meta.url);
const sample = (kind: DocumentKind): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('sample.json', folder(kind)), 'utf8')) as Record<string, unknown>;
const data = (kind: DocumentKind, change: object): Record<string, unknown> => documentData(kind, { ...sample(kind), ...change });
const print = (kind: DocumentKind, change: object): string =>
  wordText(renderWord(readFileSync(new URL('template.docx', folder(kind))), data(kind, change)));

it('a part of a monthly report that nobody wrote says so and denies nothing, and an explanation nobody owed is not there', () => {
  const text = print('county_report', { progress: null, problems: ' ', practices: '', gap_explanation: null, reported_on: null });
  expect(text.match(/（未填写）/g)).toHaveLength(3);
  expect(text).not.toContain('无。');
  expect(text).not.toMatch(/undefined|null|未驻点及未提交/);
});

it('a part of an evaluation that nobody wrote says so and denies nothing', () => {
  const nothing = { findings: null, practices: null, problems: '', suggestions: null };
  expect(data('evaluation', nothing)).toMatchObject({
    ...{ findings: '（未填写）', practices: '（未填写）' },
    ...{ problems: '（未填写）', suggestions: '（未填写）' },
  });
  expect(print('evaluation', { ...nothing, score: null, evaluated_on: null })).not.toMatch(/undefined|null/);
});

it('a county without an office is named by itself', () => {
  for (const kind of ['county_report', 'evaluation', 'city_inspection'] as const) {
    for (const office of [null, '', ' ']) expect(data(kind, { county: { name: '任城区', office } }).county_office).toBe('任城区');
  }
});

it('annex 4 has a contact with a phone, without one, or none', () => {
  const contact = (value: unknown): unknown => data('statistics', { contact: value }).contact;
  expect([contact({ name: '李示例', phone: '0537-0000110' }), contact({ name: '李示例', phone: null }), contact(null)]).toEqual([
    '李示例 0537-0000110',
    '李示例',
    '',
  ]);
});
