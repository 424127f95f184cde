import type { VisitText } from '@zhudian/core/suspicions/sameTexts.ts';
import type { Knex } from 'knex';
import { visitHandedInSql } from '../sql/visitHandedInSql.ts';

/** The logs and descriptions of problems, of visits handed in since a day, whose words some other visit of the county has as well. */
export async function readTexts(database: Knex, since: string): Promise<VisitText[]> {
  const { rows } = await database.raw<{ rows: VisitText[] }>(
    `WITH recent AS MATERIALIZED (SELECT id, county, enterprise, visited_on, log FROM visits WHERE ${visitHandedInSql('visits')} AND visited_on >= :since),
     texts AS (
       SELECT id AS visit, county, enterprise, visited_on, 'log' AS field, zhudian_fingerprint(log) AS fingerprint FROM recent
       UNION
       SELECT r.id, r.county, r.enterprise, r.visited_on, 'problem', zhudian_fingerprint(i.problem) FROM recent r JOIN visit_items i ON i.visit = r.id
       WHERE i.result IN ('partial', 'missing')),
     shared AS (SELECT *, count(*) OVER (PARTITION BY county, field, fingerprint) AS n FROM texts WHERE fingerprint IS NOT NULL)
     SELECT s.visit, s.county, e.name AS enterprise, s.visited_on::text AS day, s.field, s.fingerprint FROM shared s JOIN enterprises e ON e.id = s.enterprise WHERE s.n > 1`,
    { since },
  );
  return rows;
}
