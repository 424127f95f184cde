import { mapLeaves } from './mapLeaves.ts';

const FORMULA = /^[=+\-@\t\r]/;
/** A phone number, an amount and a moment begin so as well, and no spreadsheet works them out otherwise than they read. */
const HARMLESS = /^[+-]?[\d\s.,()-]+$/;

/**
 * Rows for a CSV file that somebody opens in a spreadsheet: a text that would be worked out as a formula gets an apostrophe before it, which shows
 * it as it was written. Source: OWASP, CSV injection.
 */
export function plainCells<T>(value: T): T {
  return mapLeaves(value, (leaf) => (typeof leaf === 'string' && FORMULA.test(leaf) && !HARMLESS.test(leaf) ? `'${leaf}` : leaf));
}
