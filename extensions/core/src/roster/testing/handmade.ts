import { expect } from 'vitest';
import { readRoster, type RosterContents } from '../readRoster.ts';
import type { Cell, Sheet } from '../sheet/Sheet.ts';

/** A cell as a test writes it; {@link sheet} says which texts mean more. */
export type Written = string | Cell;
export const HEAD = ['序号', '县区', '企业名称', '信用代码', '风险等级', '驻点人员', '联系电话', '工作单位', '级别', '备注'];
export const LINE = ['1', '任城区', '甲厂', '', '', '张三、李四', '13900000001、13900000002', '', '', ''];

/** A sheet of cells; a text is a plain cell, `^` one that goes on with the cell above, `<` with the one before. */
export function sheet(rows: readonly (readonly Written[])[], more: Partial<Sheet> = {}): Sheet {
  const cells: (Cell | undefined)[][] = [];
  rows.forEach((row, at) => {
    const line: (Cell | undefined)[] = [];
    row.forEach((written, index) => {
      const master =
        written === '^' ? { cell: cells[at - 1]?.[index], row: at, column: index + 1 } : { cell: line[index - 1], row: at + 1, column: index };
      if (written === '^' || written === '<')
        line.push(master.cell && { ...master.cell, from: master.cell.from ?? { row: master.row, column: master.column } });
      else line.push(typeof written !== 'string' ? written : written === '' ? undefined : { text: written });
    });
    cells.push(line);
  });
  return { name: '表', hidden: false, hiddenColumns: [], cut: null, rows: cells.map((line) => ({ hidden: false, cells: line })), ...more };
}
/** What is read of sheets; each sheet's rows are accounted for. */
export function read(sheets: readonly Sheet[], answers: Record<string, string> = {}): RosterContents {
  const reading = readRoster(sheets, new Map(Object.entries(answers)));
  if ('fault' in reading) throw new Error(reading.fault);
  for (const { rows, read: taken, passed, unclear, reasons } of reading.accounting) {
    expect(taken + passed + unclear).toBe(rows);
    expect(Object.values(reasons).reduce((sum, count) => sum + count, 0)).toBe(passed);
  }
  return reading;
}
/** A line whose columns are as given, the rest as in `LINE`. */
export const line = (change: Record<string, Written>): Written[] => LINE.map((text, index) => change[HEAD[index] ?? ''] ?? text);
/** What is read of a sheet with one such line. */
export const of = (change: Record<string, Written>, answers: Record<string, string> = {}): RosterContents =>
  read([sheet([HEAD, line(change)])], answers);
/** The questions that nothing is written before they are answered. */
export const open = ({ questions }: RosterContents): string[] =>
  questions.filter(({ required, answer }) => required && answer === null).map(({ id }) => id);
