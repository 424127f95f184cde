import { quoted } from '../questions/quoted.ts';
import type { Sheet } from '../sheet/Sheet.ts';
import type { Table } from '../tables/Table.ts';
import type { Reason, RowFate } from './RowFate.ts';

/** Something that whoever imports should know of the file: rows that were passed over, or a thing that was taken in one way. */
export interface RosterNote {
  readonly sheet: string;
  /** The first and the last row that it is about; null when it is about more than rows. */
  readonly from: number | null;
  readonly to: number | null;
  readonly reason: Reason | 'hidden_read' | 'hidden_columns' | 'cut' | 'no_people';
  readonly text: string;
  readonly message: string;
}

const REASONS: Readonly<Record<Exclude<Reason, 'blank' | 'sheet'>, string>> = {
  title: '表头以上的标题',
  heading: '重复的表头',
  town: '乡镇（街道）或县（市、区）的分组行',
  total: '小计、合计',
  note: '说明或落款',
  example: '模板中的示例',
  number: '只有序号',
  hidden: '隐藏的行，已选择不导入',
  skipped: '已选择不导入',
};

/** Tells which rows of a sheet were passed over and why, one after the other of one kind together; blank rows and the headings need no word. */
export function passedNotes(sheet: Sheet, tables: readonly Table[], fates: readonly RowFate[]): RosterNote[] {
  const headings = new Set(tables.flatMap(({ top, bottom }) => Array.from({ length: bottom - top + 1 }, (_, index) => top + index)));
  const passed = fates.filter(({ fate, row }) => fate === 'passed' && !headings.has(row));
  const runs: { from: number; to: number; reason: keyof typeof REASONS; texts: string[] }[] = [];
  for (const { row, reason, text } of passed) {
    if (reason === null || reason === 'blank' || reason === 'sheet') continue;
    const run = runs.at(-1);
    if (run?.reason === reason && row <= run.to + 1) {
      run.to = Math.max(run.to, row);
      run.texts.push(text);
    } else runs.push({ from: row, to: row, reason, texts: [text] });
  }
  return runs.map(({ from, to, reason, texts }) => {
    const text = texts.filter(Boolean).join('；').slice(0, 200);
    const where = from === to ? `第 ${from} 行` : `第 ${from}—${to} 行`;
    return { sheet: sheet.name, from, to, reason, text, message: `${where}没有读取：${REASONS[reason]}${text === '' ? '' : ` ${quoted(text)}`}` };
  });
}
