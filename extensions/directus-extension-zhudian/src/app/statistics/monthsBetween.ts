import { monthsOn } from '@zhudian/core/calendar/monthsOn.ts';

/** The months from one to another, newest first, both as `YYYY-MM`. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let back = 0; ; back += 1) {
    const one = monthsOn(last, -back);
    if (one < first || back > 1200) return months;
    months.push(one);
  }
}
