import { expect, test } from 'vitest';
import { threeWay } from './threeWay.ts';

test.each([
  ['a first installation takes it', { shipped: undefined, now: undefined, ships: 'new' }, 'take'],
  ['nobody touched it: the new one', { shipped: 'old', now: 'old', ships: 'new' }, 'take'],
  ['somebody deleted it: it comes back', { shipped: 'old', now: undefined, ships: 'new' }, 'take'],
  ['changed in n8n only: it stays', { shipped: 'old', now: 'mine', ships: 'old' }, 'keep'],
  ['changed in both: a person decides', { shipped: 'old', now: 'mine', ships: 'new' }, 'ask'],
  ['changed in both to the same: nothing to do', { shipped: 'old', now: 'new', ships: 'new' }, 'same'],
  ['what was shipped is not known: a person decides', { shipped: undefined, now: 'mine', ships: 'new' }, 'ask'],
])('%s', (_, texts, choice) => {
  expect(threeWay(texts)).toBe(choice);
});
