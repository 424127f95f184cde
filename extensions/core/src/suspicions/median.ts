/** The middle one of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const middle = sorted.slice(sorted.length % 2 === 1 ? half : Math.max(0, half - 1), half + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
