import { expect, it } from 'vitest';
import { fontSettings, fontSubstitutes } from './officeFonts.ts';

it('takes for a font that is not installed one of its kind, the nearest first, and never replaces one that is', () => {
  const of = (installed: readonly string[]) => Object.fromEntries(fontSubstitutes(new Set(installed)));
  const debian = of(['Noto Serif CJK SC', 'Noto Sans CJK SC', 'DejaVu Sans']);
  expect(debian).toMatchObject({
    仿宋_GB2312: 'Noto Serif CJK SC',
    楷体_GB2312: 'Noto Serif CJK SC',
    黑体: 'Noto Sans CJK SC',
    方正小标宋简体: 'Noto Serif CJK SC',
    宋体: 'Noto Serif CJK SC',
  });
  expect(of(['Noto Serif CJK SC', 'FandolFang', 'FandolKai'])).toMatchObject({ 仿宋_GB2312: 'FandolFang', 楷体_GB2312: 'FandolKai' });
  expect(of(['仿宋', 'Noto Serif CJK SC'])).toMatchObject({ 仿宋_GB2312: '仿宋' });
  expect(of(['仿宋', 'Noto Serif CJK SC'])).not.toHaveProperty('仿宋');
  expect(of([])).toEqual({});
});

it('says so to LibreOffice', () => {
  expect(fontSettings([['仿宋', 'FandolFang']])).toMatch(
    /FontPairs"><node oor:name="_0" oor:op="replace">.*<value>仿宋<\/value>.*<value>FandolFang<\/value>/,
  );
});
