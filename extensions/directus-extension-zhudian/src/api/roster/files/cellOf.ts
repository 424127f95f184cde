import { cellText } from '@zhudian/core/roster/sheet/cellText.ts';
import type { Cell } from '@zhudian/core/roster/sheet/Sheet.ts';
import type ExcelJS from 'exceljs';

/** The longest whole number that a spreadsheet keeps as it was typed. */
const MOST_DIGITS = 999_999_999_999_999;
/** Characters that Excel writes by their number: _x000D_. */
const ESCAPED = /_x([0-9A-F]{4})_/gi;

type Value = Omit<Cell, 'from'>;

/** A cell of a workbook as people read it; undefined where it is blank. A cell within a merge has the value of the first. */
export function cellOf(cell: ExcelJS.Cell): Cell | undefined {
  const source = cell.isMerged ? cell.master : cell;
  const value = valueOf(source.value, source);
  if (!value) return undefined;
  return source === cell ? value : { ...value, from: { row: source.fullAddress.row, column: source.fullAddress.col } };
}

function valueOf(value: ExcelJS.CellValue, cell: ExcelJS.Cell): Value | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return numberOf(value, cell);
  if (value instanceof Date) return struck({ text: value.toISOString().slice(0, 10), flaw: 'date' }, cell);
  if (typeof value !== 'object') return struck(textOf(typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value), cell);
  if ('error' in value) return { text: value.error, flaw: 'error' };
  if ('richText' in value) return richText(value.richText, cell);
  if ('formula' in value || 'sharedFormula' in value) return formulaOf(value, cell);
  // A link: exceljs says that its text is a string; one in two fonts is rich text.
  return valueOf((value as { text?: ExcelJS.CellValue }).text, cell);
}

function formulaOf(value: ExcelJS.CellFormulaValue | ExcelJS.CellSharedFormulaValue, cell: ExcelJS.Cell): Value | undefined {
  const { result } = value;
  if (result === undefined) return { text: `=${'formula' in value ? value.formula : value.sharedFormula}`, flaw: 'unsaved' };
  return valueOf(result, cell);
}

function textOf(text: string): Value | undefined {
  const read = cellText(text.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
  return read === '' ? undefined : { text: read };
}

function numberOf(value: number, cell: ExcelJS.Cell): Value | undefined {
  if (!Number.isInteger(value)) return struck({ text: String(value) }, cell);
  // Of a longer one no more than fifteen digits are somebody's: the rest is shown as Excel shows it.
  const lost = Math.abs(value) > MOST_DIGITS;
  const digits = lost ? value.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 15 }) : BigInt(value).toString();
  // A format of noughts alone shows those in front: 05371234567.
  const noughts = noughtsOf(cell.numFmt);
  return struck({ text: digits.padStart(noughts, '0'), ...(lost ? { flaw: 'digits' as const } : {}) }, cell);
}

/** The digits that a format of noughts alone shows at least. A cell without a format has none, whatever its type says. */
const noughtsOf = (format: string | undefined): number => (/^0+$/.test(format ?? '') ? (format ?? '').length : 0);

const isStruck = (font: Partial<ExcelJS.Font> | undefined): boolean => font?.strike ?? false;

function struck(value: Value | undefined, cell: ExcelJS.Cell): Value | undefined {
  return value && isStruck(cell.font) ? { ...value, flaw: 'struck', kept: '' } : value;
}

function richText(runs: readonly ExcelJS.RichText[], cell: ExcelJS.Cell): Value | undefined {
  const all = textOf(runs.map(({ text }) => text).join(''));
  if (!all || !runs.some((run) => isStruck(run.font) && run.text.trim() !== '')) return struck(all, cell);
  const kept = textOf(
    runs
      .filter(({ font }) => !isStruck(font))
      .map(({ text }) => text)
      .join(''),
  );
  return { ...all, flaw: 'struck', kept: kept?.text ?? '' };
}
