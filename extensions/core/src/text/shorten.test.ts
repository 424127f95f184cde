import { expect, it } from 'vitest';
import { shorten } from './shorten.ts';

it('leaves alone what fits', () => expect(shorten('隐患', 2)).toBe('隐患'));
it('ends with an ellipsis, within the limit', () => expect(shorten('重大事故隐患', 4)).toBe('重大事…'));
it('splits neither a surrogate pair nor a composed emoji', () => {
  expect(shorten('甲👨‍👩‍👧‍👦乙丙丁', 6)).toBe('甲…');
  expect(shorten('𠮷𠮷𠮷', 4)).toBe('𠮷…');
});
it('bounds a pile of combining marks', () => expect(shorten(`e${'\u0301'.repeat(9_000)}`, 10)).toBe('…'));
