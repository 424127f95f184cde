import { createHash } from 'node:crypto';
import { dayIn } from '@zhudian/core/calendar/dayIn.ts';
import type { CityReportFacts, FigureRow } from '@zhudian/core/reports/ReportFacts.ts';
import { FIGURES } from '@zhudian/core/reports/figures.ts';
import type { Knex } from 'knex';
import { now as currentMoment } from '../clock/now.ts';
import { readSettings } from '../settings/Settings.ts';
import { readCorrections } from '../statistics/readCorrections.ts';
import { frozenFigures } from './gatherReport.ts';
import type { Row } from '../runtime/Row.ts';
import { reportHandedInSql } from '../sql/reportHandedInSql.ts';

/** What the city's compilation of a month is made from, and where it stands. */
export interface GatheredCompilation extends CityReportFacts {
  /** Whether the month is due, or everybody has reported: before that nothing is compiled by itself. */
  readonly ready: boolean;
  /** Key of its mail: the same for the same reports. */
  readonly key: string;
  /** From 1; the same for the same key. */
  readonly version: number;
  readonly recipients: readonly string[];
}

/** A county, with its report's columns; null where it has none. */
type Reported = { readonly [Column in keyof Row<'monthly_reports'>]: Row<'monthly_reports'>[Column] | null } & {
  readonly county_id: string;
  readonly name: string;
  readonly report: string | null;
};

/** The reports of a month as they were handed in; every county that owes one has its place, and any other that has reported. */
export async function gatherCompilation(period: string, database: Knex): Promise<GatheredCompilation> {
  const settings = await readSettings(database);
  const sums = Object.keys(FIGURES)
    .map((key) => (key === 'reward_amount_wan' ? `trim_scale(sum(coalesce(${key}, 0)))::text AS ${key}` : `sum(coalesce(${key}, 0))::int AS ${key}`))
    .join(', ');
  const [moment, counties, total, state, corrections] = await Promise.all([
    currentMoment(database),
    database.raw<{ rows: Reported[] }>(
      `SELECT c.id AS county_id, c.name, r.id AS report, r.* FROM counties c LEFT JOIN monthly_reports r ON r.county = c.id AND r.period = :period AND ${reportHandedInSql('r')}
       WHERE zhudian_owes_report(c, :period) OR r.id IS NOT NULL ORDER BY c.sort, c.code`,
      { period },
    ),
    database.raw<{ rows: FigureRow[] }>(`SELECT ${sums} FROM monthly_reports WHERE period = :period AND ${reportHandedInSql('monthly_reports')}`, {
      period,
    }),
    database.raw<{ rows: [{ ready: boolean; since: string }] }>(
      'SELECT zhudian_compilation_due(:period) AS ready, zhudian_statistics_since()::text AS since',
      { period },
    ),
    readCorrections(database, period, null),
  ]);
  const { ready, since } = state.rows[0];
  const compiled = {
    since,
    office: { name: settings.office_name },
    period,
    counties: counties.rows.map((row) => ({
      name: row.name,
      report: row.report
        ? {
            on_time: row.on_time === true,
            progress: row.progress,
            problems: row.problems,
            practices: row.practices,
            gap_explanation: row.gap_explanation,
            figures: frozenFigures(row),
            corrected: corrections
              .filter(({ county, span }) => county === row.county_id && span === 'cumulative')
              .map(({ figure, reported, now, difference }) => ({ figure, reported, now, difference })),
          }
        : null,
    })),
    total: frozenFigures(total.rows[0] ?? {}),
  };
  // With how often each was handed in: a report that was sent back and comes again unchanged is there again, and the last mail says that it is missing.
  const submissions = counties.rows.map(({ report, submission }) => (report ? submission : null));
  const digest = createHash('sha256').update(JSON.stringify({ compiled, submissions })).digest('hex').slice(0, 24);
  const key = `city-report:${period}:${digest}`;
  return {
    ...compiled,
    compiled_on: dayIn(moment, settings.timezone),
    ready,
    key,
    version: await versionOf(key, period, database),
    recipients: settings.city_office_emails,
  };
}

/** The ledger knows which compilations of a month went out, and in what order. */
async function versionOf(key: string, period: string, database: Knex): Promise<number> {
  const before = await database('deliveries').where('key', 'like', `city-report:${period}:%`).orderBy(['date_created', 'id']).select('key');
  const place = before.findIndex((mail) => mail.key === key);
  return (place < 0 ? before.length : place) + 1;
}
