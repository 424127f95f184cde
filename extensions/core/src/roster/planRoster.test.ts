import { describe, expect, it } from 'vitest';
import { planRoster, type KnownRoster, type RosterPlan } from './planRoster.ts';
import { readRoster } from './readRoster.ts';
import { sheetOfTexts } from './sheet/sheetOfTexts.ts';

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
const planOf = (sheet: string[][], known: KnownRoster, allowed: string[] | null, county: string | null): RosterPlan => {
  const reading = readRoster([sheetOfTexts('名单', sheet)]);
  if ('fault' in reading) throw new Error(reading.fault);
  return planRoster(reading.rows, known, { county, allowed, newId: () => `new${++ids}` });
};
const plan = (lines: string[][], known: KnownRoster = NOTHING, allowed: string[] | null = null, county: string | null = null): RosterPlan =>
  planOf([HEAD, ...lines], known, allowed, county);
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

  it('takes the one with the phone among people of one name, and refuses the one who is another county’s', () => {
    const known = after(NOTHING, plan([LINE, ['邹城市', '乙厂', '', '', '张三、王五', '13900000005、13900000006']]));
    const [inRencheng, inZoucheng] = known.inspectors.filter(({ name }) => name === '张三');
    const without = { ...inRencheng, id: 'i-without', phone: null } as KnownRoster['inspectors'][number];
    const planned = (phone: string): RosterPlan =>
      plan([['任城区', '丙厂', '', '', '张三、李四', `${phone}、13900000001`]], { ...known, inspectors: [...known.inspectors, without] });
    const members = (phone: string): readonly string[] | undefined => planned(phone).newTeams[0]?.members;
    expect(members('13900000000')).toContain(inRencheng?.id);
    expect(inZoucheng?.phone).toBe('13900000005');
    expect([planned('13900000005').newTeams, planned('13900000005').rows[0]?.faults]).toEqual([
      [],
      [{ field: 'people', message: expect.stringContaining('“张三”（13900000005）是其他县（市、区）的驻点人员') as string }],
    ]);
    // A phone that nobody has belongs to the one of that name who has none.
    expect(members('13900000009')).toContain('i-without');
  });

  it('finds a person by the phone that an earlier line of the file gave them', () => {
    const known: KnownRoster = { ...NOTHING, inspectors: after(NOTHING, plan([LINE])).inspectors.map((one) => ({ ...one, phone: null })) };
    const done = plan(
      [
        ['任城区', '丙厂', '', '', '张三、李四', '13900000000、13900000001'],
        ['任城区', '丁厂', '', '', '张三、李四', '13900000000、13900000001'],
      ],
      known,
    );
    expect(done.newInspectors).toEqual([]);
    expect(done.newTeams.map(({ members }) => members)).toEqual([known.inspectors.map(({ id }) => id), known.inspectors.map(({ id }) => id)]);
  });

  it.each(['任城区', '任城', '370811', '任 城 区'])('knows the county under “%s”', (written) => {
    expect(plan([[written, ...LINE.slice(1)]]).newEnterprises).toMatchObject([{ county: 'c1', name: '甲厂' }]);
  });

  it('shows a row with a fault as it was read, and keeps the fault that reading found', () => {
    const done = plan([['任城区', '甲厂', '123', '', '张三、李四', '']]);
    expect(done.rows).toMatchObject([{ row: 2, enterprise: '甲厂', people: ['张三', '李四'], outcome: 'fault', changes: [] }]);
    expect(done.rows[0]?.faults).toEqual([{ field: 'uscc', message: expect.stringContaining('123') as string }]);
    expect([done.newEnterprises, done.newInspectors, done.newTeams].flat()).toEqual([]);
  });

  it('leaves an enterprise in its county, and a code as it is registered', () => {
    const known = after(NOTHING, plan([LINE]));
    expect(plan([['邹城市', '甲厂', '91350100M000100Y43', '', '', '']], known).rows[0]?.faults).toEqual([
      { field: 'uscc', message: '统一社会信用代码“91350100M000100Y43”已登记在其他县（市、区）；如企业迁址，请由市级管理员修改' },
    ]);
    expect(plan([['任城区', '甲厂', '91350100M000100Y56', '', '', '']], known).rows[0]?.faults[0]?.message).toBe(
      '“甲厂”已登记的统一社会信用代码是 91350100M000100Y43，与文件中的 91350100M000100Y56 不同；请核对',
    );
  });

  it('registers the code of an enterprise that had none', () => {
    const known = after(NOTHING, plan([['任城区', '甲厂', '', '', '', '']]));
    expect(plan([LINE], known).changedEnterprises[0]?.change).toEqual({ uscc: LINE[2], address: LINE[3] });
  });

  it('refuses two rows that are one enterprise under a short and a long name of its county', () => {
    const [, again] = plan([LINE, ['任城', ...LINE.slice(1)]]).rows;
    expect(again).toMatchObject({ outcome: 'fault', faults: [{ field: 'enterprise', message: '“甲厂”与第 2 行是同一家企业；请合并为一行' }] });
  });

  it('tells a county that chose another county of that one', () => {
    expect(plan([['', '甲厂', '', '', '', '']], NOTHING, ['c1'], 'c2').rows[0]?.faults[0]?.message).toBe(
      '“所选县（市、区）”不是您所在的县（市、区）；只能导入本县（市、区）的名单',
    );
  });

  it('keeps what other lines say of a person who is new, and takes two phones for two people', () => {
    const done = plan([
      ['任城区', '甲厂', '', '', '张三、李四', ''],
      ['任城区', '乙厂', '', '', '张三、李四', '13900000000、'],
      ['任城区', '丙厂', '', '', '张三、李四', '13900000009、'],
    ]);
    expect(done.newInspectors.map(({ name, phone }) => [name, phone])).toEqual([
      ['张三', '13900000000'],
      ['李四', null],
      ['张三', '13900000009'],
    ]);
    expect(done.changedInspectors).toEqual([]);
    expect(done.newTeams[1]?.members).toEqual(done.newTeams[0]?.members);
    expect(done.newTeams[2]?.members[0]).not.toBe(done.newTeams[0]?.members[0]);
  });

  it('adds a phone to a person it knows, once, and finds them by it afterwards', () => {
    const known = after(NOTHING, plan([['任城区', '甲厂', '', '', '张三、李四', '']]));
    const lines = ['甲厂', '乙厂'].map((name) => ['任城区', name, '', '', '张三、李四', '13900000000、']);
    const done = plan(lines, known);
    expect(done.changedInspectors).toEqual([{ id: known.inspectors[0]?.id, change: { phone: '13900000000' } }]);
    expect(done.rows.map(({ changes }) => changes.filter(({ field }) => field === '张三 phone'))).toEqual([
      [{ field: '张三 phone', from: null, to: '13900000000' }],
      [],
    ]);
    expect([done.newInspectors, done.kept.inspectors]).toEqual([[], 1]);
  });

  it('takes over where a person works, and tells of a team whom the county cannot see', () => {
    const known = after(NOTHING, plan([LINE]));
    const sheet = [
      ['企业名称', '驻点人员', '工作单位', '职务'],
      ['甲厂', '张三、李四', '应急局', '科员'],
    ];
    const done = planOf(sheet, { ...known, inspectors: known.inspectors.slice(0, 1) }, ['c1'], 'c1');
    expect(done.changedInspectors).toEqual([{ id: known.inspectors[0]?.id, change: { organisation: '应急局', position: '科员' } }]);
    expect(done.rows[0]?.changes.at(-1)).toEqual({ field: 'team', from: '张三、其他县（市、区）人员', to: '张三、李四' });
  });

  it('does not take one person written twice for a team', () => {
    expect(plan([['任城区', '甲厂', '', '', '张三、张三', '']]).rows[0]?.faults).toEqual([
      { field: 'people', message: '同一名驻点人员写了两次；同名的两人请分别填写联系电话' },
    ]);
    expect(outcomes(plan([['任城区', '甲厂', '', '', '张三、张三', '13900000000、13900000001']]))).toEqual(['create']);
  });

  it('refuses somebody who has left', () => {
    const known = after(NOTHING, plan([LINE]));
    const left = { ...known, inspectors: known.inspectors.map((one) => ({ ...one, active: one.name !== '李四' })) };
    expect(plan([LINE], left).rows[0]?.faults).toEqual([{ field: 'people', message: '“李四”已停用，不能编入驻点组；请先恢复在岗，或换人' }]);
  });

  it('names the enterprises in service that the file leaves out, of the counties that it speaks of', () => {
    const known = after(
      NOTHING,
      plan([LINE, ['任城区', '乙厂', '', '', '', ''], ['任城区', '丙厂', '', '', '', ''], ['邹城市', '丁厂', '', '', '', '']]),
    );
    const stopped = known.enterprises.map((one) => ({ ...one, status: one.name === '丙厂' ? ('suspended' as const) : ('active' as const) }));
    const read = plan([LINE], { ...known, enterprises: stopped });
    expect(read.absent).toEqual([{ id: known.enterprises.find(({ name }) => name === '乙厂')?.id, name: '乙厂', county: '任城区' }]);
    // One with a fault is named all the same.
    expect(plan([LINE, ['任城区', '乙厂', '', '', '张三', '']], { ...known, enterprises: stopped }).absent).toEqual([]);
  });

  it('takes the county from the name of the sheet or the title where no column has it, and tells when another one was chosen', () => {
    const titled = (county: string | null): RosterPlan =>
      planOf(
        [
          ['邹城市驻点企业名单', ''],
          ['企业名称', '驻点人员'],
          ['甲厂', ''],
        ],
        NOTHING,
        null,
        county,
      );
    expect(titled(null).newEnterprises).toMatchObject([{ county: 'c2' }]);
    expect(titled('c1').newEnterprises).toMatchObject([{ county: 'c1' }]);
    expect(titled('c1').rows[0]?.notes).toContain('标题或工作表名写的是“邹城市”，将导入到“任城区”，请核对');
    const both = planOf(
      [
        ['任城区、邹城市', ''],
        ['企业名称', '驻点人员'],
        ['甲厂', ''],
      ],
      NOTHING,
      null,
      null,
    );
    expect(outcomes(both)).toEqual(['fault']);
  });

  it('tells that an enterprise would stand without a team, and that one is out of service', () => {
    expect(plan([['任城区', '甲厂', '', '', '', '']]).rows[0]?.notes).toEqual(['没有驻点人员：这家企业不会有驻点组']);
    const known = after(NOTHING, plan([LINE]));
    const closed = { ...known, enterprises: known.enterprises.map((one) => ({ ...one, status: 'closed' as const })) };
    expect(plan([LINE], closed).rows[0]?.notes).toEqual(['系统中这家企业是关闭状态，导入不改变状态']);
    const suspended = { ...known, enterprises: known.enterprises.map((one) => ({ ...one, status: 'suspended' as const })) };
    expect(plan([LINE], suspended).rows[0]?.notes).toEqual(['系统中这家企业是停产状态，导入不改变状态']);
  });

  it('registers new people at the level that was chosen where the file tells none', () => {
    const reading = readRoster([sheetOfTexts('名单', [HEAD, LINE])], new Map([['level', 'city']]));
    if ('fault' in reading) throw new Error(reading.fault);
    const done = planRoster(reading.rows, NOTHING, { county: null, allowed: null, level: reading.level, newId: () => `new${++ids}` });
    expect(done.newInspectors.map(({ level, county }) => [level, county])).toEqual([
      ['city', null],
      ['city', null],
    ]);
  });

  describe('of people whom the city sends', () => {
    const head = ['企业名称', '市级驻点人员', '县级驻点人员', '工作单位', '市级联系电话'];
    const read = (line: string[], known: KnownRoster, allowed: string[] | null): RosterPlan => planOf([head, line], known, allowed, 'c1');
    const first = read(['甲厂', '张三', '李四', '', '13900000000'], NOTHING, null);
    const known = after(NOTHING, first);

    it('knows them in every county, and never takes the county’s person of that name for them', () => {
      expect(first.newInspectors.map(({ name, level, county }) => [name, level, county])).toEqual([
        ['张三', 'city', null],
        ['李四', 'county', 'c1'],
      ]);
      expect(read(['乙厂', '张三', '李四', '', ''], known, null).newInspectors).toEqual([]);
      expect(read(['乙厂', '李四', '张三', '', ''], known, null).newInspectors.map(({ name, level }) => [name, level])).toEqual([
        ['李四', 'city'],
        ['张三', 'county'],
      ]);
    });

    it('keeps for a new one what a later line of the same file says, whoever sends it', () => {
      const sheet = [head, ['甲厂', '张三', '李四', '', ''], ['乙厂', '张三', '李四', '', '13900000000']];
      const done = planOf(sheet, NOTHING, ['c1'], 'c1');
      expect(done.newInspectors.map(({ name, phone }) => [name, phone])).toEqual([
        ['张三', '13900000000'],
        ['李四', null],
      ]);
    });

    it('lets the city put a new phone beside a name without one, and a county not', () => {
      const bare = { ...known, inspectors: known.inspectors.map((one) => ({ ...one, phone: null })) };
      const line = ['甲厂', '张三', '李四', '', '13900000005'];
      expect(read(line, bare, null).changedInspectors).toEqual([{ id: known.inspectors[0]?.id, change: { phone: '13900000005' } }]);
      expect(read(line, bare, ['c1']).changedInspectors).toEqual([]);
    });
  });
});
