import { expect, it } from 'vitest';
import { plainCells } from './plainCells.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
  ['-2+3+cmd', "'-2+3+cmd"],
  ['\t=1', "'\t=1"],
  ['+86 0537-1234567', '+86 0537-1234567'],
  ['-3.5', '-3.5'],
  ['动火作业=特级', '动火作业=特级'],
  ['', ''],
])('%j is %j in a spreadsheet', (text, cell) => {
  expect(plainCells(text)).toBe(cell);
});

it('wherever it stands in a row', () => {
  const at = new Date();
  expect(plainCells([{ name: '=A1', at, parts: [{ note: '@x' }], n: -1, none: null }])).toEqual([
    { name: "'=A1", at, parts: [{ note: "'@x" }], n: -1, none: null },
  ]);
});
