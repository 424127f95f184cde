import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documentData, type DocumentKind } from '../documents/documentData.ts';
import { renderWord } from '../documents/renderWord.ts';
import { wordText } from '../documents/wordText.ts';

const GAP = '兖州示例涂料有限公司全月停产检修，12月3日复产后补驻。';
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

it('the city’s compilation of a month without a report says so, and denies nothing that nobody could have written', () => {
  const counties = (sample('city_report').counties as { name: string }[]).map(({ name }) => ({ name, report: null }));
  const text = print('city_report', { counties });
  expect(text.match(/还没有县（市、区）报送。/g)).toHaveLength(3);
  expect(text).not.toMatch(/均未填写|undefined|null/);
  const nobody = print('city_report', { counties: [] });
  expect(nobody).toContain('本月没有应报送的县（市、区）。');
  expect(nobody).not.toContain('应报0个');
});

it('the city’s compilation has each county’s explanation of its gaps under progress, and not a word where nobody owed one', () => {
  const counties = sample('city_report').counties as { name: string; report: object | null }[];
  const explained = counties.map(({ name, report }) => ({ name, report: report && { ...report, gap_explanation: name === '兖州区' ? GAP : null } }));
  const text = print('city_report', { counties: explained });
  const [, progress = ''] = /二、工作进展([\s\S]*)三、问题困难/.exec(text) ?? [];
  expect(progress.match(/未驻点及未提交情况说明/g)).toHaveLength(1);
  expect(progress).toContain('兖州区未驻点及未提交情况说明：兖州示例涂料有限公司全月停产检修，12月3日复产后补驻。');
  const nobody = counties.map(({ name, report }) => ({ name, report: report && { ...report, gap_explanation: null } }));
  expect(print('city_report', { counties: nobody })).not.toContain('未驻点及未提交');
});

it('the city’s compilation tells whose figures are others since, and by how much; the table keeps what was handed in', () => {
  const text = print('city_report', {});
  expect(text).toContain('梁山县报送后有更正：指导完善规章制度（条）报送68，现为66（-2）；发现隐患（项）报送329，现为330（+1）。');
  expect(text).toContain('梁山县※\t94\t163\t94\t34\t1008\t68');
  expect(text).not.toContain('任城区※');
});
