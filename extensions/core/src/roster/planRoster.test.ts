import { describe, expect, it } from 'vitest';
import { planRoster, type KnownRoster, type RosterPlan } from './planRoster.ts';
import { readRoster } from './readRoster.ts';

const NOTHING: KnownRoster = {
  counties: [
    { id: 'c1', code: '370811', name: '任城区' },
    { id: 'c2', code: '370883', name: '邹城市' },
  ],
  enterprises: [],
  inspectors: [],
  teams: [],
};
const HEAD = ['县（市、区）', '企业名称', '统一社会信用代码', '地址', '驻点人员', '联系电话'];
const plan = (lines: string[][], known: KnownRoster = NOTHING, allowed: string[] | null = null, county: string | null = null): RosterPlan => {
  const reading = readRoster([HEAD, ...lines]);
  if ('fault' in reading) throw new Error(reading.fault);
  return planRoster(reading.rows, known, { county, allowed, newId: () => `new${++ids}` });
};
let ids = 0;
/** The world after a plan was carried out. */
const after = (known: KnownRoster, done: RosterPlan): KnownRoster => ({
  counties: known.counties,
  enterprises: [
    ...known.enterprises.map((one) => ({ ...one, ...done.changedEnterprises.find(({ id }) => id === one.id)?.change })),
    ...done.newEnterprises,
  ],
  inspectors: [
    ...known.inspectors.map((one) => ({ ...one, ...done.changedInspectors.find(({ id }) => id === one.id)?.change })),
    ...done.newInspectors.map((one) => ({ ...one, active: true })),
  ],
  teams: [
    ...known.teams.filter(({ id }) => !done.newTeams.some(({ replaces }) => replaces === id)),
    ...done.newTeams.map((team) => ({ ...team, valid_from: '2026-11-24' })),
  ],
});
const LINE = ['任城区', '甲厂', '91350100M000100Y43', '示例路1号', '张三、李四', '13900000000、13900000001'];
const outcomes = (done: RosterPlan): string[] => done.rows.map(({ outcome }) => outcome);

describe('planRoster', () => {
  it('creates an enterprise, its people and its team; the same file again changes nothing', () => {
    const first = plan([LINE]);
    expect([first.newEnterprises.length, first.newInspectors.length, first.newTeams.length]).toEqual([1, 2, 1]);
    const second = plan([LINE], after(NOTHING, first));
    expect(outcomes(second)).toEqual(['keep']);
    expect([second.newEnterprises, second.changedEnterprises, second.newInspectors, second.changedInspectors, second.newTeams].flat()).toEqual([]);
    expect(second.kept).toEqual({ enterprises: 1, inspectors: 2, teams: 1 });
  });

  it('knows an enterprise by its code under a new name, and by its name when there is no code', () => {
    const known = after(NOTHING, plan([LINE]));
    expect(plan([['任城区', '甲厂（新名）', '91350100M000100Y43', '', '', '']], known).changedEnterprises).toEqual([
      { id: known.enterprises[0]?.id, change: { name: '甲厂(新名)' } },
    ]);
    expect(outcomes(plan([['任城区', '甲厂', '', '示例路2号', '', '']], known))).toEqual(['change']);
  });

  it('leaves what a blank cell does not speak of', () => {
    const known = after(NOTHING, plan([LINE]));
    expect(outcomes(plan([['任城区', '甲厂', '', '', '', '']], known))).toEqual(['keep']);
  });

  it('gives an enterprise a new team when other people are named, and ends the old one', () => {
    const known = after(NOTHING, plan([LINE]));
    const done = plan([['任城区', '甲厂', '', '', '张三、王五', '13900000000、13900000002']], known);
    expect(done.newTeams).toMatchObject([{ enterprise: known.enterprises[0]?.id, replaces: known.teams[0]?.id }]);
    expect(done.newInspectors.map(({ name }) => name)).toEqual(['王五']);
    expect(done.rows[0]?.changes).toContainEqual({ field: 'team', from: '张三、李四', to: '张三、王五' });
  });

  it.each<[string, string[], string]>([
    ['one person', ['任城区', '甲厂', '', '', '张三', ''], '两人一企'],
    ['a county that does not exist', ['不存在县', '甲厂', '', '', '', ''], '没有“不存在县”'],
    ['no county', ['', '甲厂', '', '', '', ''], '没有“县（市、区）”列'],
  ])('refuses %s, and says so', (_, line, message) => {
    const done = plan([line]);
    expect(outcomes(done)).toEqual(['fault']);
    expect(done.rows[0]?.faults[0]?.message).toContain(message);
  });

  it('refuses a row of another county to a county', () => {
    expect(plan([['邹城市', '甲厂', '', '', '', '']], NOTHING, ['c1'], 'c1').rows[0]?.faults[0]?.field).toBe('county');
    expect(outcomes(plan([['', '甲厂', '', '', '', '']], NOTHING, ['c1'], 'c1'))).toEqual(['create']);
  });

  it('asks for a phone when a name is not enough', () => {
    const person = { name: '张三', level: 'county' as const, organisation: null, position: null, county: 'c1', active: true };
    const known = {
      ...NOTHING,
      inspectors: [
        { ...person, id: 'a', phone: '13900000000' },
        { ...person, id: 'b', phone: '13900000009' },
      ],
    };
    expect(plan([['任城区', '甲厂', '', '', '张三、李四', '']], known).rows[0]?.faults[0]?.message).toContain('有 2 名“张三”');
    expect(plan([LINE], known).newTeams[0]?.members).toContain('a');
  });
});
