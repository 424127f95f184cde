import { describe, expect, it } from 'vitest';
import { reasonNeeded, type StandingHazard } from './reasonNeeded.ts';

const TODAY = '2026-11-23';
const hazard: StandingHazard = {
  severity: 'general',
  status: 'rectifying',
  enterprise: 'e1',
  title: '安全阀失效',
  description: '反应釜 R101 安全阀超期未校验',
  place: null,
  found_on: '2026-11-02',
  deadline: '2026-11-20',
  rectified_on: null,
  rectification: null,
  verified_on: null,
  verified_by: null,
  verified_officer: null,
  verification: null,
};
const needed = (change: Record<string, unknown>, of: Partial<StandingHazard> = {}): string | null =>
  reasonNeeded({ ...hazard, ...of }, change, TODAY);

describe('a reason is needed', () => {
  it('for a major hazard that becomes a general one, not for the other way', () => {
    expect(needed({ severity: 'general' }, { severity: 'major' })).toBe('always');
    expect(needed({ severity: 'major' }, { severity: 'major' })).toBeNull();
    expect(needed({ severity: 'major' })).toBeNull();
  });

  it('for a deadline that is over and is put off or taken away, not for one that comes earlier or is still to come', () => {
    expect(needed({ deadline: '2026-12-01' })).toBe('always');
    expect(needed({ deadline: null })).toBe('always');
    expect(needed({ deadline: '2026-11-19' })).toBeNull();
    expect(needed({ deadline: '2026-12-01' }, { deadline: '2026-11-23' })).toBeNull();
    expect(needed({ deadline: '2026-12-01' }, { deadline: null })).toBeNull();
    expect(needed({ deadline: '2026-12-01' }, { status: 'rectified' })).toBeNull();
    expect(needed({ deadline: '2026-12-01' }, { status: 'open' })).toBe('always');
  });

  it('for a day of rectification that moves, as long as it stays rectified', () => {
    const done = { status: 'rectified', rectified_on: '2026-11-10' };
    expect(needed({ rectified_on: '2026-10-31' }, done)).toBe('always');
    expect(needed({ rectified_on: '2026-10-31', status: 'verified' }, done)).toBe('always');
    expect(needed({ rectified_on: '2026-11-10' }, done)).toBeNull();
    expect(needed({ rectified_on: null, status: 'rectifying' }, done)).toBeNull();
    expect(needed({ rectified_on: '2026-11-10', status: 'rectified' })).toBeNull();
  });

  it('for what it is, once its visit is handed in, and at once where it was verified', () => {
    expect(needed({ title: '安全阀超期' })).toBe('handed_in');
    expect(needed({ enterprise: 'e2' })).toBe('handed_in');
    expect(needed({ description: null }, { status: 'verified' })).toBe('always');
    expect(needed({ title: '安全阀失效', place: 'R101' })).toBeNull();
    expect(needed({ measures: '更换安全阀' })).toBeNull();
  });

  it('for what was seen, once it is verified: who looked, when, and what they wrote; not while it is being verified', () => {
    const seen = {
      rectified_on: '2026-11-10',
      rectification: '已更换',
      verified_on: '2026-11-12',
      verified_officer: '钱科长',
      verification: '已无渗漏',
    };
    const changes = { rectification: '另一句', verified_on: '2026-11-13', verified_by: 'i2', verified_officer: '孙科长', verification: '另一句' };
    for (const [field, value] of Object.entries(changes)) {
      expect(needed({ [field]: value }, { ...seen, status: 'verified' }), field).toBe('always');
      expect(needed({ [field]: value, status: 'verified' }, { ...seen, status: 'verified' }), field).toBe('always');
      expect(needed({ [field]: value }, { ...seen, status: 'rectified' }), field).toBeNull();
    }
    expect(needed({ verified_by: null, ...seen }, { ...seen, status: 'verified' })).toBeNull();
    expect(needed({ verified_by: 'i2', status: 'verified' }, { ...seen, status: 'rectified' })).toBeNull();
    expect(needed({ verification: null, status: 'rectifying' }, { ...seen, status: 'verified' })).toBeNull();
  });
});
