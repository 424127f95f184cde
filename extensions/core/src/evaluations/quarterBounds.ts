/** Where a quarter begins and ends. */
export interface QuarterBounds {
  /** `YYYY-MM-DD` */
  readonly first: string;
  readonly last: string;
}

/**
 * The first and the last day of a quarter.
 *
 * @param quarter as `2026-Q4`
 */
export function quarterBounds(quarter: string): QuarterBounds {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(quarter) ?? [];
  if (!year || !number) throw new RangeError(`“${quarter}” is no quarter; write it like 2026-Q4`);
  const day = (month: number, date: number): string => new Date(Date.UTC(Number(year), month, date)).toISOString().slice(0, 10);
  return { first: day(Number(number) * 3 - 3, 1), last: day(Number(number) * 3, 0) };
}
