import { QUARTER } from './quarter.ts';
import { quarterOf } from './quarterOf.ts';

/**
 * What keeps a quarter from being evaluated or asked for; null when nothing does: it has begun, and supervision is counted in it.
 *
 * @param since the day from which is counted, `YYYY-MM-DD`
 * @param today `YYYY-MM-DD`
 */
export function quarterFault(
  quarter: unknown,
  since: string,
  today: string,
): { readonly rule: 'shape' | 'since' | 'future'; readonly message: string } | null {
  if (typeof quarter !== 'string' || !QUARTER.test(quarter)) return { rule: 'shape', message: '季度请写成 2026-Q4 的样子' };
  const [first, last] = [quarterOf(since), quarterOf(today)];
  if (quarter < first) return { rule: 'since', message: `驻点监督自 ${first} 起统计，没有 ${quarter}；请选择 ${first} 至 ${last} 之间的季度` };
  if (quarter > last) return { rule: 'future', message: `${quarter} 还没有开始；请选择 ${first} 至 ${last} 之间的季度` };
  return null;
}
