import { expect, it } from 'vitest';
import { quoteValue } from './quoteValue.ts';

it.each([
  ['soon', 'soon'],
  [1.5, '1.5'],
  [0, '0'],
  [false, 'false'],
  [null, '空'],
  [undefined, '空'],
  ['', '空'],
  [{ secret: 'x' }, '非文字'],
  [['a'], '非文字'],
  ['长'.repeat(41), '长'.repeat(40)],
])('%j is shown as %s', (value, shown) => expect(quoteValue(value)).toBe(shown));
