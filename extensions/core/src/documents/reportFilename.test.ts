import { expect, it } from 'vitest';
import { reportFilename } from './reportFilename.ts';

it('a report that is handed in again says for which time; a draft that it is one', () => {
  const [first, second, draft] = [1, 2, null].map((submission) => reportFilename('示例县', '2026-11', submission));
  expect(first).toMatch(/-示例县-2026-11\.docx$/);
  expect(second).toBe(first!.replace('.docx', '-第2次报送.docx'));
  expect(draft).toContain('（未报送）');
});
