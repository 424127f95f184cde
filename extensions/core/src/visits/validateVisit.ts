import { farDayFault } from '../calendar/farDayFault.ts';
import { dayIn } from '../calendar/dayIn.ts';
import { isDay } from '../calendar/isDay.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';
import { plainTextFault } from '../text/plainTextFault.ts';
import { quoteValue } from '../text/quoteValue.ts';

const STATUSES = ['draft', 'submitted', 'returned', 'locked', 'void'];

/** The counted figures of annex 4, columns 5 to 11 without the amount, with their Chinese names. */
const FIGURES = {
  responsibility_lists_checked: '核查全员责任清单（人）',
  rules_improved: '指导完善规章制度（条）',
  morning_meetings_urged: '督促召开“晨会”（次）',
  warning_educations_urged: '督促开展警示教育（场次）',
  drills_urged: '督促开展应急演练（次）',
  hazardous_work_supervised: '现场监督危险作业（次）',
} as const;
const MOST = 100_000;
/** Milliseconds that a phone's clock may be ahead of the server's. */
const CLOCKS_APART = 15 * 60_000;
/** The office's own clock, whatever a phone or a server keeps. */
const TIMEZONE = 'Asia/Shanghai';

/** A visit as it would stand after a save. Days are `YYYY-MM-DD`, moments ISO 8601. */
export type VisitDraft = Readonly<Record<string, unknown>>;

/**
 * Everything wrong with a visit as it would stand after a save; empty when it may be saved.
 *
 * @param today the day it is at the city office, `YYYY-MM-DD`
 * @param now the moment it is; without it nobody asks whether a time is ahead of it
 * Source: notice, annexes 3 and 4.
 */
export function validateVisit(visit: VisitDraft, today: string, now?: Date): FieldFault[] {
  const faults: FieldFault[] = [];
  if (isBlank(visit.enterprise)) faults.push({ field: 'enterprise', rule: 'visit.enterprise.required', message: '请选择驻点企业' });
  if (!STATUSES.includes(String(visit.status))) {
    faults.push({ field: 'status', rule: 'visit.status.known', message: `驻点记录状态“${quoteValue(visit.status)}”无效` });
  }
  if (isBlank(visit.visited_on)) {
    faults.push({ field: 'visited_on', rule: 'visit.visited_on.required', message: '请填写驻点日期' });
  } else if (!isDay(visit.visited_on)) {
    faults.push({ field: 'visited_on', rule: 'visit.visited_on.day', message: `驻点日期“${quoteValue(visit.visited_on)}”不是有效日期` });
  } else if (visit.visited_on > today) {
    faults.push({ field: 'visited_on', rule: 'visit.visited_on.future', message: `驻点日期 ${visit.visited_on} 晚于今天（${today}）` });
  } else {
    const far = farDayFault(visit.visited_on, '驻点日期', today);
    if (far) faults.push({ field: 'visited_on', rule: 'visit.visited_on.far', message: far });
  }
  return [...faults, ...times(visit, now), ...texts(visit), ...figures(visit)];
}

/** Coming and going are told by the clock of the visit's own day. */
function times(visit: VisitDraft, now: Date | undefined): FieldFault[] {
  const faults: FieldFault[] = [];
  const moments = [
    ['arrived_at', '到达时间', readMoment(visit.arrived_at)],
    ['left_at', '离开时间', readMoment(visit.left_at)],
  ] as const;
  for (const [field, label, moment] of moments) {
    if (moment === null) continue;
    if (Number.isNaN(moment.getTime())) {
      faults.push({ field, rule: `visit.${field}.moment`, message: `${label}“${quoteValue(visit[field])}”不是有效时间` });
      continue;
    }
    const day = dayIn(moment, TIMEZONE);
    if (isDay(visit.visited_on) && day !== visit.visited_on) {
      const message = `${label}在 ${day}，不是驻点当天（${visit.visited_on}）；请填写当天的时间，或留空`;
      faults.push({ field, rule: `visit.${field}.day`, message });
    } else if (now && moment.getTime() > now.getTime() + CLOCKS_APART) {
      faults.push({ field, rule: `visit.${field}.future`, message: `${label}晚于现在；请核对后填写` });
    }
  }
  const [[, , arrived], [, , left]] = moments;
  if (arrived && left && left < arrived) faults.push({ field: 'left_at', rule: 'visit.left_at.before_arrived', message: '离开时间早于到达时间' });
  // A draft may have one moment for both, which a phone fills in: it must not keep a major hazard from being reported.
  if (visit.status === 'submitted' && arrived && left && minuteOf(arrived) === minuteOf(left))
    faults.push({ field: 'left_at', rule: 'visit.left_at.same', message: '离开时间与到达时间相同；请填写实际离开的时间，记不清的请留空' });
  return faults;
}

function minuteOf(moment: Date): number {
  return Math.floor(moment.getTime() / 60_000);
}

function readMoment(value: unknown): Date | null {
  if (value instanceof Date) return value;
  return isBlank(value) ? null : new Date(String(value));
}

function texts(visit: VisitDraft): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const [field, label, limit] of [
    ['log', '驻点监督任务开展情况', 20_000],
    ['good_practice', '经验做法', 5000],
    ['remarks', '备注', 5000],
    ['return_reason', '退回原因', 2000],
    ['inspectors_reason', '非本组人员参加的原因', 2000],
  ] as const) {
    const value = visit[field];
    if (typeof value !== 'string') continue;
    const fault = plainTextFault(value, label, limit);
    if (fault) faults.push({ field, rule: `visit.${field}.plain`, message: fault });
  }
  return faults;
}

function figures(visit: VisitDraft): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const [field, label] of Object.entries(FIGURES)) {
    const value = visit[field];
    if (isBlank(value)) continue;
    const count = Number(value);
    if (!Number.isInteger(count) || count < 0 || count > MOST) {
      faults.push({ field, rule: `visit.${field}.count`, message: `${label}应为 0 到 ${MOST} 的整数，现为“${quoteValue(value)}”` });
    }
  }
  const amount = visit.reward_amount_wan;
  if (!isBlank(amount) && !/^\d{1,6}(\.\d{1,4}0*)?$/.test(String(amount))) {
    faults.push({
      field: 'reward_amount_wan',
      rule: 'visit.reward_amount_wan.amount',
      message: `督促落实有奖举报（万元）应为不小于 0、至多四位小数的数，现为“${quoteValue(amount)}”`,
    });
  }
  return faults;
}
