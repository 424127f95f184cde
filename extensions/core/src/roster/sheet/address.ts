import type { Place } from './Sheet.ts';

/** A cell's address as Excel writes it: C7. */
export function address({ row, column }: Place): string {
  return `${columnLetters(column)}${row}`;
}

/** The letters of a column, from 1: C, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
