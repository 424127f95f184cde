import { expect, it } from 'vitest';
import { fits, NODE_VERSION } from './ensureNode.mjs';

it('goes on with a Node that has all that is asked of it, and fetches one otherwise', () => {
  expect(['24.14.0', '24.21.0', NODE_VERSION].every(fits)).toBe(true);
  expect(['20.19.0', '22.22.0', '24.0.0', '24.13.1', '25.1.0'].filter(fits)).toEqual([]);
});
