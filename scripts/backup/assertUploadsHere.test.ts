import { expect, it } from 'vitest';
import { assertUploadsHere } from './assertUploadsHere.ts';

it('takes a backup with all of its uploads, and calls one that lacks some by its name', () => {
  expect(() => assertUploadsHere(0)).not.toThrow();
  expect(() => assertUploadsHere(12)).toThrow('12 uploads are not in this backup');
});
