import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rulesTold } from '../errors/testing/rulesTold.ts';
import { gapText, validateSubmittedReport } from './validateSubmittedReport.ts';

const TODAY = '2026-11-27';
const whole = {
  progress: '本月对32家企业开展驻点46次，发现隐患58项，整改51项',
  problems: '无',
  practices: '无',
  contact: '5b3f0c1e-0000-4000-8000-000000000001',
  filled_on: TODAY,
};
const none = { enterprises: [], visits: [] };
const fields = (report: object, gaps = none as Parameters<typeof validateSubmittedReport>[1]): string[] => {
  const faults = validateSubmittedReport(report as Record<string, unknown>, gaps, TODAY);
  rulesTold(faults);
  return faults.map(({ field }) => field);
};

it('lets a whole report pass, with “无” where there is nothing to tell', () => {
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

it('names eight of many', () => {
  const enterprises = Array.from({ length: 30 }, (_, index) => ({ name: `企业${index}` }));
  const text = gapText({ enterprises, visits: [] });
  expect(text).toContain('30 家');
  expect(text).toContain('企业7等');
  expect(text).not.toContain('企业8');
});
