import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { isHandedIn } from '@zhudian/core/reports/isHandedIn.ts';
import type { FigureRow, ReportChange } from '@zhudian/core/reports/ReportFacts.ts';
import type { ReportGaps } from '@zhudian/core/reports/ReportGaps.ts';
import { validateSubmittedReport } from '@zhudian/core/reports/validateSubmittedReport.ts';
import type { Knex } from 'knex';
import { now } from '../clock/now.ts';
import { today } from '../clock/today.ts';
import { readStatistics, type Span } from '../statistics/readStatistics.ts';
import { draftsOf } from './draftsOf.ts';
import { dueAt } from './dueAt.ts';
import { readBeside } from './readBeside.ts';
import { frozenFigures } from './gatherReport.ts';
import { readChanges } from './readChanges.ts';
import { readGaps } from './readGaps.ts';
import { standing } from '../runtime/standing.ts';

/** How a report stands before it is handed in. */
export interface Readiness {
  readonly due_at: string;
  readonly overdue: boolean;
  /** Whether it was handed in on time the first time; null while it never was. */
  readonly on_time: boolean | null;
  /** How often it was handed in. */
  readonly submission: number;
  /** How often its words were drafted. */
  readonly drafts: number;
  /** What keeps it from being handed in. */
  readonly faults: readonly FieldFault[];
  readonly gaps: ReportGaps;
  /** The figures as they would freeze now. */
  readonly figures: Readonly<Record<Span, FigureRow>>;
  /** The cumulative figures as they froze; null while it is not handed in. */
  readonly frozen: FigureRow | null;
  readonly changes: readonly ReportChange[];
}

/** How a report stands; null when there is none. */
export async function readReadiness(id: string, database: Knex): Promise<Readiness | null> {
  const [report] = await standing('monthly_reports', ['filled_on'], [id], database);
  if (!report) return null;
  const { county, period } = report;
  const [due_at, moment, day, gaps, beside, statistics, changes, drafts] = await Promise.all([
    dueAt(period, database),
    now(database),
    today(database),
    readGaps(county, period, database),
    readBeside(county, period, database),
    readStatistics(database, period, [county]),
    readChanges(county, period, database),
    draftsOf(id, database),
  ]);
  const { cumulative, month } = statistics.total;
  return {
    due_at,
    overdue: moment > new Date(due_at),
    on_time: report.on_time,
    submission: report.submission ?? 0,
    drafts,
    faults: validateSubmittedReport(report, gaps, day, beside),
    gaps,
    figures: { cumulative, month },
    frozen: isHandedIn(report.status) ? frozenFigures(report) : null,
    changes,
  };
}
