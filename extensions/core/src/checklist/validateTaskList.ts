import { farDayFault } from '../calendar/farDayFault.ts';
import { isDay } from '../calendar/isDay.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';

/** A task list as it would stand after a save. Days are `YYYY-MM-DD`. */
export type TaskListDraft = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a task list as it would stand; empty when it may be saved.
 *
 * @param items how many it will have; null when it was published with what it has
 */
export function validateTaskList(list: TaskListDraft, items: number | null): FieldFault[] {
  const faults: FieldFault[] = [];
  if (list.scope === 'county' && isBlank(list.county))
    faults.push({ field: 'county', rule: 'task_list.county.required', message: '县级清单请选择县（市、区）' });
  if (list.scope === 'enterprise' && isBlank(list.enterprise)) {
    faults.push({ field: 'enterprise', rule: 'task_list.enterprise.required', message: '企业清单请选择企业' });
  }
  if (!isBlank(list.valid_from) && !isBlank(list.valid_to) && String(list.valid_to) < String(list.valid_from)) {
    faults.push({
      field: 'valid_to',
      rule: 'task_list.valid_to.before_from',
      message: `截止日期 ${String(list.valid_to)} 早于生效日期 ${String(list.valid_from)}`,
    });
  }
  if (list.status === 'published' && items === 0)
    faults.push({ field: 'items', rule: 'task_list.items.required', message: '清单还没有条目，不能发布；请先添加条目' });
  return faults;
}

/**
 * The days that somebody writes are within reason.
 *
 * @param today `YYYY-MM-DD`
 */
export function taskListDayFaults(change: TaskListDraft, today: string): FieldFault[] {
  return (
    [
      ['valid_from', '生效日期'],
      ['valid_to', '截止日期'],
    ] as const
  ).flatMap(([field, label]) => {
    const value = change[field];
    const message = isDay(value) ? farDayFault(value, label, today) : null;
    return message ? [{ field, rule: `task_list.${field}.far`, message }] : [];
  });
}
