import { describe, expect, it } from 'vitest';
import { chineseDate } from './chineseDate.ts';
import { chineseMoment } from './chineseMoment.ts';
import { hanDate } from '../documents/hanDate.ts';

describe('a day', () => {
  it('has no leading zeros', () => expect(chineseDate('2026-01-05')).toBe('2026年1月5日'));
  it('is read off a timestamp as it stands', () => {
    expect([chineseDate('2026-11-23T00:00:00'), chineseDate('2026-11-23 08:00\n+08')]).toEqual(['2026年11月23日', '2026年11月23日']);
  });
  it('is blank when there is none, and kept when it is no date', () => {
    expect([chineseDate(null), chineseDate(undefined), chineseDate('月底')]).toEqual(['', '', '月底']);
  });
});

describe('a day in Chinese figures', () => {
  it.each([
    ['2026年11月23日', '二〇二六年十一月二十三日'],
    ['2026年1月10日', '二〇二六年一月十日'],
    ['2030年10月20日', '二〇三〇年十月二十日'],
    ['2026年12月31日', '二〇二六年十二月三十一日'],
    ['2023年8月', '二〇二三年八月'],
    ['', ''],
    ['尚未明确', '尚未明确'],
  ])('%s is %s', (date, expected) => expect(hanDate(date)).toBe(expected));
});

describe('a moment', () => {
  it('is told on the office’s clock', () => {
    expect(chineseMoment('2026-12-31T16:00:00Z', 'Asia/Shanghai')).toBe('2027年1月1日 00:00');
    expect(chineseMoment('2026-12-31T16:00:00Z', 'Asia/Shanghai', 'day')).toBe('2027年1月1日');
  });
  it('is told in Beijing time when the zone is unknown, and blank when there is none', () => {
    expect(chineseMoment('2026-12-31T16:00:00+00:00', 'Mars/Base')).toBe('2027年1月1日 00:00');
    expect([chineseMoment(null, 'Asia/Shanghai'), chineseMoment('soon', 'Asia/Shanghai')]).toEqual(['', '']);
  });
});
