import { describe, expect, it } from 'vitest';
import { levelOfText } from './levelOfText.ts';
import { readLevels } from './readLevels.ts';
import { spreadTexts } from './spreadTexts.ts';

describe('what a column says of some people', () => {
  it.each<[string, string[], number, (string | null)[]]>([
    ['one text for all', ['工信局'], 2, ['工信局', '工信局']],
    ['as many as people, in their order', ['工信局、应急局'], 2, ['工信局', '应急局']],
    ['a list for one person', ['工信局、应急局'], 1, ['工信局、应急局']],
    ['nothing of one', ['工信局、无'], 2, ['工信局', null]],
    ['columns of their own', ['工信局', ''], 2, ['工信局', null]],
    ['columns that are all blank', ['', '——', ''], 2, [null, null]],
  ])('%s', (_, texts, people, told) => {
    expect(spreadTexts(texts, people)).toEqual(told);
  });

  it('is asked about where the numbers differ', () => {
    expect(spreadTexts(['工信局、应急局'], 3)).toEqual({ why: '3 个人、2 项内容，对不上', choices: [''] });
    expect(spreadTexts(['工信局', '应急局'], 3)).toEqual({ why: '3 个人、2 处内容，对不上', choices: [] });
  });
});

describe('who sends people', () => {
  it.each<[string, string | null]>([
    ['市级', 'city'],
    ['市', 'city'],
    ['济宁市级', 'city'],
    ['县（市、区）级'.normalize('NFKC'), 'county'],
    ['县(市、区)', 'county'],
    ['区', 'county'],
    ['县 级', 'county'],
    ['邹城市级', null],
    ['市县级', null],
    ['', null],
  ])('“%s” is %s', (text, level) => {
    expect(levelOfText(text)).toBe(level);
  });

  it('is one for all, or each in order; anything else is asked about', () => {
    expect(readLevels(['市级、县级'], 2)).toEqual(['city', 'county']);
    expect(readLevels(['县(市、区)级'], 2)).toEqual(['county', 'county']);
    expect(readLevels([''], 2)).toEqual([null, null]);
    expect(readLevels(['市级、省级'], 2)).toMatchObject({ why: '“省级”不是市级，也不是县级', choices: ['市级', '县级'] });
    expect(readLevels(['市级、县级'], 3)).toMatchObject({ choices: ['市级', '县级'] });
  });
});
