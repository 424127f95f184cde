import { expect, it } from 'vitest';
import { isUuid } from './isUuid.ts';

it('is a key in either case, whole and alone', () => {
  expect(['7f1d2c3b-4a5e-4f60-8a7b-9c0d1e2f3a4b', '7F1D2C3B-4A5E-4F60-8A7B-9C0D1E2F3A4B'].every(isUuid)).toBe(true);
  expect(['', '7f1d2c3b', '7f1d2c3b-4a5e-4f60-8a7b-9c0d1e2f3a4', ' 7f1d2c3b-4a5e-4f60-8a7b-9c0d1e2f3a4b'].some(isUuid)).toBe(false);
});
