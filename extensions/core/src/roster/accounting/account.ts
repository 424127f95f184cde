import type { Sheet } from '../sheet/Sheet.ts';
import type { Reason, RowFate } from './RowFate.ts';

/** What became of the rows of a sheet, down to the last that has something in it: `rows` = `read` + `passed` + `unclear`. */
export interface SheetAccount {
  readonly sheet: string;
  readonly rows: number;
  readonly read: number;
  readonly passed: number;
  readonly unclear: number;
  /** The rows passed over, by why they were. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
}

const WEIGHT = { unclear: 2, read: 1, passed: 0 } as const;

/**
 * Counts a sheet's rows. A row that two tables share counts once: as unclear where it is so in one, else as read where it is so in one.
 *
 * @param unclear rows that turned out to be unclear when lines were joined
 */
export function account(sheet: Sheet, fates: readonly RowFate[], unclear: ReadonlySet<number>): SheetAccount {
  const fateOf = new Map<number, RowFate>();
  for (const one of fates) {
    const before = fateOf.get(one.row);
    if (!before || WEIGHT[one.fate] > WEIGHT[before.fate] || (before.reason === 'blank' && one.fate === 'passed')) fateOf.set(one.row, one);
  }
  const counts = { read: 0, passed: 0, unclear: 0 };
  const reasons: Partial<Record<Reason, number>> = {};
  for (let row = 1; row <= sheet.rows.length; row += 1) {
    const fate = unclear.has(row) ? 'unclear' : (fateOf.get(row)?.fate ?? 'passed');
    counts[fate] += 1;
    if (fate !== 'passed') continue;
    const reason = fateOf.get(row)?.reason ?? 'sheet';
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return { sheet: sheet.name, rows: sheet.rows.length, ...counts, reasons };
}
