import { DateTime } from 'luxon';
import { addDays } from '../calendar/addDays.ts';
import { addWorkdays } from '../calendar/addWorkdays.ts';
import { workdaysBetween } from '../calendar/workdaysBetween.ts';
import type { Matter } from './Matter.ts';
import type { Reminder } from './Reminder.ts';
import type { ReminderRule } from './ReminderRule.ts';

/**
 * Of what people are to be reminded on a day, sent already or not. Of each matter only the latest line of the plan that is reached counts: after
 * an outage nobody is told of the lines that were missed, and a line about what is to come is silent once the day has passed.
 *
 * @param today the day at the office, `YYYY-MM-DD`
 */
export function dueReminders(matters: readonly Matter[], plan: readonly ReminderRule[], today: string): Reminder[] {
  return matters.flatMap((matter) => {
    const reached = plan
      .filter((rule) => rule.kind === matter.kind)
      .map((rule) => ({ rule, on: dayOf(rule, matter.anchor) }))
      .filter(({ rule, on }) => on <= today && (rule.days > 0 || today <= matter.anchor))
      .sort((a, b) => a.on.localeCompare(b.on) || a.rule.days - b.rule.days)
      .at(-1);
    if (!reached) return [];
    const { days, unit, to } = reached.rule;
    return {
      ...matter,
      key: `${matter.kind}:${matter.subject}:${days}${unit === 'workdays' ? 'w' : 'd'}:${matter.period}`,
      to,
      days_left: daysBetween(today, matter.anchor),
      workdays_left: workdaysBetween(today, matter.anchor),
      overdue: today > matter.anchor,
    };
  });
}

/** The day a line of the plan is reached. What comes before the anchor falls on a working day: on a Sunday nobody would be told in time. */
function dayOf({ days, unit }: ReminderRule, anchor: string): string {
  if (unit === 'workdays') return addWorkdays(anchor, days);
  const day = addDays(anchor, days);
  return days <= 0 ? addWorkdays(day, 0) : day;
}

function daysBetween(from: string, to: string): number {
  const day = (text: string): DateTime => DateTime.fromISO(text, { zone: 'utc' });
  return day(to).diff(day(from), 'days').days;
}
