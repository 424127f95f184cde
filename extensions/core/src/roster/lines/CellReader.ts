import type { FieldFault } from '../../errors/FieldFault.ts';
import type { Kind } from '../columns/Column.ts';
import type { Doubt } from '../people/Doubt.ts';
import { textChoices, type Asker } from '../questions/Asker.ts';
import { quoted } from '../questions/quoted.ts';
import { address, columnLetters } from '../sheet/address.ts';
import { cellText } from '../sheet/cellText.ts';
import type { Cell, Flaw, Place } from '../sheet/Sheet.ts';
import type { Table } from '../tables/Table.ts';

/** A cell as it counts: what stands there, or what somebody has answered. */
export interface ReadCell {
  readonly text: string;
  /** Somebody has said that it is right as it stands. */
  readonly sure: boolean;
  readonly place: Place;
  readonly flaw: Flaw | undefined;
}

const DITTO = /^(同上|同前|〃|″|"|''|′′)$/;
const FLAWS: Readonly<Record<Exclude<Flaw, 'digits'>, string>> = {
  unsaved: '是公式，文件中没有保存计算结果；请用 Excel 或 WPS 打开后保存一次，或在此填写内容',
  error: '是公式错误值；请在文件中改正，或在此填写内容',
  date: '是日期格式，可能是 Excel 自动改成的；请填写原来的内容',
  struck: '有删除线；请选择保留哪些文字',
};
/** Which field of an answer a kind of column stands for. */
const FIELDS: Partial<Record<Kind, string>> = { enterprise_phone: 'phone', remarks: 'status' };
const PEOPLE: readonly Kind[] = ['person', 'person_phone', 'level', 'organisation', 'position'];

/** Reads the cells of a table's rows one by one, and asks about what they leave open. */
export class CellReader {
  readonly #table: Table;
  readonly #asker: Asker;
  readonly #before = new Map<number, string>();
  #faults: FieldFault[] = [];

  constructor(table: Table, asker: Asker) {
    this.#table = table;
    this.#asker = asker;
  }

  /** The faults of what was left open since it was asked last. */
  takeFaults(): FieldFault[] {
    const faults = this.#faults;
    this.#faults = [];
    return faults;
  }

  /** What a column has in a row; null where it is blank. */
  read(row: number, column: number): ReadCell | null {
    const cell = this.cell(row, column);
    if (!cell) return null;
    const place = cell.from ?? { row, column };
    const answer = this.#asker.answer(this.#id(place));
    if (place.column !== column) {
      if (answer === undefined) this.#covered(cell, place, column);
      return null;
    }
    if (answer !== undefined) this.#keepAnswer(cell, place, answer);
    const read = answer === undefined ? this.#written(cell, place) : { text: cellText(answer), sure: true, place, flaw: undefined };
    if (read.text === '') return null;
    const text = DITTO.test(read.text) ? (this.#before.get(column) ?? read.text) : read.text;
    this.#before.set(column, text);
    return { ...read, text };
  }

  /** Asks what a cell means: `doubt` says what is unclear, and the texts that would be clear. */
  doubt({ place, text }: Pick<ReadCell, 'place' | 'text'>, kind: Kind, { why, choices }: Doubt): void {
    const { sheet } = this.#table;
    const cell = address(place);
    const message = `${cell} ${quoted(text)}：${why}`;
    const asked = { id: this.#id(place), sheet: sheet.name, cell, row: place.row, text, message, free: true, required: true };
    this.#asker.ask({ ...asked, choices: textChoices(choices) });
    const field = PEOPLE.includes(kind) ? 'people' : (FIELDS[kind] ?? kind);
    const fault = { field, rule: `roster.unclear.${kind}`, message: `${message}；请在文件中改正，或在导入页面选择` };
    if (!this.#faults.some((one) => one.message === fault.message)) this.#faults.push(fault);
  }

  /** The rows that a cell covers, the first and the last. */
  extent(row: number, column: number): readonly [number, number] {
    const from = this.cell(row, column)?.from ?? { row, column };
    let last = Math.max(row, from.row);
    for (
      let below = this.cell(last + 1, column)?.from;
      below?.row === from.row && below.column === from.column;
      below = this.cell(last + 1, column)?.from
    )
      last += 1;
    return [from.row, last];
  }

  cell(row: number, column: number): Cell | undefined {
    return this.#table.sheet.rows[row - 1]?.cells[column - 1];
  }

  /** An answer stays where it can be changed, though it has left nothing open. */
  #keepAnswer({ text }: Cell, place: Place, answer: string): void {
    const { sheet } = this.#table;
    const cell = address(place);
    const message = `${cell} ${quoted(text)}：按${answer === '' ? '空白' : quoted(answer)}读取`;
    const choices = textChoices([answer, text, '']);
    this.#asker.ask({ id: this.#id(place), sheet: sheet.name, cell, row: place.row, text, message, choices, free: true, required: false });
  }

  #id = (place: Place): string => `${this.#table.sheet.name}!${address(place)}`;

  #kind = (column: number): Kind => this.#table.columns.get(column)?.kind ?? 'remarks';

  #written({ text, flaw, kept = '' }: Cell, place: Place): ReadCell {
    const read = { text, sure: false, place, flaw };
    if (flaw === undefined || flaw === 'digits') return read;
    const kind = this.#kind(place.column);
    if (kind !== 'number' && kind !== 'remarks' && kind !== 'status') {
      this.doubt(read, kind, { why: FLAWS[flaw], choices: flaw === 'struck' ? [kept, text] : flaw === 'date' ? [] : [''] });
      return { ...read, text: '' };
    }
    return flaw === 'struck' ? read : { ...read, text: '' };
  }

  /** A cell that is merged over several columns belongs to the first of them, unless another one is read as well. */
  #covered(cell: Cell, place: Place, column: number): void {
    const kinds = [place.column, column].map(this.#kind);
    if (kinds.some((kind) => kind === 'number' || kind === 'remarks') || !this.#table.columns.has(place.column)) return;
    const why = `横向合并了 ${columnLetters(place.column)}—${columnLetters(column)} 列，不知属于哪一列；请填写 ${columnLetters(place.column)} 列的内容`;
    this.doubt({ place, text: cell.text }, kinds[0] ?? 'remarks', { why, choices: [cell.text] });
  }
}
