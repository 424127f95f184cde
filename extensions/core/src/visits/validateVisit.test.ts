import { describe, expect, it } from 'vitest';
import { validateVisit } from './validateVisit.ts';
import { validateVisitItem } from './validateVisitItem.ts';
import { rulesTold } from '../errors/testing/rulesTold.ts';

const TODAY = '2026-11-23';
const visit = { enterprise: 'e1', status: 'draft', visited_on: TODAY };

describe('validateVisit', () => {
  it('takes a draft with enterprise and day', () => {
    expect(validateVisit({ ...visit, reward_amount_wan: '0.50000', drills_urged: 2 }, TODAY)).toEqual([]);
  });

  it('takes one that ends later than it begins, and one that tells only one of the two; a draft with one moment for both', () => {
    const arrived_at = '2026-11-23T09:00:00Z';
    for (const left_at of [arrived_at, '2026-11-23T17:00:00+08:00', '2026-11-23T11:00:00Z', new Date('2026-11-23T10:00:00Z'), null]) {
      expect(validateVisit({ ...visit, arrived_at, left_at }, TODAY)).toEqual([]);
    }
  });

  it('takes none that lasted no minute, once it is handed in', () => {
    const of = (status: string, left_at: string): string[] =>
      rulesTold(validateVisit({ ...visit, status, arrived_at: '2026-11-23T01:00:10Z', left_at }, TODAY));
    expect(of('submitted', '2026-11-23T01:00:10Z')).toEqual(['visit.left_at.same']);
    expect(of('submitted', '2026-11-23T09:00:59+08:00')).toEqual(['visit.left_at.same']);
    expect(of('submitted', '2026-11-23T01:01:00Z')).toEqual([]);
    expect(of('draft', '2026-11-23T01:00:10Z')).toEqual([]);
    expect(of('returned', '2026-11-23T01:00:10Z')).toEqual([]);
  });

  it('takes no time that is ahead, but for what two clocks are apart', () => {
    const rulesAt = (now: string): string[] => rulesTold(validateVisit({ ...visit, arrived_at: '2026-11-23T02:00:00Z' }, TODAY, new Date(now)));
    expect(rulesAt('2026-11-23T01:45:00Z')).toEqual([]);
    expect(rulesAt('2026-11-23T01:44:59Z')).toEqual(['visit.arrived_at.future']);
  });

  it.each([
    [{ enterprise: null }, 'visit.enterprise.required'],
    [{ status: 'done' }, 'visit.status.known'],
    [{ visited_on: null }, 'visit.visited_on.required'],
    [{ visited_on: '2026-13-01' }, 'visit.visited_on.day'],
    [{ visited_on: '2026-11-24' }, 'visit.visited_on.future'],
    [{ arrived_at: '2026-11-23T10:00:00Z', left_at: '2026-11-23T09:00:00Z' }, 'visit.left_at.before_arrived'],
    [{ arrived_at: '2026-11-24T09:00:00Z' }, 'visit.arrived_at.day'],
    [{ arrived_at: '2026-11-22T15:59:59Z' }, 'visit.arrived_at.day'],
    [{ left_at: '2026-11-23T16:00:00Z' }, 'visit.left_at.day'],
    [{ left_at: 'noon' }, 'visit.left_at.moment'],
    [{ inspectors_reason: '代\u0007班' }, 'visit.inspectors_reason.plain'],
    [{ remarks: 'a\u0000b' }, 'visit.remarks.plain'],
    [{ drills_urged: -1 }, 'visit.drills_urged.count'],
    [{ rules_improved: 1.5 }, 'visit.rules_improved.count'],
    [{ reward_amount_wan: '-0.1' }, 'visit.reward_amount_wan.amount'],
    [{ reward_amount_wan: '0.12345' }, 'visit.reward_amount_wan.amount'],
  ])('refuses %j by the rule %s', (change, rule) => {
    expect(rulesTold(validateVisit({ ...visit, ...change }, TODAY))).toContain(rule);
  });

  it('refuses a log of more than 20,000 characters', () => {
    expect(rulesTold(validateVisit({ ...visit, log: '记'.repeat(20_001) }, TODAY))).toContain('visit.log.plain');
  });
});

describe('validateVisitItem', () => {
  it('asks an item found lacking for a concrete problem and a suggestion', () => {
    expect(validateVisitItem({ result: 'missing', problem: '无', suggestion: '已整改' }).map((fault) => fault.field)).toEqual([
      'problem',
      'suggestion',
    ]);
    expect(validateVisitItem({ result: 'partial', problem: '7月以来晨会无签到记录', suggestion: '补齐签到表并每周抽查' })).toEqual([]);
  });

  it('leaves an item that is in place, or not yet judged, alone', () => {
    expect(validateVisitItem({ result: 'in_place' })).toEqual([]);
    expect(validateVisitItem({ result: null })).toEqual([]);
  });

  it('asks for words about what is checked where a team adds an item to the lists', () => {
    expect(validateVisitItem({ content: '核查储罐区的可燃气体报警器', result: null })).toEqual([]);
    for (const content of ['', '  ', 'a\u0000b', '核'.repeat(5001)])
      expect(rulesTold(validateVisitItem({ content }))).toEqual(['visit_item.content.plain']);
    expect(validateVisitItem({ content: '核'.repeat(5001), task_item: 'of a list' })).toEqual([]);
  });

  it('refuses an unknown result and unprintable text', () => {
    expect(rulesTold(validateVisitItem({ result: 'good', implementation: 'x\u001b[0m' }))).toEqual([
      'visit_item.result.known',
      'visit_item.implementation.plain',
    ]);
  });
});
