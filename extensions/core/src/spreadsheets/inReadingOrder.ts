import type ExcelJS from 'exceljs';
import type { TemplateFault } from '../documents/TemplateFault.ts';

/** Faults of a workbook as a reader meets their places: sheet by sheet, row by row; what is about the whole file comes last. Once each. */
export function inReadingOrder(faults: readonly TemplateFault[], workbook: ExcelJS.Workbook): TemplateFault[] {
  const names = workbook.worksheets.map(({ name }) => name);
  const order = ({ part, message }: TemplateFault): readonly [number, number, number] => {
    const sheet = names.findIndex((name) => part === name || part?.startsWith(`${name}!`));
    const [, letters = '', row] = /!([A-Z]+)(\d+)$/.exec(part ?? '') ?? [];
    return [
      sheet < 0 ? names.length : sheet,
      Number(row ?? /第 (\d+) 行：?/.exec(message)?.[1] ?? 0),
      [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0),
    ];
  };
  const seen = new Set<string>();
  return faults
    .filter(({ message }) => !seen.has(message) && seen.add(message))
    .map((fault) => ({ fault, at: order(fault) }))
    .sort(({ at: one }, { at: other }) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2])
    .map(({ fault }) => fault);
}
