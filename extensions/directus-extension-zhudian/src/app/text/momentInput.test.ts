import { expect, it } from 'vitest';
import { fromInput, toInput } from './momentInput.ts';

it('takes what is typed for Beijing time and shows it so, over the turn of a day and a year', () => {
  expect(fromInput('2026-11-29T07:39')).toBe('2026-11-28T23:39:00.000Z');
  expect(toInput('2026-11-28T23:39:00.000Z')).toBe('2026-11-29T07:39');
  expect(toInput('2026-12-31T16:05:00Z')).toBe('2027-01-01T00:05');
  // In Los Angeles there is no such hour on that day.
  expect(toInput(fromInput('2026-03-08T02:30'))).toBe('2026-03-08T02:30');
});

it('takes an empty field for no moment', () => {
  expect(fromInput('')).toBeNull();
  expect(toInput(null)).toBe('');
});
