import { describe, expect, it } from 'vitest';
import { planFaults } from './planFaults.ts';

const open = { severity: 'general', status: 'open', found_on: '2026-11-20' };
const fields = (change: object): string[] => planFaults({ ...open, ...change }).map(({ field }) => field);

describe('the plan of a general hazard', () => {
  it('is measures, a deadline and a responsible person, each asked for by name', () => {
    expect(fields({})).toEqual(['measures', 'deadline', 'responsible_person']);
    expect(fields({ measures: '更换垫片', responsible_person: ' ' })).toEqual(['deadline', 'responsible_person']);
    expect(planFaults({ ...open, measures: '更换', deadline: '2026-12-01' })).toEqual([
      {
        field: 'responsible_person',
        rule: 'hazard.responsible_person.planned',
        message: '没有当场整改的隐患须明确整改措施、整改时限和整改责任人：请填写整改责任人',
      },
    ]);
  });

  it('is not asked of a major one, nor of what was rectified on the spot; of what was rectified later it is', () => {
    expect(fields({ severity: 'major' })).toEqual([]);
    for (const status of ['rectified', 'verified']) {
      expect(fields({ status, rectified_on: '2026-11-20' })).toEqual([]);
      expect(fields({ status })).toEqual([]);
      expect(fields({ status, rectified_on: '2026-11-21', found_on: null })).toEqual([]);
      expect(fields({ status, rectified_on: '2026-11-21' })).toHaveLength(3);
    }
  });
});
