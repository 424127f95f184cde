import { cellText } from './cellText.ts';
import { MOST_COLUMNS } from './limits.ts';
import type { Sheet } from './Sheet.ts';

/** Lines of plain texts, as a text file has them, as a sheet. */
export function sheetOfTexts(name: string, lines: readonly (readonly string[])[]): Sheet {
  let cut: number | null = null;
  const rows = lines.map((line) => {
    if (line.length > MOST_COLUMNS && line.slice(MOST_COLUMNS).some((text) => text.trim() !== '')) cut = MOST_COLUMNS;
    const cells = line.slice(0, MOST_COLUMNS).map((written) => {
      const text = cellText(written);
      return text === '' ? undefined : { text };
    });
    return { hidden: false, cells };
  });
  const last = rows.findLastIndex(({ cells }) => cells.some(Boolean));
  return { name, hidden: false, rows: rows.slice(0, last + 1), hiddenColumns: [], cut };
}
