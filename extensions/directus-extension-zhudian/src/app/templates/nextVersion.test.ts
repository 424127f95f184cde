import { expect, it } from 'vitest';
import { nextVersion } from './nextVersion.ts';

it.each([
  [[], '1'],
  [['1', '2'], '3'],
  [['10', '9', '试用'], '11'],
  [[''], '1'],
])('the version after %j is %s', (versions, next) => {
  expect(nextVersion(versions.map((version) => ({ version })))).toBe(next);
});
