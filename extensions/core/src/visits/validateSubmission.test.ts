import { describe, expect, it } from 'vitest';
import { validateSubmission, type Submission } from './validateSubmission.ts';
import { rulesTold } from '../errors/testing/rulesTold.ts';

const LOG = '上午核查作业票和台账，下午现场监督动火作业';
const WHOLE = {
  inspectors: ['a', 'b'],
  unsigned: [],
  team: ['a', 'b'],
  hazards: [],
  log: LOG,
  items: [{ sort: 1, result: 'in_place' }],
  byInspector: true,
};
const rules = (change: Partial<Submission>): string[] => rulesTold(validateSubmission({ ...WHOLE, ...change }));

describe('a visit that is handed in', () => {
  it('was done by two different people', () => {
    expect(rules({})).toEqual([]);
    expect(rules({ inspectors: ['a'] })).toEqual(['visit.inspectors.pair']);
    expect(rules({ inspectors: ['a', 'a'] })).toEqual(['visit.inspectors.pair']);
    expect(rules({ inspectors: [] })).toEqual(['visit.inspectors.pair']);
  });

  it('was signed by everybody who was there', () => {
    const [fault] = validateSubmission({ ...WHOLE, unsigned: ['张示例', '李示例'] });
    expect(fault).toEqual({
      field: 'inspectors',
      rule: 'visit.inspectors.signed',
      message: '还没有签字：张示例、李示例；到场人员都须在“驻点人员”中签字后才能提交',
    });
  });

  it('says of each general hazard that is still open what is done, by whom and by when', () => {
    const hazard = { severity: 'general', status: 'open', title: '阀门渗漏', measures: '更换垫片' };
    const plan = { deadline: '2026-12-01', responsible_person: '设备科长' };
    const major = { severity: 'major', status: 'open', title: '安全阀失效' };
    const done = { ...hazard, status: 'rectified' };
    const faults = validateSubmission({ ...WHOLE, hazards: [hazard, { ...hazard, ...plan }, major, done] });
    expect(faults.map(({ field, message }) => [field, message])).toEqual([
      ['hazards', '隐患“阀门渗漏”没有当场整改，请先在该隐患中填写整改时限、整改责任人'],
    ]);
  });

  it('was done by the team in force, or says why not', () => {
    expect(rules({ inspectors: ['a', 'c'] })).toEqual(['visit.inspectors.team']);
    expect(rules({ inspectors: ['a', 'c'], inspectors_reason: '乙住院，由丙代替' })).toEqual([]);
    expect(rules({ team: null })).toEqual(['visit.inspectors.team']);
    for (const nothing of ['.....', '无', '啊啊啊啊'])
      expect(rules({ team: ['a', 'c'], inspectors_reason: nothing }), nothing).toEqual(['visit.inspectors_reason.short']);
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
