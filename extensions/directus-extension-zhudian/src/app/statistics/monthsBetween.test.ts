import { expect, it } from 'vitest';
import { monthsBetween } from './monthsBetween.ts';

it('counts back over the turn of a year, both ends included', () => {
  expect(monthsBetween('2023-11', '2024-02')).toEqual(['2024-02', '2024-01', '2023-12', '2023-11']);
});

it('is one month where both are the same, and none where they are the wrong way round', () => {
  expect(monthsBetween('2024-02', '2024-02')).toEqual(['2024-02']);
  expect(monthsBetween('2024-03', '2024-02')).toEqual([]);
});
