import { cellText } from '../sheet/cellText.ts';
import type { Cell, Sheet } from '../sheet/Sheet.ts';
import type { DrawnSheet } from './drawRoster.ts';

/** A drawn sheet as the reader of workbooks gives it. */
export function sheetOfDrawn({ name, rows }: DrawnSheet): Sheet {
  const cells: (Cell | undefined)[][] = rows.map(() => []);
  rows.forEach((row, at) =>
    row.forEach((drawn, index) => {
      const text = drawn ? cellText(drawn.text) : '';
      if (!drawn || text === '') return;
      for (let down = 0; down < (drawn.down ?? 1); down += 1)
        for (let right = 0; right < (drawn.right ?? 1); right += 1) {
          const line = cells[at + down];
          if (line) line[index + right] = down + right === 0 ? { text } : { text, from: { row: at + 1, column: index + 1 } };
        }
    }),
  );
  const lines = cells.map((line) => ({ hidden: false, cells: Array.from(line) }));
  const last = lines.findLastIndex((line) => line.cells.some(Boolean));
  return { name, hidden: false, rows: lines.slice(0, last + 1), hiddenColumns: [], cut: null };
}
