import type { CountyReportFacts, FigureRow } from '@zhudian/core/reports/ReportFacts.ts';
import { FIGURES, type Figure } from '@zhudian/core/reports/figures.ts';
import { dayIn } from '@zhudian/core/calendar/dayIn.ts';
import type { Knex } from 'knex';
import { readSettings } from '../settings/Settings.ts';
import { today } from '../clock/today.ts';
import { readStatistics } from '../statistics/readStatistics.ts';
import { readChanges } from './readChanges.ts';
import type { Row } from '../runtime/Row.ts';
import { standing } from '../runtime/standing.ts';

/** The row's name in annex 4. Source: notice, annex 4, 行业领域. */
const INDUSTRY = '非危险化学品化工生产企业';

/** A monthly report that was handed in, as its documents and mails are composed from it. Moments are ISO 8601. */
export interface GatheredReport extends CountyReportFacts {
  readonly report: {
    readonly id: string;
    readonly status: string;
    readonly submission: number;
    readonly submitted_at: string;
    readonly due_at: string;
    readonly on_time: boolean;
    readonly return_reason: string | null;
  };
  readonly office: CountyReportFacts['office'] & { readonly timezone: string };
  /** The city office's addresses. */
  readonly recipients: readonly string[];
  readonly county: CountyReportFacts['county'] & { readonly id: string; readonly email: string | null };
  readonly contact: (NonNullable<CountyReportFacts['contact']> & { readonly email: string | null }) | null;
}

type Report = Row<'monthly_reports', 'filled_on'>;

/** Null while nobody has handed the report in. */
export async function gatherReport(id: string, database: Knex): Promise<GatheredReport | null> {
  const row = await findReport(id, database);
  if (!row?.submission || !row.submitted_at || !row.due_at) return null;
  const settings = await readSettings(database);
  return {
    ...(await commonFacts(row, settings.office_name, database)),
    report: {
      id: row.id,
      status: row.status,
      submission: row.submission,
      submitted_at: row.submitted_at.toISOString(),
      due_at: row.due_at.toISOString(),
      on_time: row.on_time === true,
      return_reason: row.return_reason,
    },
    office: { name: settings.office_name, timezone: settings.timezone },
    recipients: settings.city_office_emails,
    reported_on: dayIn(row.submitted_at, settings.timezone),
    changes: (row.changes ?? []) as CountyReportFacts['changes'],
    rows: [{ name: INDUSTRY, figures: frozenFigures(row) }],
  };
}

/** A report as it would be handed in now: its text as it is saved, the figures as they are counted today; null when it is gone. */
export async function gatherDraft(id: string, database: Knex): Promise<CountyReportFacts | null> {
  const row = await findReport(id, database);
  if (!row) return null;
  const settings = await readSettings(database);
  const [statistics, changes, reported_on] = await Promise.all([
    readStatistics(database, row.period, [row.county]),
    readChanges(row.county, row.period, database),
    today(database),
  ]);
  const facts = await commonFacts(row, settings.office_name, database);
  return { ...facts, draft: true, reported_on, changes, rows: [{ name: INDUSTRY, figures: statistics.total.cumulative }] };
}

async function findReport(id: string, database: Knex): Promise<Report | undefined> {
  const [report] = await standing('monthly_reports', ['filled_on'], [id], database);
  return report;
}

type Common = Pick<GatheredReport, 'county' | 'contact'> & Omit<CountyReportFacts, 'reported_on' | 'changes' | 'rows'>;

/** What a report says whether it was handed in or not. */
async function commonFacts(row: Report, office: string, database: Knex): Promise<Common> {
  const county = await database('counties').where({ id: row.county }).first<GatheredReport['county']>('id', 'name', 'office', 'email');
  const contact = row.contact ? await database('contacts').where({ id: row.contact }).first('name', 'phone', 'email') : null;
  const { rows } = await database.raw<{ rows: [{ since: string }] }>('SELECT zhudian_statistics_since()::text AS since');
  return {
    office: { name: office },
    county,
    contact: contact ?? null,
    period: row.period,
    since: rows[0].since,
    filled_on: row.filled_on,
    progress: row.progress,
    problems: row.problems,
    practices: row.practices,
    gap_explanation: row.gap_explanation,
  };
}

/** The 15 cumulative figures that a report froze. */
export function frozenFigures(row: Readonly<Partial<Record<Figure, number | string | null>>>): FigureRow {
  return Object.fromEntries((Object.keys(FIGURES) as Figure[]).map((key) => [key, row[key] ?? 0])) as FigureRow;
}
