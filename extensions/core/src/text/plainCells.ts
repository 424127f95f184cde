const FORMULA = /^[=+\-@\t\r]/;
/** A phone number, an amount and a moment begin so as well, and no spreadsheet works them out otherwise than they read. */
const HARMLESS = /^[+-]?[\d\s.,()-]+$/;

/**
 * Rows for a CSV file that somebody opens in a spreadsheet: a text that would be worked out as a formula gets an apostrophe before it, which shows
 * it as it was written. Source: OWASP, CSV injection.
 */
export function plainCells<T>(value: T): T {
  return change(value) as T;
}

function change(value: unknown): unknown {
  if (typeof value === 'string') return FORMULA.test(value) && !HARMLESS.test(value) ? `'${value}` : value;
  if (Array.isArray(value)) return value.map(change);
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
  }
  return value;
}
