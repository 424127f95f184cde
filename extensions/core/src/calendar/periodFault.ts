import { PERIOD } from './period.ts';

/** Between which months a month has to be, both as `YYYY-MM`. */
export interface PeriodBounds {
  /** The month of `statistics_since`. */
  readonly first: string;
  /** The last month that has begun. */
  readonly last: string;
}

/**
 * What keeps a month from being reported on or asked for; null when nothing does: it has begun, and statistics are kept of it. A month whose own
 * deadline comes before it begins (October 2023's was 26 September) has begun with the month of its deadline: whoever knows it passes it as `last`.
 * `zhudian_refuse_period` in SQL has the same rule.
 */
export function periodFault(
  period: unknown,
  { first, last }: PeriodBounds,
): { readonly rule: 'shape' | 'since' | 'future'; readonly message: string } | null {
  if (typeof period !== 'string' || !PERIOD.test(period)) return { rule: 'shape', message: '月份请写成 2026-11 的样子' };
  if (period < first) return { rule: 'since', message: `统计自 ${first} 起，没有 ${period} 的数据；请选择 ${first} 至 ${last} 之间的月份` };
  if (period > last) return { rule: 'future', message: `${period} 还没有开始；请选择 ${first} 至 ${last} 之间的月份` };
  return null;
}
