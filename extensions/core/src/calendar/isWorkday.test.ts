import { afterEach, describe, expect, it } from 'vitest';
import { addDays } from './addDays.ts';
import { addWorkdays } from './addWorkdays.ts';
import { isWorkday } from './isWorkday.ts';
import { isWorkingMoment } from './isWorkingMoment.ts';
import { knowsYear } from './knowsYear.ts';
import { workdaysBetween } from './workdaysBetween.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});
const year = (of: number): string[] => Array.from({ length: 365 }, (_, day) => addDays(`${of}-01-01`, day));
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

describe('the calendar of working days', () => {
  it('keeps Spring Festival 2026 free and works the days that make up for it', () => {
    for (const day of ['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-20', '2026-02-23']) expect(isWorkday(day), day).toBe(false);
    for (const day of ['2026-02-13', '2026-02-14', '2026-02-24', '2026-02-28']) expect(isWorkday(day), day).toBe(true);
    expect(isWorkday('2026-02-07')).toBe(false);
  });

  it('says which years it knows, and keeps weekends alone free in one that it does not', () => {
    expect([2023, 2024, 2025, 2026].every(knowsYear)).toBe(true);
    expect(knowsYear(2099)).toBe(false);
    for (const day of year(2099)) expect(isWorkday(day), day).toBe(weekday(day) >= 1 && weekday(day) <= 5);
  });

  it('says the same whatever time zone the server keeps', () => {
    // Each answer is remembered: the days asked about here are asked about nowhere else.
    process.env.TZ = 'America/Los_Angeles';
    const days = ['2025-01-26', '2025-01-27', '2025-01-28', '2025-02-08', '2025-02-10', '2025-02-15', '2025-02-17', '2025-10-08', '2025-10-11'];
    expect(days.map(isWorkday)).toEqual([true, true, false, true, true, false, true, false, true]);
    process.env.TZ = 'Pacific/Kiritimati';
    expect(['2024-02-04', '2024-02-09', '2024-02-10', '2024-02-18', '2024-02-19', '2024-02-24'].map(isWorkday)).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it('refuses what is no day, no moment and no time zone', () => {
    expect(() => isWorkday('2026-02-30')).toThrow('no day: "2026-02-30"');
    const hours = { start: '08:30', end: '17:30', timezone: 'Asia/Nowhere' };
    expect(() => isWorkingMoment(new Date('2026-02-14T10:00:00Z'), hours)).toThrow('Asia/Nowhere');
    expect(() => isWorkingMoment(new Date('soon'), { ...hours, timezone: 'Asia/Shanghai' })).toThrow('invalid moment');
  });

  it('counts back from a day nobody works on to the last that somebody does', () => {
    expect(addWorkdays('2026-05-30', 0)).toBe('2026-05-29');
    expect(addWorkdays('2026-05-30', -2)).toBe('2026-05-27');
    expect(addWorkdays('2026-05-30', 1)).toBe('2026-06-01');
    expect(addWorkdays('2026-02-14', 1)).toBe('2026-02-24');
    expect(addWorkdays('2026-02-28', -5)).toBe('2026-02-14');
  });

  it('counts between two days what adding counts, both ways', () => {
    for (const from of year(2026)
      .filter(isWorkday)
      .filter((_, place) => place % 7 === 0)) {
      for (const count of [1, 5, 23]) {
        expect(workdaysBetween(from, addWorkdays(from, count))).toBe(count);
        expect(workdaysBetween(from, addWorkdays(from, -count))).toBe(-count);
      }
    }
  });

  it('counts nothing from a Sunday back to its Saturday', () => {
    expect(workdaysBetween('2026-11-22', '2026-11-21')).toBe(0);
    expect(workdaysBetween('2026-11-22', '2026-11-20')).toBe(0);
    expect(workdaysBetween('2026-11-23', '2026-11-20')).toBe(-1);
  });

  it('is at work in working hours of working days by the office’s clock alone', () => {
    const hours = { start: '08:30', end: '17:30:00', timezone: 'Asia/Shanghai' };
    const at = (moment: string): boolean => isWorkingMoment(new Date(moment), hours);
    expect(at('2026-02-14T08:30:00+08:00')).toBe(true);
    expect(at('2026-02-14T08:29:59+08:00')).toBe(false);
    expect(at('2026-02-14T17:29:59+08:00')).toBe(true);
    expect(at('2026-02-14T17:30:00+08:00')).toBe(false);
    expect(at('2026-02-15T10:00:00+08:00')).toBe(false);
  });
});
