import type { Sheet } from '../sheet/Sheet.ts';

/** A sheet or a column that was not read. */
export interface RosterUnread {
  readonly kind: 'sheet' | 'column';
  readonly sheet: string;
  /** The letters of a column; null for a sheet. */
  readonly column: string | null;
  /** The headings of a column, blank where it has none. */
  readonly heading: string;
  readonly message: string;
}

/** Why nothing of a sheet was read. */
export function unreadSheet({ name, hidden, rows }: Sheet): RosterUnread {
  const why = rows.length === 0 ? '是空白的' : hidden ? '是隐藏的，没有读取' : '没有“企业名称”等表头，没有读取';
  return { kind: 'sheet', sheet: name, column: null, heading: '', message: `工作表“${name}”${why}` };
}
