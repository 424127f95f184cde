import { chineseDate } from '../text/chineseDate.ts';
import { line } from '../text/printText.ts';
import type { ReminderFacts } from './ReportFacts.ts';

/** The data of the template `reminder` (催办函). */
export function reminderData({ addressee, sender, as_of, matters }: ReminderFacts): Record<string, unknown> {
  return {
    addressee: line(addressee),
    sender: line(sender),
    as_of: chineseDate(as_of),
    count: matters.length,
    matters: matters.map(({ text, due, overdue }, index) => ({
      number: index + 1,
      text: line(text).replace(/[。；]$/, ''),
      due: chineseDate(due),
      overdue: overdue > 0 ? overdue : '',
    })),
  };
}
