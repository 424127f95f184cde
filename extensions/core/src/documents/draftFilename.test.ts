import { expect, it } from 'vitest';
import { draftFilename } from './draftFilename.ts';

it('tells the second of a name from the first, before its ending', () => {
  expect(draftFilename('月报-示例县-2026-11.docx', 0)).toBe('月报-示例县-2026-11.docx');
  expect(draftFilename('月报-示例县-2026-11.docx', 1)).toBe('月报-示例县-2026-11-第2稿.docx');
  expect(draftFilename('统计表.v2.xlsx', 11)).toBe('统计表.v2-第12稿.xlsx');
});
