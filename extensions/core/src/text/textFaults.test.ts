import { expect, it } from 'vitest';
import { textFaults } from './textFaults.ts';

const TEXTS = { progress: '工作进展', problems: '问题困难' } as const;

it('are told at each field by its label; what is empty or no text is another rule’s', () => {
  const faults = textFaults('report', TEXTS, { progress: '检修\u0007期间', problems: '停产' });
  expect(faults).toEqual([{ field: 'progress', rule: 'report.progress.plain', message: expect.stringContaining('工作进展') as string }]);
  expect(textFaults('report', TEXTS, { progress: null, problems: 3 })).toEqual([]);
  expect(textFaults('report', TEXTS, { problems: '长'.repeat(20_001) })).toHaveLength(1);
});
