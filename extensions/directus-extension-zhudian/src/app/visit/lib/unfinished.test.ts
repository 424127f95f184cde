import { expect, it } from 'vitest';
import { normaliseDraft } from './normaliseDraft.ts';
import { blankHazard } from './readVisit.ts';
import { submissionFaults } from './submissionFaults.ts';
import { newDraft } from './testing/newDraft.ts';
import { unfinished } from './unfinished.ts';

it('what is kept back is told at its place, and nothing else is kept back', () => {
  const draft = newDraft();
  expect(unfinished(draft).faults).toEqual([]);
  Object.assign(draft, { log: '上午查台账\u0007', arrived_at: '2026-11-25T01:00:00Z' });
  Object.assign(draft.items[1]!, { result: 'missing', problem: '无' });
  const { fields, items, faults } = unfinished(draft);
  expect([[...fields].sort(), [...items]]).toEqual([['arrived_at', 'log'], ['i2']]);
  expect(faults.map(({ place }) => place)).toEqual(['arrived_at', 'log', 'item:i2', 'item:i2']);
});

it('what Word pastes along keeps nothing back: it is made what the server keeps of it, in the hazard somebody is writing as well', () => {
  const draft = newDraft();
  draft.log = '上午查台账\u000b下午看现场\u200b';
  draft.items[0]!.implementation = '查阅\u2028核对';
  draft.writing = { ...blankHazard('h'), title: '阀门\u000b渗漏', description: '法兰渗漏\u0085见照片' };
  normaliseDraft(draft);
  expect([draft.log, draft.items[0]!.implementation, draft.writing.title, draft.writing.description]).toEqual([
    '上午查台账\n下午看现场',
    '查阅\n核对',
    '阀门 渗漏',
    '法兰渗漏\n见照片',
  ]);
  expect(unfinished(draft).faults).toEqual([]);
});

it('a general hazard without a plan keeps the visit from being handed in, at the hazard, and a signature that is missing by its name', () => {
  const draft = newDraft();
  draft.hazards.push({ ...blankHazard('h'), title: '消防通道占用', description: '东门消防通道堆放原料桶，占用约两米', measures: '移走' });
  const faults = submissionFaults(draft, '2026-11-24');
  expect(faults.filter(({ place }) => place === 'hazard:h').map(({ field }) => field)).toEqual(['deadline', 'responsible_person']);
  expect(faults.find(({ place }) => place === 'signatures')?.message).toContain('还没有签字：a、b');
});
