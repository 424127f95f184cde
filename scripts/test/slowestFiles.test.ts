import { expect, it } from 'vitest';
import { slowestFiles } from './slowestFiles.ts';

it('names the slowest files, the slowest first, and no more than asked for', () => {
  expect(slowestFiles({ 'a.test.ts': 2.4, 'b.test.ts': 120, 'c.test.ts': 31.6 }, 2)).toBe('   120 s  b.test.ts\n    32 s  c.test.ts');
  expect(slowestFiles({})).toBe('');
});
