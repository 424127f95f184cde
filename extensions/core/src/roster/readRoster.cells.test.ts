import { describe, expect, it } from 'vitest';
import { HEAD, LINE, line, of, open, read, sheet, type Written } from './testing/handmade.ts';

describe('a cell that is not what somebody wrote', () => {
  it.each<[string, Record<string, Written>, string, string]>([
    ['a formula without its result', { 企业名称: { text: '=A1', flaw: 'unsaved' } }, '表!C2', '没有保存计算结果'],
    ['an error', { 驻点人员: { text: '#N/A', flaw: 'error' } }, '表!F2', '错误值'],
    ['a date', { 联系电话: { text: '2026-09-01', flaw: 'date' } }, '表!G2', '日期'],
    ['a text that is partly struck through', { 驻点人员: { text: '张三、王五李四', kept: '张三、李四', flaw: 'struck' } }, '表!F2', '删除线'],
    ['a code typed as a number', { 信用代码: { text: '913708117654321000', flaw: 'digits' } }, '表!D2', '15 位'],
    ['a code shown shortened', { 信用代码: '9.13708E+17' }, '表!D2', '15 位'],
    ['a code of digits that ends in noughts', { 信用代码: '913708117654321000' }, '表!D2', '15 位'],
    ['a risk of another kind', { 风险等级: '二级' }, '表!E2', '无法识别'],
    ['two enterprises', { 企业名称: '甲化工厂、乙化工厂' }, '表!C2', '两家'],
    ['an office', { 企业名称: '任城区工信局' }, '表!C2', '机关'],
    ['levels that are none', { 级别: '省级' }, '表!I2', '不是市级'],
    ['units that do not fit', { 工作单位: '甲局、乙局、丙局' }, '表!H2', '对不上'],
  ])('is asked about, and written never: %s', (_, change, id, why) => {
    const reading = of(change);
    expect(open(reading)).toEqual([id]);
    expect(reading.questions[0]?.message).toContain(why);
    expect(reading.rows[0]?.faults.map(({ message }) => message).join()).toContain(why);
    expect(reading.accounting).toMatchObject([{ rows: 2, unclear: 1 }]);
  });

  it('counts as what somebody answers', () => {
    const answered = of(
      { 企业名称: { text: '=A1', flaw: 'unsaved' }, 驻点人员: '张三李四', 联系电话: '13900000001', 级别: '省级' },
      { '表!C2': '乙厂', '表!F2': '张三、李四', '表!G2': '13900000001、', '表!I2': '县级' },
    );
    expect(answered.rows[0]).toMatchObject({
      enterprise: { name: '乙厂' },
      people: [{ phone: '13900000001', level: 'county' }, { phone: null }],
      faults: [],
    });
    expect(of({ 联系电话: '13900000001' }, { '表!G2': '' }).rows[0]?.people.map(({ phone }) => phone)).toEqual([null, null]);
    expect(of({ 信用代码: { text: '913708117654321000', flaw: 'digits' } }, { '表!D2': '91350100M000100Y43' }).rows[0]).toMatchObject({
      enterprise: { uscc: '91350100M000100Y43' },
      faults: [],
    });
    expect(of({ 企业名称: '任城区工信局' }, { '表!C2': '任城区工信局' }).rows[0]?.faults).toEqual([]);
    expect(of({ 风险等级: '二级' }, { '表!E2': '橙' }).rows[0]?.enterprise.risk_level).toBe('orange');
  });

  it('offers a code that ends in noughts where its check character fits: it may be right', () => {
    const reading = of({ 信用代码: '913708117650016000' });
    expect(reading.questions[0]?.choices.map(({ value }) => value)).toEqual(['913708117650016000']);
    expect(of({ 信用代码: '913708117650016000' }, { '表!D2': '913708117650016000' }).rows[0]).toMatchObject({
      enterprise: { uscc: '913708117650016000' },
      faults: [],
    });
  });

  it('matters only where it is read', () => {
    const quiet = of({ 序号: { text: '=ROW()', flaw: 'unsaved' }, 备注: { text: '#REF!', flaw: 'error' } });
    expect([quiet.rows[0]?.faults, open(quiet)]).toEqual([[], []]);
    const struck = of({ 备注: { text: '已停产', kept: '', flaw: 'struck' } });
    expect(open(struck)).toEqual([]);
  });

  it('is taken from the line above where it says 同上', () => {
    const reading = read([sheet([HEAD, LINE, line({ 序号: '2', 企业名称: '乙厂', 驻点人员: '同上', 联系电话: '〃' })])]);
    expect(reading.rows[1]?.people).toEqual(reading.rows[0]?.people);
    expect(of({ 企业名称: '同上' }).rows[0]?.enterprise.name).toBe('同上');
  });
});

describe('merged cells', () => {
  const head = ['企业名称', '驻点人员', '联系电话', '工作单位'];
  it('hold for each of their lines', () => {
    const reading = read([sheet([head, ['甲厂', '张三', '13900000001', '工信局'], ['^', '李四', '13900000002', '^'], ['乙厂', '^', '^', '^']])]);
    expect(reading.rows.map(({ enterprise, people }) => [enterprise.name, people.map(({ name, phone }) => [name, phone])])).toEqual([
      [
        '甲厂',
        [
          ['张三', '13900000001'],
          ['李四', '13900000002'],
        ],
      ],
      ['乙厂', [['李四', '13900000002']]],
    ]);
  });

  it('never give two people one number, or one of them a list', () => {
    const phone = read([sheet([head, ['甲厂', '张三', '13900000001'], ['^', '李四', '^']])]);
    expect(open(phone)).toEqual(['表!C2']);
    expect(phone.rows[0]?.people.map((one) => one.phone)).toEqual([null, null]);
    const unit = read([sheet([head, ['甲厂', '张三', '', '工信局、应急局'], ['^', '李四', '', '^']])]);
    expect(open(unit)).toEqual(['表!D2']);
    const answered = read([sheet([head, ['甲厂', '张三', '', '工信局、应急局'], ['^', '李四', '', '^']])], { '表!D2': '工信局' });
    expect(answered.rows[0]?.people.map(({ organisation }) => organisation)).toEqual(['工信局', '工信局']);
  });

  it('over two columns are asked about where both are read', () => {
    const reading = read([sheet([head, ['甲厂', '张三、李四', '<', '']])]);
    expect(open(reading)).toEqual(['表!B2']);
    expect(open(read([sheet([head, ['甲厂', '张三、李四', '<', '']])], { '表!B2': '张三、李四' }))).toEqual([]);
    const number = read([
      sheet([
        ['序号', ...head],
        ['1', '甲厂', '张三、李四', '', ''],
        ['2', '<', '', '', ''],
      ]),
    ]);
    expect(number.accounting[0]?.reasons).toEqual({ heading: 1, number: 1 });
  });

  it('over a blank line make it no line of an enterprise', () => {
    const reading = read([
      sheet([
        ['县区', ...head],
        ['任城区', '甲厂', '张三、李四', '', ''],
        ['^', '', '', '', ''],
        ['^', '乙厂', '张三、李四', '', ''],
      ]),
    ]);
    expect(reading.rows.map(({ county, enterprise, faults }) => [county, enterprise.name, faults.length])).toEqual([
      ['任城区', '甲厂', 0],
      ['任城区', '乙厂', 0],
    ]);
  });
});
