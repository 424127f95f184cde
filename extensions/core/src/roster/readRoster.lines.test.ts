import { describe, expect, it } from 'vitest';
import type { RosterContents } from './readRoster.ts';
import { sheetOfTexts } from './sheet/sheetOfTexts.ts';
import { open, read } from './testing/handmade.ts';

describe('people', () => {
  const rows = (head: string[], ...lines: string[][]): RosterContents => read([sheetOfTexts('表', [head, ...lines])]);

  it('whose level is said twice have to agree', () => {
    expect(open(rows(['企业名称', '市级驻点人员'], ['甲厂', '张三（县级）']))).toEqual(['表!B2']);
    const two = rows(['企业名称', '驻点人员', '级别'], ['甲厂', '张三（县级）', '市级']);
    expect(two.rows[0]?.faults).toEqual([{ field: 'people', rule: 'roster.level.two', message: '“张三”一处写市级、一处写县级；请核对' }]);
  });

  it('are told apart from the enterprise, whose number has to be one', () => {
    const reading = rows(['企业名称', '驻点人员', '企业电话'], ['甲厂', '张三、李四', '12345']);
    expect(reading.rows[0]?.faults.map(({ field, rule }) => [field, rule])).toEqual([['phone', 'roster.phone']]);
    expect(rows(['企业名称', '驻点人员', '企业电话'], ['甲厂', '张三、李四', '无']).rows[0]).toMatchObject({
      enterprise: { phone: null },
      faults: [],
    });
  });

  it('with two numbers are told of', () => {
    const two = rows(['企业名称', '驻点人员', '电话'], ['甲厂', '张三13900000001、李四', '13900000002、13900000003']);
    expect(two.rows[0]?.faults.map(({ rule }) => rule)).toEqual(['roster.phone.two']);
  });

  it('who are missing beside a number are asked for', () => {
    expect(open(rows(['企业名称', '组长', '组长电话', '组员'], ['甲厂', '', '13900000001', '李四']))).toEqual(['表!C2']);
    expect(open(rows(['企业名称', '组长', '组长电话', '组员'], ['甲厂', '', '无', '李四']))).toEqual([]);
  });

  it('who lead stand first, whatever their column', () => {
    const read = rows(['企业名称', '组员', '组长', '组长电话'], ['甲厂', '张三', '李四', '13900000001']);
    expect(read.rows[0]?.people.map(({ name, phone }) => [name, phone])).toEqual([
      ['李四', '13900000001'],
      ['张三', null],
    ]);
  });

  it('whose place is vacant have no number, and are no vacancy where there is none', () => {
    expect(open(rows(['企业名称', '组长', '组长电话', '组员'], ['甲厂', '待定', '13900000001', '李四']))).toEqual(['表!C2']);
    expect(rows(['企业名称', '市级驻点人员', '县级驻点人员'], ['甲厂', '无', '张三、李四']).rows[0]?.notes).toEqual([]);
  });

  it('whose place is vacant are told of', () => {
    expect(rows(['企业名称', '驻点人员'], ['甲厂', '张三、待定']).rows[0]).toMatchObject({
      people: [{ name: '张三' }],
      notes: ['有驻点人员待补充，没有读取'],
    });
  });

  it('of one enterprise are fifty at most', () => {
    const many = Array.from({ length: 60 }, (_, index) => [index === 0 ? '甲厂' : '', `甲某${index}`]);
    const reading = rows(['企业名称', '驻点人员'], ...many);
    expect([reading.rows[0]?.people.length, reading.rows[0]?.faults.map(({ rule }) => rule)]).toEqual([50, ['roster.people.many']]);
  });
});

describe('lines', () => {
  const head = ['序号', '县区', '企业名称', '驻点人员'];
  it('of an enterprise that has people only where it comes again are asked about', () => {
    const lines = [head, ['1', '任城区', '甲厂', ''], ['2', '任城区', '乙厂', '张三、李四'], ['3', '任城区', '甲厂', '王五、赵六']];
    expect(read([sheetOfTexts('表', lines)]).questions[0]?.message).toBe('“甲厂”在第 2 行是没有人员，在第 4 行是王五、赵六');
  });

  it('that have lost their merges go on with the enterprise above, and the county', () => {
    const reading = read([
      sheetOfTexts('表', [head, ['1', '任城区', '甲厂', '张三'], ['', '', '', '李四'], ['2', '', '乙厂', '张三、李四'], ['3', '', '', '王五']]),
    ]);
    expect(reading.rows.map(({ county, enterprise, people }) => [county, enterprise.name, people.length])).toEqual([
      ['任城区', '甲厂', 2],
      ['任城区', '乙厂', 2],
      ['任城区', '', 1],
    ]);
    expect(reading.rows[0]?.notes[0]).toContain('第 3 行没有企业名称');
    expect(reading.rows[2]?.faults.map(({ rule }) => rule)).toEqual(['roster.enterprise.required']);
  });

  it('of a group take its county, and never a town for one', () => {
    const lines = [
      head,
      ['任城区'],
      ['1', '', '甲厂', '张三、李四'],
      ['', '汶上县'],
      ['2', '', '乙厂', '张三、李四'],
      ['', '长沟镇'],
      ['3', '', '丙厂', '张三、李四'],
    ];
    const reading = read([sheetOfTexts('表', lines)]);
    expect(reading.rows.map(({ county, hints }) => [county, hints])).toEqual([
      [null, ['任城区', '表']],
      ['汶上县', ['汶上县', '表']],
      ['汶上县', ['长沟镇', '表']],
    ]);
  });

  it('of an enterprise that comes again are counted once when they say the same', () => {
    const again = ['2', '任城区', '甲厂', '李四、张三'];
    const reading = read([
      sheetOfTexts('一', [head, ['1', '任城区', '甲厂', '张三、李四'], again]),
      sheetOfTexts('二', [head, ['1', '任城区', '甲厂', '']]),
    ]);
    expect(reading.rows).toHaveLength(1);
    expect(reading.rows[0]?.notes).toEqual(['第 3 行是同一家企业，内容相同，只计一次', '工作表“二”第 2 行是同一家企业，内容相同，只计一次']);
  });

  it.each<[string | undefined, string[], number]>([
    [undefined, ['张三', '李四'], 1],
    ['first', ['张三', '李四'], 0],
    ['last', ['王五', '赵六'], 0],
    ['both', ['张三', '李四', '王五', '赵六'], 0],
  ])('of an enterprise that comes again with other people are asked about (%s)', (answer, people, unclear) => {
    const lines = [head, ['1', '任城区', '甲厂', '张三、李四'], ['2', '任城区', '乙厂', '张三、李四'], ['3', '任城区', '甲厂', '王五、赵六']];
    const reading = read([sheetOfTexts('表', lines)], answer === undefined ? {} : { '表!4:twice': answer });
    expect(reading.rows[0]?.people.map(({ name }) => name)).toEqual(people);
    expect([reading.accounting[0]?.unclear, open(reading).length, reading.rows[0]?.faults.length]).toEqual([unclear, unclear, unclear]);
  });

  it.each<[string | undefined, number, Partial<RosterContents['accounting'][number]>]>([
    [undefined, 1, { read: 1, unclear: 1 }],
    ['skip', 1, { read: 1, passed: 2 }],
    ['read', 2, { read: 2, unclear: 0 }],
    ['perhaps', 1, { read: 1, unclear: 1 }],
  ])('that may be none are asked about (%s)', (answer, rows, account) => {
    const reading = read(
      [sheetOfTexts('表', [head, ['1', '任城区', '甲厂', '张三、李四'], ['', '', '某某加油站', '']])],
      answer === undefined ? {} : { '表!3:row': answer },
    );
    expect(reading.rows).toHaveLength(rows);
    expect(reading.accounting).toMatchObject([account]);
  });

  it('that say that an enterprise has stopped change no status before somebody confirms it', () => {
    const lines = [
      ['企业名称', '驻点人员', '备注', '生产状态'],
      ['甲厂（停产）', '张三、李四', '', ''],
      ['乙厂', '张三、李四', '已停产，暂停驻点', ''],
      ['丙厂', '张三、李四', '', '关闭'],
      ['丁厂', '张三、李四', '每月两次', '正常'],
    ];
    const told = read([sheetOfTexts('表', lines)]);
    expect(told.rows.map(({ enterprise, notes }) => [enterprise.name, enterprise.status, notes.length])).toEqual([
      ['甲厂', null, 1],
      ['乙厂', null, 1],
      ['丙厂', null, 1],
      ['丁厂', null, 0],
    ]);
    expect(open(told)).toEqual([]);
    const answered = read([sheetOfTexts('表', lines)], { '表!A2:status': 'suspended', '表!C3:status': 'active', '表!D4:status': 'closed' });
    expect(answered.rows.map(({ enterprise }) => enterprise.status)).toEqual(['suspended', 'active', 'closed', null]);
  });
});
