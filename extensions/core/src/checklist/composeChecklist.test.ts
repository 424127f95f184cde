import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeChecklist, type TaskList } from './composeChecklist.ts';

const enterprise = { id: 'e1', county: 'c1', enterprise_type: '涂料' };
const list = (id: string, change: Partial<TaskList> = {}): TaskList => ({
  id,
  name: id,
  scope: 'city',
  county: null,
  enterprise: null,
  enterprise_type: null,
  valid_from: '2023-08-01',
  valid_to: null,
  version: '1',
  status: 'published',
  items: [1, 2].map((sort) => ({ id: `${id}-${sort}`, sort, content: `${id} ${sort}`, standard: null, basis: null })),
  ...change,
});
const applied = (lists: TaskList[], day = '2026-11-24'): string[] => composeChecklist(lists, enterprise, day).items.map(({ task_item }) => task_item);

describe('composeChecklist', () => {
  it('puts the common items first, then the county, then the enterprise, numbered through', () => {
    const lists = [list('own', { scope: 'enterprise', enterprise: 'e1' }), list('county', { scope: 'county', county: 'c1' }), list('common')];
    expect(applied(lists)).toEqual(['common-1', 'common-2', 'county-1', 'county-2', 'own-1', 'own-2']);
    expect(composeChecklist(lists, enterprise, '2026-11-24').items.map(({ sort }) => sort)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each<[string, Partial<TaskList>, string]>([
    ['a draft', { status: 'draft' }, '尚未发布'],
    ['a retired version', { status: 'retired' }, '已停用'],
    ['another county', { scope: 'county', county: 'c2' }, '其他县（市、区）的清单'],
    ['another enterprise', { scope: 'enterprise', enterprise: 'e2' }, '其他企业的清单'],
    ['another type', { enterprise_type: '化肥' }, '只适用于“化肥”类企业，该企业为“涂料”'],
    ['a key period to come', { valid_from: '2026-12-01' }, '2026-12-01 起才生效'],
    ['a key period gone by', { valid_to: '2026-11-23' }, '已于 2026-11-23 截止'],
  ])('leaves out the list of %s, and says why', (_, change, why) => {
    const { items, lists } = composeChecklist([list('x', change)], enterprise, '2026-11-24');
    expect(items).toEqual([]);
    expect(lists).toEqual([expect.objectContaining({ applies: false, why })]);
  });

  it('puts among lists of one scope the older first, one without a first day before it, then goes by name and id', () => {
    const lists = [
      list('d', { name: '乙' }),
      list('c', { name: '甲' }),
      list('b', { name: '甲' }),
      list('later', { valid_from: '2024-01-01', name: '一' }),
      list('always', { valid_from: null, name: '丙' }),
      list('always too', { valid_from: null, name: '丙' }),
    ];
    const order = ['always', 'always too', 'd', 'b', 'c', 'later'];
    expect(composeChecklist(lists, enterprise, '2026-11-24').lists.map(({ id }) => id)).toEqual(order);
    expect(composeChecklist(lists.toReversed(), enterprise, '2026-11-24').lists.map(({ id }) => id)).toEqual(order);
  });

  it('puts items without a number first, and items of one number in the order of their ids', () => {
    const item = (id: string, sort: number | null): TaskList['items'][number] => ({ id, sort, content: id, standard: null, basis: null });
    const items = [item('d', 2), item('c', 1), item('b', 1), item('y', null), item('x', null)];
    for (const some of [items, items.toReversed()]) expect(applied([list('l', { items: some })])).toEqual(['x', 'y', 'b', 'c', 'd']);
  });

  it.each<[Partial<TaskList>, string]>([
    [{}, '全市重点共性任务'],
    [{ scope: 'county', county: 'c1', enterprise_type: '涂料' }, '本县（市、区）清单，适用于“涂料”类企业'],
    [{ valid_from: '2026-06-01', valid_to: '2026-12-31' }, '全市重点共性任务，重点时段 2026-06-01 至 2026-12-31'],
    [{ valid_from: null, valid_to: '2026-12-31' }, '全市重点共性任务，重点时段至 2026-12-31'],
    [{ scope: 'enterprise', enterprise: 'e1', valid_from: null }, '本企业细化清单'],
  ])('says of the items of %j why they are there', (change, why) => {
    const { items, lists } = composeChecklist([list('x', change)], enterprise, '2026-11-24');
    expect(items[0]?.why).toBe(why);
    expect(lists).toEqual([expect.objectContaining({ applies: true, why })]);
  });

  it('says of an enterprise without a type that it has none', () => {
    const { lists } = composeChecklist([list('x', { enterprise_type: '化肥' })], { ...enterprise, enterprise_type: null }, '2026-11-24');
    expect(lists[0]?.why).toBe('只适用于“化肥”类企业，该企业为“未填写类型”');
  });

  it('applies on both edge days of a key period', () => {
    const period = list('flood', { scope: 'county', county: 'c1', valid_from: '2026-06-01', valid_to: '2026-09-15' });
    for (const day of ['2026-06-01', '2026-09-15']) expect(applied([period], day)).toHaveLength(2);
    for (const day of ['2026-05-31', '2026-09-16']) expect(applied([period], day)).toHaveLength(0);
  });

  it('gives each item of the lists that apply exactly once, whatever order they come in', () => {
    const some = fc.array(
      fc.record({ scope: fc.constantFrom('city', 'county', 'enterprise'), status: fc.constantFrom('draft', 'published', 'retired'), n: fc.nat(5) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, fc.nat(100), (kinds, turn) => {
        const lists = kinds.map(({ scope, status, n }, index) =>
          list(`l${index}`, {
            scope: scope,
            status: status,
            county: 'c1',
            enterprise: 'e1',
            items: Array.from({ length: n }, (_, sort) => ({ id: `l${index}-${sort}`, sort, content: 'x', standard: null, basis: null })),
          }),
        );
        const turned = [...lists.slice(turn % (lists.length || 1)), ...lists.slice(0, turn % (lists.length || 1))];
        const expected = lists.filter(({ status }) => status === 'published').flatMap(({ items }) => items.map(({ id }) => id));
        expect(applied(lists).sort()).toEqual(expected.sort());
        expect(applied(turned)).toEqual(applied(lists));
      }),
    );
  });
});
