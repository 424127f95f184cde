import { expect, it } from 'vitest';
import { farDayFault } from './farDayFault.ts';

it.each(['0206-11-03', '1999-12-31', '2037-01-01', '2206-11-03'])('tells of %s, and between which days it has to be', (day) => {
  expect(farDayFault(day, '整改时限', '2026-11-23')).toBe(`整改时限 ${day} 不在 2000-01-01 至 2036-12-31 之间；请核对年份`);
});

it.each(['2000-01-01', '2026-11-23', '2036-12-31'])('lets %s pass', (day) => {
  expect(farDayFault(day, '整改时限', '2026-11-23')).toBeNull();
});
