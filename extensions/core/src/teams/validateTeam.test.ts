import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateTeam, type TeamDraft } from './validateTeam.ts';
import { rulesTold } from '../errors/testing/rulesTold.ts';

const TODAY = '2026-11-24';
const members = [
  { inspector: 'a', active: true },
  { inspector: 'b', active: true },
];
const team = (change: Partial<TeamDraft> = {}): TeamDraft => ({ enterprise: 'e', valid_from: '2026-01-01', valid_to: null, members, ...change });
const rules = (draft: TeamDraft, others: Parameters<typeof validateTeam>[1] = []): string[] => rulesTold(validateTeam(draft, others, TODAY));

describe('a team', () => {
  it('has two active members', () => {
    expect(rules(team())).toEqual([]);
    expect(rules(team({ members: members.slice(1) }))).toEqual(['team.members.pair']);
    expect(rules(team({ members: [members[0]!, { inspector: 'b', active: false }] }))).toEqual(['team.members.pair']);
  });

  it('has each member once', () => {
    expect(rules(team({ members: [members[0]!, members[0]!] }))).toEqual(['team.members.twice']);
  });

  it('has nobody under two entries of the register: one login, or one name and phone', () => {
    const known = (...phones: (string | null)[]): TeamDraft =>
      team({
        members: members.map((one, at) => ({ ...one, person: { id: one.inspector, name: '陆长青', login: null, phone: phones[at] ?? null } })),
      });
    expect(rules(known('13900000001', '13900000001'))).toEqual(['team.members.twice']);
    expect(rules(known('13900000001', '13900000002'))).toEqual([]);
    expect(rules(known('', ''))).toEqual([]);
    expect(rules(known(null, null))).toEqual([]);
  });

  it('of the past may have whoever it had', () => {
    expect(rules(team({ valid_to: '2026-06-30', members: [] }))).toEqual([]);
    expect(rules(team({ valid_to: TODAY, members: [] }))).toEqual(['team.members.pair']);
  });

  it('is of an enterprise, and ends on a day or not at all', () => {
    expect(rules(team({ enterprise: null }))).toEqual(['team.enterprise.required']);
    expect(validateTeam(team({ valid_from: '', valid_to: ['soon'] }), [], TODAY).map(({ message }) => message)).toEqual([
      '生效日期“空”不是有效日期，请按 2026-01-31 的形式填写',
      '截止日期“非文字”不是有效日期；长期有效请留空',
    ]);
    expect(rules(team({ valid_to: ' ' }))).toEqual([]);
  });

  it('says whose days it takes', () => {
    const told = (people: string, valid_to: string | null): string | undefined =>
      validateTeam(team(), [{ valid_from: '2026-01-01', valid_to, people }], TODAY)[0]?.message;
    expect(told('甲、乙', '2026-12-31')).toContain('（甲、乙，2026-01-01 至 2026-12-31）');
    expect(told('', null)).toContain('（无成员，2026-01-01 起）');
  });

  it('ends not before it begins', () => {
    expect(rules(team({ valid_to: '2025-12-31' }))).toEqual(['team.valid_to.before_from']);
    expect(rules(team({ valid_from: 'soon' }))).toEqual(['team.valid_from.day']);
  });

  it('is refused exactly when a day belongs to two teams', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`);
    const period = fc.tuple(day, fc.option(day)).filter(([from, to]) => to === null || to >= from);
    fc.assert(
      fc.property(period, period, ([from, to], [otherFrom, otherTo]) => {
        const days = Array.from({ length: 31 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`);
        const inForce = (one: string, first: string, last: string | null): boolean => one >= first && (last === null || one <= last);
        const shared = days.some((one) => inForce(one, from, to) && inForce(one, otherFrom, otherTo));
        const told = rules(team({ valid_from: from, valid_to: to }), [{ valid_from: otherFrom, valid_to: otherTo, people: '甲、乙' }]);
        expect(told.includes('team.overlap')).toBe(shared);
      }),
    );
  });
});
