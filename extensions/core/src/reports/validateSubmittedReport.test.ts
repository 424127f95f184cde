import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rulesTold } from '../errors/testing/rulesTold.ts';
import { gapText, validateSubmittedReport } from './validateSubmittedReport.ts';

const TODAY = '2026-11-27';
const whole = {
  progress: '本月对32家企业开展驻点46次，发现隐患58项，整改51项',
  problems: '查阅32家企业驻点记录和隐患台账，未发现需市级协调的问题',
  practices: '把任务清单与企业日周月排查结合',
  contact: '5b3f0c1e-0000-4000-8000-000000000001',
  filled_on: TODAY,
};
const none = { enterprises: [], visits: [] };
const fields = (report: object, gaps = none as Parameters<typeof validateSubmittedReport>[1]): string[] => {
  const faults = validateSubmittedReport(report as Record<string, unknown>, gaps, TODAY);
  rulesTold(faults);
  return faults.map(({ field }) => field);
};

it('lets a whole report pass, with what was looked at where nothing was found', () => {
  expect(fields(whole)).toEqual([]);
});

it('names everything that is missing at once', () => {
  expect(fields({}, { enterprises: [{ name: '示例化工' }], visits: [] })).toEqual([
    'progress',
    'problems',
    'practices',
    'contact',
    'filled_on',
    'gap_explanation',
  ]);
});

it('refuses exactly what was left out, whatever it is', () => {
  fc.assert(
    fc.property(fc.subarray(Object.keys(whole)), (left) => {
      const report = Object.fromEntries(Object.entries(whole).filter(([key]) => !left.includes(key)));
      expect(fields(report).sort()).toEqual([...left].sort());
    }),
  );
});

it('refuses a progress that says nothing, and a date to come', () => {
  expect(fields({ ...whole, progress: '已整改' })).toEqual(['progress']);
  expect(fields({ ...whole, filled_on: '2026-11-28' })).toEqual(['filled_on']);
  expect(fields({ ...whole, filled_on: '2026-02-30' })).toEqual(['filled_on']);
});

it('asks for an explanation of gaps, names them, and is content with a concrete one', () => {
  const gaps = { enterprises: [{ name: '甲化工' }], visits: [{ enterprise: '乙涂料', visited_on: '2026-11-03', status: 'draft' }] };
  const [fault] = validateSubmittedReport(whole, gaps, TODAY);
  expect(fault?.message).toContain('甲化工');
  expect(fault?.message).toContain('乙涂料 2026-11-03');
  expect(fields({ ...whole, gap_explanation: '停产' }, gaps)).toEqual(['gap_explanation']);
  expect(fields({ ...whole, gap_explanation: '甲化工全月停产检修，12月3日复产后补驻；乙涂料记录月底前提交' }, gaps)).toEqual([]);
});

it.each(['无', '暂无', '无。', '没有', '——', '本月没有问题困难'])('takes “%s” for no text, in each of the three parts', (text) => {
  expect(fields({ ...whole, progress: text, problems: text, practices: text })).toEqual(['progress', 'problems', 'practices']);
});

it('refuses an explanation that leaves an enterprise out, and names exactly those', () => {
  const gaps = { enterprises: [{ name: '甲化工' }, { name: '乙涂料（东区）' }, { name: '丙颜料', former: ['丙染料'] }], visits: [] };
  const [fault, ...more] = validateSubmittedReport({ ...whole, gap_explanation: '甲化工全月停产检修，下月复产后补驻' }, gaps, TODAY);
  expect(more).toEqual([]);
  expect(fault).toMatchObject({ field: 'gap_explanation', rule: 'report.gap_explanation.named' });
  expect(fault?.message).toContain('2 家企业：乙涂料（东区）、丙颜料。');
  expect(fields({ ...whole, gap_explanation: '甲化工、乙涂料(东区)、丙染料全月停产检修，下月复产后补驻' }, gaps)).toEqual([]);
});

it('refuses a text whose figures are not those of the table, and names both', () => {
  const values = { hazards_found: { month: '28', cumulative: '412' }, visits: { month: '46', cumulative: null } };
  const compared = { period: '2026-11', values, names: ['甲化工'] };
  const told = (progress: string): string[] =>
    validateSubmittedReport({ ...whole, progress }, none, TODAY, { compared }).map(({ message }) => message);
  expect(told('本月驻点46次，发现隐患2项')).toEqual([expect.stringContaining('发现隐患（项）文字为2，统计为本月28、累计412')]);
  expect(told('本月驻点45次，发现隐患28项')).toEqual([expect.stringContaining('本月驻点（次）文字为45，统计为46')]);
  for (const text of ['本月驻点46次，发现隐患28项', '驻点46次，累计发现隐患412项', '甲化工自查发现隐患2项，已督促建档'])
    expect(told(text)).toEqual([]);
  expect(told('驻点46次，累计发现隐患28项')).toEqual([expect.stringContaining('统计为累计412')]);
});

it('names all enterprises, and eight of many visits', () => {
  const enterprises = Array.from({ length: 30 }, (_, index) => ({ name: `企业${index}` }));
  const text = gapText({ enterprises, visits: [] });
  expect(text).toContain('30 家');
  expect(text).toContain('企业29');
  const visits = enterprises.map(({ name }) => ({ enterprise: name, visited_on: '2026-11-03', status: 'draft' }));
  const more = gapText({ enterprises: [], visits });
  expect(more).toContain('企业7 2026-11-03等');
  expect(more).not.toContain('企业8');
});
