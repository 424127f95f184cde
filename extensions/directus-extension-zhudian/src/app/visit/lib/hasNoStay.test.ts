import { expect, it } from 'vitest';
import { hasNoStay } from './hasNoStay.ts';

it('a stay of less than the minute that the page shows is none; what is not filled in says nothing', () => {
  const stay = (arrived_at: string | null, left_at: string | null): boolean => hasNoStay({ arrived_at, left_at });
  expect(stay('2026-11-24T01:10:00.000Z', '2026-11-24T01:10:00.000Z')).toBe(true);
  // Stamped by two taps.
  expect(stay('2026-11-24T01:10:03.120Z', '2026-11-24T01:10:58.000Z')).toBe(true);
  // As the server writes it.
  expect(stay('2026-11-24T01:10:00.000Z', '2026-11-24T09:10:00+08:00')).toBe(true);
  expect(stay('2026-11-24T01:10:00.000Z', '2026-11-24T01:11:00.000Z')).toBe(false);
  expect([stay(null, '2026-11-24T01:10:00.000Z'), stay('2026-11-24T01:10:00.000Z', null), stay(null, null)]).toEqual([false, false, false]);
});
