import type { Thresholds } from '@zhudian/core/suspicions/Thresholds.ts';
import type { VisitFigureFacts } from '@zhudian/core/suspicions/unlikelyFigures.ts';
import { VISIT_FIGURES, type VisitFigure } from '@zhudian/core/visits/visitFigures.ts';
import type { Knex } from 'knex';
import { visitHandedInSql } from '../sql/visitHandedInSql.ts';

interface Row {
  readonly visit: string;
  readonly county: string;
  readonly figure: VisitFigure;
  readonly value: string;
  readonly people: number;
  readonly others: number;
  readonly median: number;
  readonly deviation: number;
}

/**
 * The figures of visits handed in since a day that may be out of line, beside what the county's other visits had: what is within every threshold is not read.
 *
 * @param visits only of these; null for all
 */
export async function readVisitFigures(
  database: Knex,
  since: string,
  { most, outlier_factor }: Thresholds,
  visits: readonly string[] | null,
): Promise<VisitFigureFacts[]> {
  const { rows } = await database.raw<{ rows: Row[] }>(
    `WITH counted AS MATERIALIZED (
       SELECT v.id, v.county, f.figure, f.value FROM visits v
         CROSS JOIN LATERAL (VALUES ${VISIT_FIGURES.map((figure) => `('${figure}', v.${figure}::numeric)`).join(', ')}) f(figure, value)
       WHERE ${visitHandedInSql('v')} AND v.visited_on >= :since
         AND (:visits::uuid[] IS NULL OR v.county IN (SELECT county FROM visits WHERE id = ANY (:visits::uuid[])))),
     middle AS (SELECT county, figure, count(*) AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY coalesce(value, 0)) AS median FROM counted GROUP BY county, figure),
     spread AS (SELECT c.county, c.figure, percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(coalesce(c.value, 0) - m.median::numeric)) AS deviation
       FROM counted c JOIN middle m USING (county, figure) GROUP BY c.county, c.figure)
     SELECT c.id AS visit, c.county, c.figure, c.value::text, m.n::int - 1 AS others, m.median, s.deviation,
       (SELECT count(DISTINCT p.inspector)::int FROM visit_inspectors p WHERE p.visit = c.id) AS people
     FROM counted c JOIN middle m USING (county, figure) JOIN spread s USING (county, figure)
       JOIN (VALUES ${VISIT_FIGURES.map((figure) => `('${figure}', ${most[figure]})`).join(', ')}) t(figure, most) USING (figure)
     WHERE c.value > least(t.most, m.median + 2 * :factor) AND (:visits::uuid[] IS NULL OR c.id = ANY (:visits::uuid[]))`,
    { since, visits, factor: outlier_factor },
  );
  return rows.map(({ visit, county, figure, value, people, others, median, deviation }) => ({
    ...{ visit, county, figure, value: Number(value), people },
    others: { visits: others, median, deviation },
  }));
}
