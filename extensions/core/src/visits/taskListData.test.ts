import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { taskListData } from './taskListData.ts';
import type { VisitFacts } from './VisitFacts.ts';

const SAMPLE = new URL('../../../../schema/templates/task_list/sample.json', import.meta.url);
const facts = JSON.parse(readFileSync(SAMPLE, 'utf8')) as VisitFacts;

it('puts the result before what was written of it, and leaves blank what nobody has looked at', () => {
  const item = { content: '晨会', problem: null, suggestion: null };
  const items = [
    { ...item, result: 'partial', implementation: '查阅记录。' },
    { ...item, result: 'not_applicable', implementation: null },
    { ...item, result: null, implementation: '待查' },
    { ...item, result: null, implementation: null },
  ] as const;
  const printed = taskListData({ ...facts, items }).items as { implementation: string }[];
  expect(printed.map(({ implementation }) => implementation)).toEqual(['部分落实：查阅记录。', '不涉及', '待查', '']);
});
