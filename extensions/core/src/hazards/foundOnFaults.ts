import { isDay } from '../calendar/isDay.ts';
import type { FieldFault } from '../errors/FieldFault.ts';

/**
 * What is wrong with the day a hazard was found: with a visit it is the visit's day, without one none before everything is counted.
 *
 * @param found_on `YYYY-MM-DD`; what is no day is another rule's
 * @param visited_on the day of its visit; null without one
 * @param since the day from which is counted
 * Source: notice, annex 4 (2023年8月以来的动态累计数据).
 */
export function foundOnFaults(found_on: unknown, visited_on: string | null, since: string): FieldFault[] {
  if (!isDay(found_on)) return [];
  const fault = (rule: string, message: string): FieldFault[] => [{ field: 'found_on', rule: `hazard.found_on.${rule}`, message }];
  if (visited_on === null) {
    const message = `发现日期 ${found_on} 早于统计起始日期（${since}）；请核对年份。以前发现、至今没有整改的，请填写这次核实的日期`;
    // A year that is mistyped altogether is another rule's as well.
    return found_on < since && found_on >= '2000' ? fault('since', message) : [];
  }
  if (found_on === visited_on) return [];
  return fault('visit', `发现日期 ${found_on} 不是驻点当天（${visited_on}）；驻点时发现的，请填写驻点日期，不是那次驻点发现的，请不要关联该驻点记录`);
}
