/** A value as an error message shows it: short, and never an object's innards. */
export function quoteValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '空';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value).slice(0, 40);
  return '非文字';
}
