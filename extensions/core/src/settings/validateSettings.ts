import type { z } from 'zod/v4';
import { farDayFault } from '../calendar/farDayFault.ts';
import { isDay } from '../calendar/isDay.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { MailAddress } from '../mail/MailAddress.ts';
import { isBlank } from '../text/isBlank.ts';
import { quoteValue } from '../text/quoteValue.ts';
import { EscalationContactEntry } from './EscalationContactEntry.ts';

/** Numbers that steer mails and looks back, with the least and the most that makes sense. */
const BOUNDS = {
  handover_seconds: ['工作流接手时限（秒）', 1, 600],
  acknowledge_minutes: ['签收时限（分钟）', 0, 1440],
  acknowledge_valid_days: ['签收链接有效期（天）', 1, 365],
  escalation_repeat_minutes: ['催办间隔（分钟）', 1, 1440],
  escalation_max_steps: ['最多催办次数', 0, 100],
  draft_days_before: ['提前几天生成月报初稿', 0, 20],
  report_due_day: ['月报截止日', 1, 31],
  suspicion_days: ['回看天数', 1, 366],
  suspicion_short_minutes: ['最短驻点时长（分钟）', 0, 480],
  suspicion_same_text_visits: ['文字相同的记录数', 2, 100],
  suspicion_outlier_months: ['对比所需月数', 2, 60],
} as const;
/** Every official moment is Beijing time. */
const ZONES = ['Asia/Shanghai', 'PRC', 'Asia/Chongqing', 'Asia/Harbin'];

/**
 * What is wrong with settings: where major hazards are mailed to, the day from which statistics count, the time zone, and numbers that steer mails
 * and looks back. Reading them leaves out what cannot be used, so that the others still get their mail; whoever writes it has to learn of it, since
 * nobody else would.
 *
 * @param settings the fields to look at; one that is not there is not looked at
 * @param today `YYYY-MM-DD`; null where the day is not looked at
 */
export function validateSettings(settings: Readonly<Record<string, unknown>>, today: string | null = null): FieldFault[] {
  const { statistics_since, city_office_emails, operations_email, escalation_plan } = settings;
  const faults: FieldFault[] = [];
  if (city_office_emails !== undefined) {
    const addresses = listOf(city_office_emails);
    if (addresses.length === 0)
      faults.push({ field: 'city_office_emails', rule: 'settings.city_office_emails.required', message: '重大隐患直报邮箱：至少填写一个有效地址' });
    faults.push(...entryFaults('city_office_emails', '重大隐患直报邮箱', addresses, MailAddress));
  }
  if (operations_email !== undefined && operations_email !== null && operations_email !== '') {
    faults.push(...entryFaults('operations_email', '运维邮箱', [operations_email], MailAddress));
  }
  if (escalation_plan !== undefined) faults.push(...entryFaults('escalation_plan', '催办名单', listOf(escalation_plan), EscalationContactEntry));
  if (today !== null && !isBlank(statistics_since)) faults.push(...sinceFaults(statistics_since, today));
  return [...faults, ...zoneFaults(settings.timezone), ...boundFaults(settings)];
}

function zoneFaults(timezone: unknown): FieldFault[] {
  if (isBlank(timezone) || ZONES.includes(String(timezone))) return [];
  const message = `时区“${quoteValue(timezone)}”不是北京时间；公文、期限和提醒都以北京时间为准，请填写 Asia/Shanghai`;
  return [{ field: 'timezone', rule: 'settings.timezone.beijing', message }];
}

function boundFaults(settings: Readonly<Record<string, unknown>>): FieldFault[] {
  return Object.entries(BOUNDS).flatMap(([field, [label, least, most]]) => {
    const value = settings[field];
    if (isBlank(value)) return [];
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return [];
    return [{ field, rule: `settings.${field}.range`, message: `${label}应为 ${least} 至 ${most} 之间的整数，现为“${quoteValue(value)}”` }];
  });
}

/** A cumulative table is a sum of months that have begun. */
function sinceFaults(since: unknown, today: string): FieldFault[] {
  const fault = (rule: string, message: string): FieldFault[] => [{ field: 'statistics_since', rule: `settings.statistics_since.${rule}`, message }];
  const label = '统计起始日期';
  if (!isDay(since)) return fault('day', `${label}“${quoteValue(since)}”不是有效日期，请按 2023-08-01 的形式填写`);
  if (since > today) return fault('future', `${label} ${since} 晚于今天（${today}）`);
  const far = farDayFault(since, label, today);
  if (far) return fault('far', far);
  return since.endsWith('-01') ? [] : fault('month', `${label}应为某月 1 日，现为 ${since}`);
}

/** One fault for a field: every entry in it that cannot be used, by its place and with what is wrong. */
function entryFaults(field: string, label: string, entries: readonly unknown[], Entry: z.ZodType): FieldFault[] {
  const wrong = entries.flatMap((entry, index) => {
    const { error } = Entry.safeParse(entry);
    return error ? [`第 ${index + 1} 项：${error.issues.map(({ message }) => message).join('、')}`] : [];
  });
  return wrong.length === 0
    ? []
    : [{ field, rule: `settings.${field}.usable`, message: `${label}${wrong.join('；')}。这样的条目收不到邮件，请改正或删除` }];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
