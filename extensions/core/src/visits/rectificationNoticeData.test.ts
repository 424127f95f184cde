import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderWord } from '../documents/renderWord.ts';
import { wordText } from '../documents/wordText.ts';
import { rectificationNoticeData, type NoticeFacts } from './rectificationNoticeData.ts';

const FOLDER = new URL('../../../../schema/templates/rectification_notice/', import.meta.url);
const facts = JSON.parse(readFileSync(new URL('sample.json', FOLDER), 'utf8')) as NoticeFacts;
const notice = (changed: NoticeFacts): string =>
  wordText(renderWord(readFileSync(new URL('template.docx', FOLDER)), rectificationNoticeData(changed)));

it('leaves a place for the number that an office writes by hand, in the year of the visit', () => {
  expect(notice(facts)).toContain('任驻改〔2026〕3号');
  expect(notice({ ...facts, number: null, visit: { ...facts.visit, visited_on: '2027-01-04' } })).toContain('　　　〔2027〕　　号');
});

it('names a county without an office by itself', () => {
  expect(rectificationNoticeData(facts).county_office).toBe('任城区工业和信息化局');
  expect(rectificationNoticeData({ ...facts, county: { name: '任城区', office: null } }).county_office).toBe('任城区');
});

it('counts the hazards, and the major ones among them', () => {
  const [hazard] = facts.hazards;
  const hazards = (['general', 'major', 'general'] as const).map((severity) => ({ ...hazard!, severity }));
  expect(rectificationNoticeData({ ...facts, hazards })).toMatchObject({ count: 3, major_count: 1 });
});
