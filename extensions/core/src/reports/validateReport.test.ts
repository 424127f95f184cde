import { expect, it } from 'vitest';
import { filledFaults, frozenFaults, validateReport } from './validateReport.ts';

const rules = (faults: readonly { rule: string }[]): string[] => faults.map(({ rule }) => rule);

it('a report has a month, texts that can be read, and figures that hold', () => {
  expect(validateReport({ period: '2026-11', progress: '驻点 12 家次', hazards_found: 3, hazards_rectified: 2 })).toEqual([]);
  expect(rules(validateReport({ period: '2026-13' }))).toEqual(['report.period.shape']);
  expect(rules(validateReport({ period: '2026-11', practices: '每周\u0007例会' }))).toEqual(['report.practices.plain']);
  expect(rules(validateReport({ hazards_found: 1, hazards_rectified: 2 }))).toEqual(['report.hazards_rectified.bound', 'report.period.shape']);
});

it('a draft is filled in on no day to come; what is handed in is looked at elsewhere', () => {
  expect(filledFaults({ status: 'draft', filled_on: '2026-11-23' }, '2026-11-23')).toEqual([]);
  expect(rules(filledFaults({ status: 'draft', filled_on: '2026-11-24' }, '2026-11-23'))).toEqual(['report.filled_on.future']);
  expect(filledFaults({ status: 'submitted', filled_on: '2026-11-24' }, '2026-11-23')).toEqual([]);
  expect(filledFaults({ filled_on: 'soon' }, '2026-11-23')).toEqual([]);
});

it('what is handed in keeps its words, its month and its contact; what is sent as it stands is no change', () => {
  const report = { county: 'a', period: '2026-11', progress: '驻点 12 家次', filled_on: '2026-11-23', contact: null };
  expect(rules(frozenFaults(report, { progress: '驻点 13 家次', contact: 'b', status: 'returned' }))).toEqual(['report.frozen', 'report.frozen']);
  expect(frozenFaults(report, { progress: '驻点 12 家次', filled_on: '2026-11-23', return_reason: '数字有误' })).toEqual([]);
});
