import type { Knex } from 'knex';
import { readCoverage } from '../statistics/coverage/readCoverage.ts';
import { now } from '../clock/now.ts';
import { dueAt } from './dueAt.ts';
import { reportHandedInSql } from '../sql/reportHandedInSql.ts';

/** One county's report of a month. */
export interface BoardRow {
  readonly county: { readonly id: string; readonly code: string; readonly name: string };
  readonly enterprises: number;
  readonly visited: number;
  /** Whether a report of the month is to come: the county was here by its end. */
  readonly expected: boolean;
  /** Null while nobody has begun it. */
  readonly report: {
    readonly id: string;
    readonly status: 'draft' | 'submitted' | 'returned' | 'accepted';
    readonly submitted_at: string | null;
    /** Whether it was handed in on time the first time, whatever became of it since; null while it never was. */
    readonly on_time: boolean | null;
    /** How often it was handed in. */
    readonly submission: number;
    readonly return_reason: string | null;
    readonly docx: string | null;
    readonly xlsx: string | null;
  } | null;
}

/** How many reports of a month were to come, from counties that were here by its end, came, and came in time. */
export interface ReportingRate {
  readonly period: string;
  readonly expected: number;
  readonly received: number;
  readonly on_time: number;
}

/** The end of a month at a glance. Moments are ISO 8601. */
export interface Board {
  readonly period: string;
  readonly due_at: string;
  readonly overdue: boolean;
  readonly rows: readonly BoardRow[];
  /** The month and the eleven before it, newest first. */
  readonly rates: readonly ReportingRate[];
  /** The city's compilations of the month, newest first; null for whoever is not to see them. */
  readonly compilations:
    | readonly {
        readonly id: string;
        readonly title: string | null;
        readonly status: string;
        readonly file: string | null;
        /** Why there is none, or what it waits for. */
        readonly error: string | null;
        readonly workbook: boolean;
        readonly date_created: string;
      }[]
    | null;
}

type Reported = BoardRow['county'] & Pick<BoardRow, 'expected' | 'report'>;

/**
 * How the month's reports stand.
 *
 * @param counties the ones to tell; null for all, and then of the city's compilations as well
 */
export async function readBoard(database: Knex, period: string, counties: readonly string[] | null): Promise<Board> {
  const [due_at, moment, coverage, reported, rates, compilations] = await Promise.all([
    dueAt(period, database),
    now(database),
    readCoverage(database, period, { counties, login: null }),
    database.raw<{ rows: Reported[] }>(
      `SELECT c.id, c.code, c.name, zhudian_owes_report(c, :period) AS expected,
         CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'status', r.status, 'submitted_at', r.submitted_at,
         'on_time', r.on_time, 'submission', coalesce(r.submission, 0), 'return_reason', r.return_reason, 'docx', r.docx, 'xlsx', r.xlsx) END AS report
       FROM counties c LEFT JOIN monthly_reports r ON r.county = c.id AND r.period = :period
       WHERE (c.status = 'active' OR r.id IS NOT NULL) AND (:counties::uuid[] IS NULL OR c.id = ANY(:counties::uuid[])) ORDER BY c.sort, c.code`,
      { period, counties },
    ),
    readRates(database, period, counties),
    counties ? null : readCompilations(database, period),
  ]);
  const covered = new Map(coverage.map((row) => [row.county.id, row]));
  return {
    period,
    due_at,
    overdue: moment > new Date(due_at),
    rows: reported.rows.map(({ expected, report, ...county }) => ({
      county,
      enterprises: covered.get(county.id)?.enterprises ?? 0,
      visited: covered.get(county.id)?.visited ?? 0,
      expected,
      report,
    })),
    rates,
    compilations,
  };
}

async function readRates(database: Knex, period: string, counties: readonly string[] | null): Promise<ReportingRate[]> {
  const { rows } = await database.raw<{ rows: ReportingRate[] }>(
    `SELECT to_char(m, 'YYYY-MM') AS period, count(*)::int AS expected, count(r.id)::int AS received, count(r.id) FILTER (WHERE r.on_time)::int AS on_time
     FROM generate_series(greatest(to_date(:period, 'YYYY-MM') - interval '11 months', zhudian_statistics_since()), to_date(:period, 'YYYY-MM'), interval '1 month') m
       CROSS JOIN counties c LEFT JOIN monthly_reports r ON r.county = c.id AND r.period = to_char(m, 'YYYY-MM') AND ${reportHandedInSql('r')}
     WHERE (zhudian_owes_report(c, to_char(m, 'YYYY-MM')) OR r.id IS NOT NULL)
       AND (:counties::uuid[] IS NULL OR c.id = ANY(:counties::uuid[]))
     GROUP BY m ORDER BY m DESC`,
    { period, counties },
  );
  return rows;
}

/** Each file once, and of what was asked for what is not answered; what failed is past once there is a newer one. */
async function readCompilations(database: Knex, period: string): Promise<NonNullable<Board['compilations']>> {
  const rows = await database('documents as d')
    .leftJoin('directus_files as f', 'f.id', 'd.file')
    .where({ kind: 'city_report', period })
    .orderBy([{ column: 'd.date_created', order: 'desc' }, 'd.id'])
    .select<NonNullable<Board['compilations']>[number][]>(
      'd.id',
      'd.title',
      'd.status',
      'd.file',
      'd.error',
      'd.date_created',
      database.raw("coalesce(f.filename_download LIKE '%.xlsx', false) AS workbook"),
    );
  const newest = rows.findIndex(({ status }) => status === 'ready');
  return rows.filter(({ file, status }, index) => {
    if (file) return rows.findLastIndex((row) => row.file === file) === index;
    return status !== 'failed' || newest < 0 || index < newest;
  });
}
