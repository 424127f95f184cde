import { FIGURES, type Figure } from '@zhudian/core/reports/figures.ts';
import type { FigureRow } from '@zhudian/core/reports/ReportFacts.ts';
import type { Knex } from 'knex';
import { reportHandedInSql } from '../sql/reportHandedInSql.ts';

export type Span = 'cumulative' | 'month';
type Spans = Readonly<Record<Span, FigureRow>>;
interface County {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Annex 4 of a month, as it stands now: whole numbers, and the amount as an exact decimal. */
export interface Statistics {
  /** `YYYY-MM` */
  readonly period: string;
  /** The day from which the cumulative figures count, `YYYY-MM-DD`. */
  readonly since: string;
  readonly rows: readonly (Spans & { readonly county: County; readonly reported: boolean })[];
  readonly total: Spans;
  /** Counties that owe the report of the month and have not handed it in. */
  readonly missing: readonly County[];
}

type Counted = { readonly county: string | null; readonly span: Span } & Readonly<Record<Figure, string>>;

/**
 * The 15 columns of annex 4 per county and in sum, cumulative and of the month alone. Counted by PostgreSQL (schema/sql/110-statistics.sql).
 *
 * @param counties the ones to tell; null for all
 */
export async function readStatistics(database: Knex, period: string, counties: readonly string[] | null): Promise<Statistics> {
  const [{ rows: counted }, { rows: known }, { rows: since }] = await Promise.all([
    database.raw<{ rows: Counted[] }>('SELECT * FROM zhudian_statistics(:period, :counties::uuid[])', { period, counties }),
    database.raw<{ rows: (County & { owes: boolean; reported: boolean })[] }>(
      `SELECT c.id, c.code, c.name, zhudian_owes_report(c, :period) AS owes,
         EXISTS (SELECT FROM monthly_reports r WHERE r.county = c.id AND r.period = :period AND ${reportHandedInSql('r')}) AS reported
       FROM counties c WHERE :counties::uuid[] IS NULL OR c.id = ANY(:counties::uuid[]) ORDER BY c.sort, c.code`,
      { period, counties },
    ),
    database.raw<{ rows: [{ since: string }] }>('SELECT zhudian_statistics_since()::text AS since'),
  ]);
  const spansOf = (county: string | null): Spans => {
    const of = (span: Span): FigureRow => figureRow(counted.find((row) => row.county === county && row.span === span));
    return { cumulative: of('cumulative'), month: of('month') };
  };
  const has = new Set(counted.map(({ county }) => county));
  const plain = ({ id, code, name }: County): County => ({ id, code, name });
  return {
    period,
    since: since[0].since,
    rows: known.filter(({ id }) => has.has(id)).map((county) => ({ county: plain(county), ...spansOf(county.id), reported: county.reported })),
    total: spansOf(null),
    missing: known.filter(({ owes, reported }) => owes && !reported).map(plain),
  };
}

function figureRow(counted: Counted | undefined): FigureRow {
  const keys = Object.keys(FIGURES) as Figure[];
  return Object.fromEntries(
    keys.map((key) => (key === 'reward_amount_wan' ? [key, counted?.[key] ?? '0'] : [key, Number(counted?.[key] ?? 0)])),
  ) as Record<Figure, number | string>;
}
