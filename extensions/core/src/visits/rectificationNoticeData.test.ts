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

it('says of each hazard what its plan still lacks, and asks the enterprise for it; of a major one all five elements', () => {
  const [general, major] = facts.hazards;
  const bare = { measures: null, responsible_person: ' ', deadline: null, funds: null, plan: null, place: null };
  const text = notice({ ...facts, hazards: [general!, { ...general!, ...bare }, { ...major!, ...bare }] });
  expect(text).toContain('2\t二号反应釜温度计失效\n二车间二号反应釜就地温度计指示失效，未列入整改计划。\t待补充\t一般\t待补充\t待补充\t待补充');
  expect(text).toContain('重大\t待补充\t待补充\t待补充');
  expect(text).toContain('序号3为重大事故隐患，整改资金：待补充。应急预案：待补充。');
  expect(text).toContain(
    '序号2的整改措施、整改时限、整改责任人，序号3的整改措施、整改责任人、整改资金、整改时限、应急预案待补充，请你单位明确后书面报告驻点监督人员。',
  );
});

it('tells a major hazard’s funds and contingency plan, and asks for nothing where nothing is missing', () => {
  const [general, major] = facts.hazards;
  const stopped = { ...major!, plan: `${major?.plan}。` };
  expect(notice({ ...facts, hazards: [general!, stopped] })).toContain('值守。');
  expect(notice({ ...facts, hazards: [general!, stopped] })).not.toContain('值守。。');
  const text = notice(facts);
  expect(text).toContain('序号2为重大事故隐患，整改资金：2.8万元，企业自筹。应急预案：报警器恢复前按液氯泄漏现场处置方案值守。');
  expect(text).not.toContain('待补充');
});

it('says that a hazard was rectified on the spot, and asks for no plan of it', () => {
  const [general] = facts.hazards;
  const done = {
    status: 'rectified',
    found_on: '2026-11-23',
    rectified_on: '2026-11-23',
    measures: null,
    responsible_person: null,
    deadline: null,
  } as const;
  const text = notice({ ...facts, hazards: [{ ...general!, ...done }] });
  expect(text).toContain('一般\t已当场整改\t\t');
  expect(text).not.toContain('待补充');
});
