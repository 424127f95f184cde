import { chineseDate } from '../text/chineseDate.ts';
import { chineseMonth, chineseQuarter, line } from '../text/printText.ts';
import type { Digest } from './Digest.ts';
import type { Reminder } from './Reminder.ts';
import { REMINDER_KINDS, type ReminderKind } from './ReminderKind.ts';

/** One reminder as people read it. What does not apply is blank. */
export interface ShownReminder {
  readonly county: string;
  readonly enterprise: string;
  readonly title: string;
  readonly note: string;
  /** Month, quarter or day that it is about. */
  readonly period: string;
  readonly due_on: string;
  /** 还有2个工作日 · 今天到期 · 已逾期3天 */
  readonly left: string;
  readonly overdue: boolean;
  readonly url: string;
}

/** A digest as people read it, for wording that is composed by eye. */
export interface ShownDigest {
  readonly day: string;
  readonly count: number;
  readonly overdue: number;
  readonly groups: Readonly<Record<ReminderKind, readonly ShownReminder[]>>;
}

/** @param publicUrl where people reach this installation */
export function presentDigest({ day, reminders }: Pick<Digest, 'day' | 'reminders'>, publicUrl: string): ShownDigest {
  const shown = (kind: ReminderKind): ShownReminder[] =>
    reminders.filter((reminder) => reminder.kind === kind).map((reminder) => presentReminder(reminder, publicUrl));
  return {
    day: chineseDate(day),
    count: reminders.length,
    overdue: reminders.filter(isLate).length,
    groups: Object.fromEntries(REMINDER_KINDS.map((kind) => [kind, shown(kind)])) as unknown as ShownDigest['groups'],
  };
}

/** Late is what has a day by which it is to be done; a missing contact is only missing. */
const DATED: readonly ReminderKind[] = ['visit_missing', 'rectification', 'report', 'evaluation', 'inspection_reply'];
/** Of these the period is a day or a moment, which tells nobody anything that the anchor does not. */
const BY_DAY: readonly ReminderKind[] = ['rectification', 'deadline_missing', 'inspection_reply', 'visit_returned'];
const NOTED: readonly ReminderKind[] = ['rectification', 'deadline_missing', 'report'];
const isLate = ({ kind, overdue }: Reminder): boolean => overdue && DATED.includes(kind);

const NOTES: Readonly<Record<string, string>> = { major: '重大事故隐患', general: '一般隐患', draft: '草稿', returned: '已退回' };

function presentReminder(reminder: Reminder, publicUrl: string): ShownReminder {
  const { kind, county, enterprise, title, note, period, anchor, path } = reminder;
  return {
    county: county.name,
    enterprise: enterprise?.name ?? '',
    title: kind === 'visit_returned' ? chineseDate(title) : line(title),
    note: NOTED.includes(kind) ? (NOTES[note ?? ''] ?? '') : line(note),
    period: BY_DAY.includes(kind) ? '' : chineseQuarter(chineseMonth(period)),
    due_on: chineseDate(anchor),
    left: leftText(reminder),
    overdue: isLate(reminder),
    url: new URL(path, publicUrl).href,
  };
}

function leftText({ kind, days_left, workdays_left }: Reminder): string {
  if (kind === 'deadline_missing') return `已发现${-days_left}天`;
  if (days_left === 0) return '今天到期';
  if (days_left < 0) return kind === 'visit_returned' ? `已退回${-days_left}天` : `已逾期${-days_left}天`;
  if (kind === 'rectification') return `还有${days_left}天`;
  return workdays_left === 0 ? `还有${days_left}天，期间没有工作日` : `还有${workdays_left}个工作日`;
}
