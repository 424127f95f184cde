import { DateTime } from 'luxon';
import { mapLeaves } from '../text/mapLeaves.ts';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/**
 * Rows as they are exported: every moment in Beijing time, with its offset, so that people read it and a machine still knows the moment. Plain
 * dates have no zone and stay.
 */
export function exportMoments<T>(value: T, timezone: string): T {
  return mapLeaves(value, (leaf) => {
    if (leaf instanceof Date) return local(leaf.toISOString(), timezone);
    return typeof leaf === 'string' && MOMENT.test(leaf) ? local(leaf, timezone) : leaf;
  });
}

function local(moment: string, timezone: string): string {
  return DateTime.fromISO(moment, { zone: timezone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}
