import { afterEach, describe, expect, it } from 'vitest';
import { dueMoment, type DueRule } from './dueMoment.ts';

const rule: DueRule = { day: 30, time: '17:30', timezone: 'Asia/Shanghai', override: null };
const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});
const months = Array.from({ length: 240 }, (_, place) => `${2023 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`);

describe('the moment a month’s reports are due', () => {
  it('is half past five in Beijing on the 30th, in February on its last day, whatever clock the server keeps', () => {
    for (const place of ['UTC', 'America/New_York', 'Pacific/Kiritimati']) {
      process.env.TZ = place;
      for (const month of months) {
        const [year, number] = month.split('-').map(Number) as [number, number];
        const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
        const day = number === 2 ? (leap ? 29 : 28) : 30;
        expect(dueMoment(month, rule).toISOString()).toBe(`${month}-${day}T09:30:00.000Z`);
      }
    }
  });

  it('is the one set for the month where there is one: October 2023 was due on 26 September', () => {
    expect(dueMoment('2023-10', { ...rule, override: '2023-09-26T17:30:00+08:00' }).toISOString()).toBe('2023-09-26T09:30:00.000Z');
  });

  it('falls on the last day of each month that has no such day, and never into the next', () => {
    for (const day of [1, 15, 28, 29, 30, 31]) {
      for (const month of months) {
        const due = dueMoment(month, { ...rule, day, timezone: 'UTC' }).toISOString();
        const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
        expect(due.slice(0, 10)).toBe(`${month}-${String(Math.min(day, last)).padStart(2, '0')}`);
      }
    }
  });

  it('refuses what is no month', () => {
    expect(() => dueMoment('2026-13', rule)).toThrow(/2026-13/);
  });
});
