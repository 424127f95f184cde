import { describe, expect, it } from 'vitest';
import { amountWan, chineseMonth, chineseQuarter } from './printText.ts';

describe('an amount of 万元', () => {
  it.each([
    ['1.5000', '1.50'],
    ['12.3450', '12.345'],
    ['3', '3.00'],
    [7, '7.00'],
    ['0.0000', '0'],
    ['0', '0'],
    ['10.0000', '10.00'],
    ['0.0500', '0.05'],
  ])('%s reads %s', (amount, printed) => expect(amountWan(amount)).toBe(printed));

  it('is blank when there is none, and kept when it is no number', () => {
    expect([amountWan(null), amountWan(undefined), amountWan(' '), amountWan('约3万')]).toEqual(['', '', '', '约3万']);
  });
});

it('a month has no leading zero, and is read off a day as well', () => {
  expect([chineseMonth('2026-01'), chineseMonth('2023-08-01'), chineseMonth('2026-11')]).toEqual(['2026年1月', '2023年8月', '2026年11月']);
  expect([chineseMonth('2026-Q4'), chineseMonth('')]).toEqual(['2026-Q4', '']);
});

it('a quarter is told in words', () => {
  expect(['2026-Q1', '2026Q2', '2026-Q3', '2026-Q4'].map(chineseQuarter)).toEqual([
    '2026年第一季度',
    '2026年第二季度',
    '2026年第三季度',
    '2026年第四季度',
  ]);
  expect([chineseQuarter('2026-Q5'), chineseQuarter('2026年11月')]).toEqual(['2026-Q5', '2026年11月']);
});
