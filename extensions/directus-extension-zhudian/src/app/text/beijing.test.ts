import { expect, it } from 'vitest';
import { beijing } from './beijing.ts';

it('tells a moment in Beijing time, whatever zone it was written in', () => {
  expect(beijing('2026-11-30T09:30:00.000Z')).toBe('2026-11-30 17:30');
  expect(beijing('2026-12-31T16:05:00.000Z')).toBe('2027-01-01 00:05');
});
