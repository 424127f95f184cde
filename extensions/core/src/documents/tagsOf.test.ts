import { expect, it } from 'vitest';
import { tagsOf } from './tagsOf.ts';

it('lists the tags of a kind with what they mean, those of a list after it', () => {
  const data = { county: '任城区', has_team: false, photo_count: 0, rows: [{ name: '甲' }, { name: '乙', phone: '13900000000' }], own: 'x' };
  expect(tagsOf(data).map(({ depth, name, rows, example }) => [depth, name, rows, example])).toEqual([
    [0, 'county', null, '任城区'],
    [0, 'has_team', null, 'false'],
    [0, 'photo_count', null, '0'],
    [0, 'rows', 2, ''],
    [1, 'name', null, '甲'],
    [1, 'phone', null, '13900000000'],
    [0, 'own', null, 'x'],
  ]);
  expect(tagsOf(data).map(({ meaning }) => meaning)).toEqual([
    '县（市、区）',
    '有无驻点组',
    '照片张数，没有则为0',
    '表格各行',
    '名称或姓名',
    '联系电话',
    '',
  ]);
});

it('shows an example on one line, of a long text its beginning, of what is no text nothing', () => {
  expect(tagsOf({ log: `一\n二${'长'.repeat(50)}`, signature: null }).map(({ example }) => example)).toEqual([`一 二${'长'.repeat(37)}…`, '']);
});
