import { farDayFault } from '@zhudian/core/calendar/farDayFault.ts';
import { isDay } from '@zhudian/core/calendar/isDay.ts';
import { periodFault } from '@zhudian/core/calendar/periodFault.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { quarterFault } from '@zhudian/core/evaluations/quarterFault.ts';
import { figureFaults } from '@zhudian/core/reports/figures.ts';
import { isHandedIn } from '@zhudian/core/reports/isHandedIn.ts';
import { reportSteps, reportWords } from '@zhudian/core/reports/reportSteps.ts';
import { validateSubmittedReport } from '@zhudian/core/reports/validateSubmittedReport.ts';
import { reasonFaults, type StepWords } from '@zhudian/core/states/stepFaults.ts';
import { voidFaults } from '@zhudian/core/states/voidFaults.ts';
import { isBlank } from '@zhudian/core/text/isBlank.ts';
import { plainTextFault } from '@zhudian/core/text/plainTextFault.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../hook/Caller.ts';
import { keyOf } from '../hook/nestedRows.ts';
import { periodBounds } from '../settings/periodBounds.ts';
import { today } from '../settings/today.ts';
import { changeOfState, firstState } from '../steps/checkSteps.ts';
import { readBeside } from './readBeside.ts';
import { readGaps } from './readGaps.ts';

type Row = Record<string, unknown>;

const PERIOD = /^20\d{2}-(0[1-9]|1[0-2])$/;
const EVALUATION_TEXTS = { findings: '驻点工作情况', practices: '经验做法', problems: '问题困难', suggestions: '意见建议' } as const;
const TEXTS = { progress: '工作进展', problems: '问题困难', practices: '经验做法', gap_explanation: '未驻点及未提交说明' } as const;
const STILL = ['county', 'period', 'contact', 'filled_on', ...Object.keys(TEXTS)];

/** Checks a monthly report that is about to be created. */
export async function checkNewReport(payload: Row, { accountability, database }: Caller): Promise<void> {
  const faults = [
    ...firstState(reportWords, ['draft', 'submitted'], payload.status),
    ...reportFaults(payload),
    ...(await monthFaults(payload.period, database)),
    ...filledFaults(payload, await today(database)),
  ];
  // A county's officer need not name the county: it is preset, but only after this.
  const county = keyOf(payload.county) ?? (await countyOf(accountability?.user, database));
  if (county && typeof payload.period === 'string') {
    const other: unknown = await database('monthly_reports')
      .whereRaw('county = zhudian_uuid(?)', [county])
      .where({ period: payload.period })
      .first('id');
    if (other) faults.push({ field: 'period', rule: 'report.period.once', message: `${payload.period} 的月调度报告已经建立；请打开原来的那一份` });
  }
  if (county) faults.push(...(await contactFaults(payload.contact, county, database)));
  if (payload.status === 'submitted' && county) faults.push(...(await submissionFaults({ ...payload, county }, database)));
  throwFaults('monthly_reports', faults);
}

/** What keeps a report from being handed in, as it would stand. */
async function submissionFaults(report: Row, database: Caller['database']): Promise<FieldFault[]> {
  const county = keyOf(report.county);
  if (!county || !PERIOD.test(String(report.period))) return [];
  const period = String(report.period);
  const [gaps, beside, day] = await Promise.all([readGaps(county, period, database), readBeside(county, period, database), today(database)]);
  return validateSubmittedReport(report, gaps, day, beside);
}

/** Whoever stands below annex 4 is one of the county's own contacts. */
async function contactFaults(contact: unknown, county: unknown, database: Caller['database']): Promise<FieldFault[]> {
  const id = keyOf(contact);
  if (
    !id ||
    (await database('contacts')
      .whereRaw('id = zhudian_uuid(?) AND county = zhudian_uuid(?)', [id, keyOf(county)])
      .first('id'))
  )
    return [];
  return [{ field: 'contact', rule: 'report.contact.own', message: '联系人须是本县（市、区）登记的联系人；请重新选择，或先在“联系人”中登记' }];
}

async function countyOf(user: string | null | undefined, database: Caller['database']): Promise<string | null> {
  if (!user) return null;
  const row: { county: string | null } | undefined = await database('directus_users').where({ id: user }).first('county');
  return row?.county ?? null;
}

/** Checks monthly reports as they would stand after a change. */
export async function checkChangedReports(change: Row, keys: readonly string[], caller: Caller): Promise<void> {
  const day = await today(caller.database);
  const rows: Row[] = await caller.database('monthly_reports').whereIn('id', keys).select('*', caller.database.raw('filled_on::text'));
  for (const row of rows) {
    const faults = [...changeOfState(reportSteps, reportWords, row, change, caller), ...reportFaults({ ...row, ...change })];
    if ('period' in change && change.period !== row.period) faults.push(...(await monthFaults(change.period, caller.database)));
    faults.push(...filledFaults(change, day));
    if ('contact' in change && change.contact !== row.contact) faults.push(...(await contactFaults(change.contact, row.county, caller.database)));
    const still = isHandedIn(row.status);
    const touched = STILL.filter((field) => still && field in change && change[field] !== row[field]);
    for (const field of touched) faults.push({ field, rule: 'report.frozen', message: '已报送的报告不能改动；请由市级退回后修改' });
    if (change.status === 'submitted' && !still) faults.push(...(await submissionFaults({ ...row, ...change }, caller.database)));
    throwFaults('monthly_reports', faults);
  }
}

/** A report is of a month that has begun, and of which statistics are kept. */
async function monthFaults(period: unknown, database: Caller['database']): Promise<FieldFault[]> {
  const fault = periodFault(period, await periodBounds(database, period));
  // Its shape is told already.
  return fault && fault.rule !== 'shape' ? [{ field: 'period', rule: `report.period.${fault.rule}`, message: fault.message }] : [];
}

/** A draft as well is filled in on no day to come; what is handed in tells it itself. */
function filledFaults({ status, filled_on }: Row, day: string): FieldFault[] {
  if (status === 'submitted' || !isDay(filled_on) || filled_on <= day) return [];
  return [{ field: 'filled_on', rule: 'report.filled_on.future', message: `填表日期 ${filled_on} 晚于今天（${day}）` }];
}

function reportFaults(report: Row): FieldFault[] {
  const faults = figureFaults('report', report);
  if (!PERIOD.test(String(report.period))) faults.push({ field: 'period', rule: 'report.period.shape', message: '月份请写成 2026-11 的样子' });
  return [...faults, ...textFaults('report', TEXTS, report)];
}

function textFaults(kind: string, texts: Readonly<Record<string, string>>, row: Row): FieldFault[] {
  return Object.entries(texts).flatMap(([field, label]) => {
    const value = row[field];
    const message = typeof value === 'string' ? plainTextFault(value, label, 20_000) : null;
    return message ? [{ field, rule: `${kind}.${field}.plain`, message }] : [];
  });
}

/** Checks an opening balance as it would stand after a save. */
export async function checkBalance(change: Row, keys: readonly string[], { database }: Caller): Promise<void> {
  const rows = await standing('opening_balances', ['as_of'], keys, database);
  const day = await today(database);
  for (const row of rows) {
    const balance = { ...row, ...change };
    throwFaults('opening_balances', [...figureFaults('opening_balance', balance), ...(await coverFaults(balance, row, day, database))]);
  }
}

/** The rows that are changed, their days as text; an empty one for a row that is new. */
async function standing(table: string, days: readonly string[], keys: readonly string[], database: Caller['database']): Promise<Row[]> {
  return keys.length === 0
    ? [{}]
    : await database(table)
        .whereIn('id', keys)
        .select<Row[]>('*', ...days.map((day) => database.raw('??::text', [day])));
}

/** A balance ends before the first visit and hazard that are counted one by one; what it carried over as it stood stays so. */
async function coverFaults({ county, as_of }: Row, before: Row, day: string, database: Caller['database']): Promise<FieldFault[]> {
  const fault = (rule: string, message: string): FieldFault[] => [{ field: 'as_of', rule: `opening_balance.as_of.${rule}`, message }];
  if (isBlank(as_of)) return fault('required', '请填写截至日期');
  if (!isDay(as_of)) return fault('day', '截至日期不是有效日期，请按 2026-01-31 的形式填写');
  if (as_of > day) return fault('future', `截至日期 ${as_of} 晚于今天（${day}）`);
  const key = keyOf(county);
  if (!key) return [];
  const { rows } = await database.raw<{ rows: { visits: string; hazards: string; first: string | null; since: string }[] }>(
    `SELECT s.since::text, v.n AS visits, h.n AS hazards, least(v.first, h.first)::text AS first
     FROM (SELECT zhudian_statistics_since() AS since) s,
       LATERAL (SELECT count(*) AS n, min(visited_on) AS first FROM visits WHERE county = zhudian_uuid(:key) AND status IN ('submitted', 'locked') AND visited_on BETWEEN s.since AND :as_of) v,
       LATERAL (SELECT count(*) AS n, min(found_on) AS first FROM hazards WHERE county = zhudian_uuid(:key) AND status <> 'void' AND found_on BETWEEN s.since AND :as_of AND found_on > :carried::date) h`,
    { key, as_of, carried: before.county === key ? before.as_of : '-infinity' },
  );
  const counted = rows[0];
  if (!counted) return [];
  if (as_of < counted.since) return fault('since', `截至日期 ${as_of} 早于统计起始日 ${counted.since}，不必登记期初数`);
  if (counted.first === null) return [];
  return fault(
    'twice',
    `系统内已有该县（市、区）截至 ${as_of} 的驻点记录 ${counted.visits} 条、隐患 ${counted.hazards} 项（最早 ${counted.first}），会与期初数重复统计；请把截至日期改到 ${counted.first} 之前，并从期初数中减去之后的部分`,
  );
}

/** Evaluations and inspections have no states: one that says why it is void is void. */
const EVALUATION_WORDS: StepWords = { kind: 'evaluation', states: {}, reasons: { void_reason: '作废原因' } };

/** Checks an evaluation as it would stand after a save. */
export async function checkEvaluation(change: Row, keys: readonly string[], { database }: Caller): Promise<void> {
  const rows = await standing('evaluations', ['evaluated_on', 'reply_due', 'replied_on'], keys, database);
  if (!isBlank(change.void_reason)) throwFaults('evaluations', reasonFaults(EVALUATION_WORDS, 'void_reason', change.void_reason));
  const { since, today: day } = await periodBounds(database);
  for (const row of rows) {
    throwFaults('evaluations', isBlank(row.void_reason) ? [] : voidFaults(EVALUATION_WORDS, '评估（督查）', { status: 'void' }, change));
    const evaluation: Row = { kind: 'quarterly', ...row, ...change };
    const { quarter, evaluated_on, score } = evaluation;
    const faults = textFaults('evaluation', EVALUATION_TEXTS, evaluation);
    if (!isBlank(score) && !(Number(score) >= 0 && Number(score) <= 100)) {
      faults.push({ field: 'score', rule: 'evaluation.score.range', message: '评分按百分制填写，为 0 至 100 之间的数' });
    }
    const [, year, number] = /^(20\d{2})-Q([1-4])$/.exec(String(quarter)) ?? [];
    const wrong = quarter === row.quarter && year ? null : quarterFault(quarter, since, day);
    if (wrong) faults.push({ field: 'quarter', rule: `evaluation.quarter.${wrong.rule}`, message: wrong.message });
    if (!isDay(evaluated_on))
      faults.push({ field: 'evaluated_on', rule: 'evaluation.evaluated_on.day', message: '请填写评估（督查）日期，如 2026-12-20' });
    else if (evaluated_on > day)
      faults.push({ field: 'evaluated_on', rule: 'evaluation.evaluated_on.future', message: `评估（督查）日期 ${evaluated_on} 晚于今天（${day}）` });
    else if (year && evaluated_on < `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`) {
      faults.push({
        field: 'evaluated_on',
        rule: 'evaluation.evaluated_on.before',
        message: `评估（督查）日期 ${evaluated_on} 早于 ${String(quarter)} 开始`,
      });
    }
    throwFaults('evaluations', [...faults, ...replyFaults(evaluation, day)]);
  }
}

/** The reply to an inspection is asked for, and comes, no earlier than its day. */
function replyFaults({ kind, evaluated_on, reply_due, replied_on }: Row, today: string): FieldFault[] {
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
