import { expect, it } from 'vitest';
import { validateReportPeriod } from './validateReportPeriod.ts';

const rules = (period: unknown, due_at: unknown): string[] =>
  validateReportPeriod({ period, due_at }, { first: '2023-08', today: '2026-11-23', timezone: 'Asia/Shanghai' }).map(({ rule }) => rule);

it('a month that is counted may have its own deadline, in the month before as well', () => {
  expect(rules('2026-11', '2026-11-26T09:30:00Z')).toEqual([]);
  expect(rules('2023-10', new Date('2023-09-26T09:30:00Z'))).toEqual([]);
  expect(rules('2027-11', null)).toEqual([]);
  expect(rules('2026-11', '')).toEqual([]);
  expect(rules('2026-11', undefined)).toEqual([]);
});

it('a month that is none, from before the statistics or more than a year ahead is refused', () => {
  expect(rules('2026-13', null)).toEqual(['report_period.period.shape']);
  expect(rules('2023-07', 'never')).toEqual(['report_period.period.since']);
  expect(rules('2027-12', null)).toEqual(['report_period.period.future']);
});

it('a deadline that is no moment, before the month before in Beijing, or out of reason is refused', () => {
  expect(rules('2026-11', 'never')).toEqual(['report_period.due_at.moment']);
  expect(rules('2026-11', '2026-09-30T15:59:59Z')).toEqual(['report_period.due_at.before']);
  expect(rules('2026-11', '2026-09-30T16:00:00Z')).toEqual([]);
  expect(rules('2026-11', '2206-11-26T09:30:00Z')).toEqual(['report_period.due_at.far']);
});
