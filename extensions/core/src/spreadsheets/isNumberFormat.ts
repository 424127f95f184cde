/** Whether a cell's format is one of numbers: it has digits to fill, and is neither of dates nor of text. */
export function isNumberFormat(format: string | undefined): boolean {
  const plain = (format ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[0#]/.test(plain) && !/[@ymdhs]/i.test(plain);
}
