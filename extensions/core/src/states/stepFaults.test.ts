import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hazardSteps, hazardWords } from '../hazards/hazardSteps.ts';
import { reportSteps, reportWords } from '../reports/reportSteps.ts';
import { visitSteps, visitWords } from '../visits/visitSteps.ts';
import type { Actor } from './Steps.ts';
import { reasonFaults, stepFaults } from './stepFaults.ts';

const machines = [
  [visitSteps, visitWords],
  [hazardSteps, hazardWords],
  [reportSteps, reportWords],
] as const;
const actors: Actor[] = ['city', 'county', 'inspector', 'automation', 'auditor', 'administrator'];
const REASON = '第三项存在问题描述不具体';

describe('every step of visits, hazards and reports', () => {
  it('is open to those whom the table names, to the administrator, and to nobody else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...machines), fc.constantFrom(...actors), fc.nat(4), fc.nat(4), ([steps, words], actor, i, j) => {
        const states = Object.keys(words.states);
        const [from, to] = [states[i % states.length]!, states[j % states.length]!];
        const faults = stepFaults(steps, words, from, to, actor, { return_reason: REASON, correction_reason: REASON, void_reason: REASON });
        const step = steps[from]?.[to];
        const allowed = from === to || (step !== undefined && (actor === 'administrator' || step.by.includes(actor)));
        expect(faults.length === 0).toBe(allowed);
        if (!allowed) expect(faults[0]?.field).toBe('status');
      }),
    );
  });

  it('that needs a reason is refused without one, for the administrator too', () => {
    for (const [steps, words] of machines) {
      for (const [from, targets] of Object.entries(steps)) {
        for (const [to, step] of Object.entries(targets)) {
          if (!step.reason) continue;
          for (const reason of [
            undefined,
            '',
            '  ',
            '不对',
            '。。。。。',
            '～～～～～',
            '￥￥￥￥',
            '啊啊啊啊啊',
            '测试测试',
            '12345',
            '1.2.3.4.5',
          ]) {
            expect(stepFaults(steps, words, from, to, 'administrator', { [step.reason]: reason }).map(({ field }) => field)).toEqual([step.reason]);
          }
        }
      }
    }
  });

  it('that does not exist says which do', () => {
    expect(stepFaults(visitSteps, visitWords, 'draft', 'locked', 'city', {})[0]?.message).toBe('状态不能从“草稿”改为“已锁定”：只能改为“已提交”');
  });

  it('from or to a state that nobody knows is refused, with the state as it came', () => {
    expect(stepFaults(visitSteps, visitWords, 'draft', 'gone', 'administrator', {})[0]?.message).toBe('状态不能从“草稿”改为“gone”：只能改为“已提交”');
    expect(stepFaults(visitSteps, visitWords, 'lost', 'draft', 'administrator', {})[0]?.message).toBe('状态不能从“lost”改为“草稿”：不能再改变');
    const steps = { ...visitSteps, draft: { parked: { by: [] } } };
    expect(stepFaults(steps, visitWords, 'draft', 'locked', 'city', {})[0]?.message).toContain('只能改为“parked”');
  });
});

it('a reason is readable, and asked for by its name, or by its field where it has none', () => {
  expect(reasonFaults(visitWords, 'return_reason', '第三项\u0007描述不具体').map(({ rule }) => rule)).toEqual(['visit.return_reason.plain']);
  expect(reasonFaults(visitWords, 'return_reason', 42)).toEqual([
    { field: 'return_reason', rule: 'visit.return_reason.required', message: '请填写退回原因' },
  ]);
  expect(reasonFaults(visitWords, 'other', '')[0]?.message).toBe('请填写other');
});
