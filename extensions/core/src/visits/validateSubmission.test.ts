import { describe, expect, it } from 'vitest';
import { validateSubmission, type Submission } from './validateSubmission.ts';
import { rulesTold } from '../errors/testing/rulesTold.ts';

const LOG = '上午核查作业票和台账，下午现场监督动火作业';
const WHOLE = { inspectors: ['a', 'b'], team: ['a', 'b'], log: LOG, items: [{ sort: 1, result: 'in_place' }], byInspector: true };
const rules = (change: Partial<Submission>): string[] => rulesTold(validateSubmission({ ...WHOLE, ...change }));

describe('a visit that is handed in', () => {
  it('was done by two different people', () => {
    expect(rules({})).toEqual([]);
    expect(rules({ inspectors: ['a'] })).toEqual(['visit.inspectors.pair']);
    expect(rules({ inspectors: ['a', 'a'] })).toEqual(['visit.inspectors.pair']);
    expect(rules({ inspectors: [] })).toEqual(['visit.inspectors.pair']);
  });

  it('was done by the team in force, or says why not', () => {
    expect(rules({ inspectors: ['a', 'c'] })).toEqual(['visit.inspectors.team']);
    expect(rules({ inspectors: ['a', 'c'], inspectors_reason: '乙住院，由丙代替' })).toEqual([]);
    expect(rules({ team: null })).toEqual(['visit.inspectors.team']);
  });

  it('has a log, which says something', () => {
    for (const log of [undefined, null, '', '无', '正常']) expect(rules({ log })).toEqual(['visit.log.concrete']);
    expect(rules({ log: null, byInspector: false })).toEqual([]);
  });

  it('has a result for every item, and names those that have none', () => {
    const items = [{ sort: 1, result: 'in_place' }, { sort: 2 }, { sort: 3, result: null }];
    expect(rules({ items })).toEqual(['visit.items.complete']);
    expect(validateSubmission({ ...WHOLE, items, byInspector: false })[0]?.message).toContain('第 2、3 项');
  });

  it('has a list at all, unless an office transcribes it', () => {
    expect(rules({ items: [] })).toEqual(['visit.items.none']);
    expect(rules({ items: [], byInspector: false })).toEqual([]);
  });

  it('counts items that have no number of their own by their place', () => {
    const items = [{ sort: null, result: 'in_place' }, { sort: null }, { result: ' ' }];
    const [fault] = validateSubmission({ ...WHOLE, items });
    expect(fault?.message).toBe('任务清单还有 2 项没有检查结果（第 2、3 项）；请逐项选择，不涉及的选“不涉及”');
  });

  it('may be a paper log that an office transcribes, without the list', () => {
    expect(rules({ items: [{ sort: 1 }, { sort: 2 }], byInspector: false })).toEqual([]);
    expect(rules({ items: [{ sort: 1 }, { sort: 2 }] })).toEqual(['visit.items.complete']);
  });
});
