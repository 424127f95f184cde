import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hazardSteps, hazardWords } from '../hazards/hazardSteps.ts';
import { reportSteps, reportWords } from '../reports/reportSteps.ts';
import { visitSteps, visitWords } from '../visits/visitSteps.ts';
import type { Actor } from './Steps.ts';
import { stepFaults } from './stepFaults.ts';

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
      fc.property(fc.constantFrom(...machines), fc.constantFrom(...actors), fc.nat(3), fc.nat(3), ([steps, words], actor, i, j) => {
        const states = Object.keys(words.states);
        const [from, to] = [states[i]!, states[j]!];
        const faults = stepFaults(steps, words, from, to, actor, { return_reason: REASON, correction_reason: REASON });
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
          for (const reason of [undefined, '', '  ', '不对', '。。。。。']) {
            expect(stepFaults(steps, words, from, to, 'administrator', { [step.reason]: reason }).map(({ field }) => field)).toEqual([step.reason]);
          }
        }
      }
    }
  });

  it('that does not exist says which do', () => {
    expect(stepFaults(visitSteps, visitWords, 'draft', 'locked', 'city', {})[0]?.message).toBe('状态不能从“草稿”改为“已锁定”：只能改为“已提交”');
  });
});
