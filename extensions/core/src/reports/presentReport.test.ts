import { expect, it } from 'vitest';
import { presentReport } from './presentReport.ts';

const report = { submitted_at: '2026-11-30T16:30:00Z', due_at: '2026-11-30T09:30:00Z', on_time: false, submission: 1 };
const facts = { period: '2026-11', office: { timezone: 'Asia/Shanghai' }, report };

it('tells a report’s month and moments by the office’s clock, and whether it was in time', () => {
  expect(presentReport(facts)).toEqual({
    period: '2026年11月',
    submitted_at: '2026年12月1日 00:30',
    due_at: '2026年11月30日 17:30',
    timeliness: '逾期',
    timely: '逾期报送',
    again: '',
  });
  expect(presentReport({ ...facts, report: { ...report, on_time: true } }).timeliness).toBe('按时');
});

it('counts from the second time that a report is handed in', () => {
  expect(presentReport({ ...facts, report: { ...report, submission: 2 } }).again).toBe('（第2次报送）');
});

it('tells of a report that comes again whether it was in time the first time', () => {
  expect(presentReport({ ...facts, report: { ...report, submission: 2 } }).timely).toBe('首次报送逾期');
  expect(presentReport({ ...facts, report: { ...report, on_time: true, submission: 3 } }).timely).toBe('首次报送按时');
});
