import { monthsOn } from '@zhudian/core/calendar/monthsOn.ts';

/** The months from one back to another, newest first, `YYYY-MM`. */
export function monthsBack(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, back) => monthsOn(from, -back));
}

/** A share in whole per cent, as people read it; of nothing there is none. One that is not whole is never told as 100%. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '—';
  return `${part < whole ? Math.min(99, Math.round((part / whole) * 100)) : 100}%`;
}
