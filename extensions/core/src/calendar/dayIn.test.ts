import { expect, it } from 'vitest';
import { dayIn } from './dayIn.ts';

it('is already the next day in Beijing while it is still evening in UTC', () => {
  expect(dayIn(new Date('2026-11-23T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-11-23');
  expect(dayIn(new Date('2026-11-23T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-24');
});

it('refuses a time zone that does not exist', () => {
  expect(() => dayIn(new Date(), 'Asia/Nowhere')).toThrow(/Asia\/Nowhere/);
});
