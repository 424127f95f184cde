/** The exact sum of numbers as people write them: 0.1 and 0.2 are 0.3. */
export function addDecimals(values: readonly number[]): number {
  const places = Math.max(0, ...values.map((value) => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0));
  const scale = 10 ** places;
  return values.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale;
}
