import { cellText } from './cellText.ts';
import type { Sheet } from './Sheet.ts';

/** Lines of plain texts, as a text file has them, as a sheet. */
export function sheetOfTexts(name: string, lines: readonly (readonly string[])[]): Sheet {
  const rows = lines.map((line) => ({
    hidden: false,
    cells: line.map((written) => {
      const text = cellText(written);
      return text === '' ? undefined : { text };
    }),
  }));
  const last = rows.findLastIndex(({ cells }) => cells.some(Boolean));
  return { name, hidden: false, rows: rows.slice(0, last + 1), hiddenColumns: [], cut: null };
}
