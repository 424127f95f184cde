import type ExcelJS from 'exceljs';

/** The text of a cell as people read it, whatever fonts are in it; null where it holds a number, a date, a formula or nothing. */
export function cellText({ value }: Pick<ExcelJS.Cell, 'value'>): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  return 'hyperlink' in value && typeof value.text === 'string' ? value.text : null;
}
