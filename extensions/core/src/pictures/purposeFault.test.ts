import { expect, it } from 'vitest';
import { purposeFault } from './purposeFault.ts';

it('a photo is neither a signature nor an attachment, nor one of another record; each fault says what to do', () => {
  expect(purposeFault('file', null)).toEqual([]);
  for (const [misuse, words] of [
    ['signature', '签字'],
    ['attachment', '附件'],
    ['once', '其他'],
  ] as const) {
    const [fault] = purposeFault('file', misuse);
    expect(fault).toMatchObject({ field: 'file', rule: `photo.${misuse}` });
    expect(fault?.message).toContain(words);
    expect(fault?.message).toMatch(/；请/);
  }
});
