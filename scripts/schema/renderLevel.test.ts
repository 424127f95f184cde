import { expect, it } from 'vitest';
import { renderLevel } from './renderLevel.ts';

it('the level of the schema grows by one with each change, and stays where nothing changed', () => {
  const first = renderLevel('a', '');
  expect(JSON.parse(first)).toEqual({ level: 1, made_from: 'a' });
  expect(renderLevel('a', first)).toBe(first);
  const second = renderLevel('b', first);
  expect(JSON.parse(second)).toMatchObject({ level: 2 });
  expect(JSON.parse(renderLevel('a', second))).toMatchObject({ level: 3 });
});
