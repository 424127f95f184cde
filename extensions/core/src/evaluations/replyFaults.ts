import { farDayFault } from '../calendar/farDayFault.ts';
import { isDay } from '../calendar/isDay.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';

/**
 * What is wrong with the reply to an inspection: it is asked for, and comes, no earlier than the inspection's day.
 *
 * @param today `YYYY-MM-DD`
 */
export function replyFaults({ kind, evaluated_on, reply_due, replied_on }: Readonly<Record<string, unknown>>, today: string): FieldFault[] {
  const fault = (field: 'reply_due' | 'replied_on', rule: string, message: string): FieldFault[] => [
    { field, rule: `evaluation.${field}.${rule}`, message },
  ];
  const check = (field: 'reply_due' | 'replied_on', value: unknown, label: string): FieldFault[] => {
    if (isBlank(value)) return [];
    if (kind !== 'city_inspection') return fault(field, 'kind', `只有市级督查才有${label}`);
    if (!isDay(value)) return fault(field, 'day', `${label}不是有效日期，请按 2026-12-25 的形式填写`);
    const far = farDayFault(value, label, today);
    if (far) return fault(field, 'far', far);
    return isDay(evaluated_on) && value < evaluated_on ? fault(field, 'before', `${label} ${value} 早于督查日期 ${evaluated_on}`) : [];
  };
  const future = isDay(replied_on) && replied_on > today ? fault('replied_on', 'future', `收到整改反馈日期 ${replied_on} 晚于今天（${today}）`) : [];
  return [...check('reply_due', reply_due, '整改反馈期限'), ...check('replied_on', replied_on, '收到整改反馈日期'), ...future];
}
