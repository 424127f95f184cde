import type { Column } from '../columns/Column.ts';
import type { Sheet } from '../sheet/Sheet.ts';

/** A column of names, and who they are by its headings. */
export interface PersonSource {
  readonly column: number;
  readonly level: Column['level'];
  readonly slot: string | null;
}

/** What columns say of people: each of the columns of one of them, or one column of all, in their order. */
export interface PersonDetail {
  readonly kind: 'person_phone' | 'organisation' | 'position' | 'level';
  readonly columns: readonly number[];
  /** The people it is about: the sources of a table by their place in its list. */
  readonly sources: readonly number[];
}

/** A column that is not read: by its headings, blank where it has none, or since another one says the same. */
export interface UnreadColumn {
  readonly column: number;
  readonly heading: string;
  readonly why: 'unknown' | 'unheaded' | 'second' | 'remarks';
}

/** A table of a sheet. Rows and columns count from 1. */
export interface Table {
  /** Its sheet, without the columns of tables beside it. */
  readonly sheet: Sheet;
  /** The first row that is its: where no table stands above, the first of the sheet. */
  readonly first: number;
  /** The rows of its headings. */
  readonly top: number;
  readonly bottom: number;
  /** The last row that may be its. */
  readonly last: number;
  /** The rows in which its headings come again. */
  readonly repeated: ReadonlySet<number>;
  readonly columns: ReadonlyMap<number, Column>;
  /** The headings of each column, the upper ones first. */
  readonly headings: ReadonlyMap<number, readonly string[]>;
  readonly sources: readonly PersonSource[];
  readonly details: readonly PersonDetail[];
  readonly unread: readonly UnreadColumn[];
}
