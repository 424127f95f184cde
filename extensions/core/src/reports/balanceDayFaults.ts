import { isDay } from '../calendar/isDay.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';

/** What is counted one by one from the first day of the statistics to the day that an opening balance goes to. */
export interface CountedBefore {
  /** The first day of the statistics, `YYYY-MM-DD`. */
  readonly since: string;
  readonly visits: string;
  readonly hazards: string;
  /** The first of their days; null where there is none. */
  readonly first: string | null;
}

const fault = (rule: string, message: string): FieldFault[] => [{ field: 'as_of', rule: `opening_balance.as_of.${rule}`, message }];

/**
 * What is wrong with the day that an opening balance goes to, by itself.
 *
 * @param today `YYYY-MM-DD`
 */
export function balanceDayFaults(as_of: unknown, today: string): FieldFault[] {
  if (isBlank(as_of)) return fault('required', '请填写截至日期');
  if (!isDay(as_of)) return fault('day', '截至日期不是有效日期，请按 2026-01-31 的形式填写');
  return as_of > today ? fault('future', `截至日期 ${as_of} 晚于今天（${today}）`) : [];
}

/** A balance ends before the first visit and hazard that are counted one by one. */
export function countedTwiceFaults(as_of: string, { since, visits, hazards, first }: CountedBefore): FieldFault[] {
  if (as_of < since) return fault('since', `截至日期 ${as_of} 早于统计起始日 ${since}，不必登记期初数`);
  if (first === null) return [];
  return fault(
    'twice',
    `系统内已有该县（市、区）截至 ${as_of} 的驻点记录 ${visits} 条、隐患 ${hazards} 项（最早 ${first}），会与期初数重复统计；请把截至日期改到 ${first} 之前，并从期初数中减去之后的部分`,
  );
}
