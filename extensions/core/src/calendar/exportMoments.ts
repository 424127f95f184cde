import { DateTime } from 'luxon';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/**
 * Rows as they are exported: every moment in Beijing time, with its offset, so that people read it and a machine still knows the moment. Plain
 * dates have no zone and stay.
 */
export function exportMoments<T>(value: T, timezone: string): T {
  return change(value, timezone) as T;
}

function change(value: unknown, timezone: string): unknown {
  if (value instanceof Date) return local(value.toISOString(), timezone);
  if (typeof value === 'string') return MOMENT.test(value) ? local(value, timezone) : value;
  if (Array.isArray(value)) return value.map((one) => change(one, timezone));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one, timezone)]));
  }
  return value;
}

function local(moment: string, timezone: string): string {
  return DateTime.fromISO(moment, { zone: timezone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}
