/** Where a cell stands, both from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Why the text of a cell may not be what somebody wrote: a formula saved without its result, an error of Excel's, a number longer than the
 * fifteen digits that a spreadsheet keeps, a date that Excel made of something else, a text that is struck through.
 */
export type Flaw = 'unsaved' | 'error' | 'digits' | 'date' | 'struck';

/** A cell that has something in it, or is covered by one that has. */
export interface Cell {
  /** As people read it: half-width, without blanks at its ends; line breaks stay. */
  readonly text: string;
  readonly flaw?: Flaw | undefined;
  /** What of a text is not struck through. */
  readonly kept?: string | undefined;
  /** The first cell of the merge that covers this one. */
  readonly from?: Place | undefined;
}

export interface SheetRow {
  /** Hidden by hand or by a filter. */
  readonly hidden: boolean;
  /** By column, the first at 0; a blank cell is undefined. */
  readonly cells: readonly (Cell | undefined)[];
}

/** A sheet of a workbook, or a text file as one: what a reader sees of it, whatever the format. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** All rows down to the last that has something in it; row 1 at 0. */
  readonly rows: readonly SheetRow[];
  /** Columns that are hidden, from 1. */
  readonly hiddenColumns: readonly number[];
  /** The last column that was read, where the sheet has more; else null. */
  readonly cut: number | null;
}
