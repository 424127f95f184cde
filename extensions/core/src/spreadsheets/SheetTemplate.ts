import type ExcelJS from 'exceljs';
import type { TemplateFault } from '../documents/TemplateFault.ts';
import type { Token } from './Token.ts';

/** A cell of a template: its tags, a sum, or what stands in it as it is. */
export interface CellTemplate {
  readonly address: string;
  readonly column: number;
  readonly style: Partial<ExcelJS.Style>;
  readonly value: ExcelJS.CellValue;
  readonly tokens: readonly Token[] | null;
  /** The ranges that it adds up; null when it is no sum. */
  readonly sum: readonly Area[] | null;
}

export interface RowTemplate {
  readonly number: number;
  readonly height: number | undefined;
  readonly hidden: boolean;
  readonly cells: readonly CellTemplate[];
}

/** Columns by letter, rows by number. */
export interface Area {
  readonly left: string;
  readonly top: number;
  readonly right: string;
  readonly bottom: number;
}

/** Rows that are repeated for the lines of a list, or stand only when something is there. */
export interface Block {
  readonly name: string;
  readonly inverted: boolean;
  readonly from: number;
  readonly to: number;
  /** The cell that it begins in. */
  readonly address: string;
}

/** A sheet of a template, read. */
export interface SheetTemplate {
  readonly rows: readonly RowTemplate[];
  readonly merges: readonly Area[];
  readonly blocks: readonly Block[];
  readonly faults: readonly TemplateFault[];
}
