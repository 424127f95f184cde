import { describe, expect, it } from 'vitest';
import { bare, cellText } from './cellText.ts';

describe('cellText', () => {
  it.each<[string, string, string]>([
    ['full-width characters', '　１２３ＡＢＣ（甲）　', '123ABC(甲)'],
    ['blanks at the ends and doubled', '  甲   厂  ', '甲 厂'],
    ['line breaks of every system', '甲\r\n乙\r丙\n丁', '甲\n乙\n丙\n丁'],
    ['blanks around a line break', '甲  \n   乙', '甲\n乙'],
    ['several line breaks', '甲\n \n乙', '甲\n\n乙'],
    ['control and invisible characters', '甲\u0000乙\t丙\u200b丁\ufeff', '甲 乙 丙丁'],
  ])('%s', (_, written, text) => {
    expect(cellText(written)).toBe(text);
  });
});

it('a bare name is the same whatever blanks, stars and capitals it is written with', () => {
  expect(bare(' ※企 业\n名 称* ')).toBe('企业名称');
  expect(bare('ＡＢC 化工（集团）')).toBe('abc化工(集团)');
});
