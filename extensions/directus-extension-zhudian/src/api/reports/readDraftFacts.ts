import type { FigureRow } from '@zhudian/core/reports/ReportFacts.ts';
import type { ReportGaps } from '@zhudian/core/reports/ReportGaps.ts';
import type { Knex } from 'knex';
import { readCoverage } from '../statistics/coverage/readCoverage.ts';
import { readStatistics } from '../statistics/readStatistics.ts';
import { dueAt } from './dueAt.ts';
import { readGaps } from './readGaps.ts';
import { visitHandedInSql } from '../sql/visitHandedInSql.ts';

/** What a county's narrative of a month is drafted from. */
export interface DraftFacts {
  readonly county: { readonly id: string; readonly name: string };
  readonly period: string;
  readonly due_at: string;
  readonly enterprises: number;
  readonly visited: number;
  readonly visits: number;
  readonly gaps: ReportGaps;
  readonly month: FigureRow;
  readonly cumulative: FigureRow;
  /** Hazards past their deadline and not rectified, whenever found. */
  readonly overdue: number;
  /** The items of the checklist that were lacking most often in the month, most first. */
  readonly lacking: readonly { readonly content: string; readonly times: number }[];
  /** What inspectors marked as good practice (经验做法) in the month. */
  readonly practices: readonly { readonly enterprise: string; readonly text: string }[];
}

const MOST = 5;

/** Null when there is no such county. */
export async function readDraftFacts(county: string, period: string, database: Knex): Promise<DraftFacts | null> {
  const values = { county, first: `${period}-01`, most: MOST };
  const within = `v.county = :county AND ${visitHandedInSql('v')} AND v.visited_on >= :first::date AND v.visited_on < (:first::date + interval '1 month')`;
  const [known, due_at, gaps, coverage, statistics, counts, lacking, practices] = await Promise.all([
    database('counties').where({ id: county }).first('id', 'name'),
    dueAt(period, database),
    readGaps(county, period, database),
    readCoverage(database, period, { counties: [county], login: null }),
    readStatistics(database, period, [county]),
    database.raw<{ rows: [{ visits: number; overdue: number }] }>(
      `SELECT (SELECT count(*)::int FROM visits v WHERE ${within}) AS visits,
         (SELECT count(*)::int FROM hazards h WHERE h.county = :county AND h.status IN ('open', 'rectifying') AND h.deadline < zhudian_today()) AS overdue`,
      values,
    ),
    database.raw<{ rows: DraftFacts['lacking'] }>(
      `SELECT regexp_replace(i.content, '[（(].*$', '') AS content, count(*)::int AS times FROM visit_items i JOIN visits v ON v.id = i.visit
       WHERE ${within} AND i.result IN ('partial', 'missing') GROUP BY 1 ORDER BY times DESC, content LIMIT :most`,
      values,
    ),
    database.raw<{ rows: DraftFacts['practices'] }>(
      `SELECT e.name AS enterprise, v.good_practice AS text FROM visits v JOIN enterprises e ON e.id = v.enterprise
       WHERE ${within} AND btrim(coalesce(v.good_practice, '')) <> '' ORDER BY v.visited_on, v.id LIMIT 20`,
      values,
    ),
  ]);
  if (!known) return null;
  return {
    county: known,
    period,
    due_at,
    gaps,
    enterprises: coverage[0]?.enterprises ?? 0,
    visited: coverage[0]?.visited ?? 0,
    ...counts.rows[0],
    month: statistics.total.month,
    cumulative: statistics.total.cumulative,
    lacking: lacking.rows,
    practices: practices.rows,
  };
}
