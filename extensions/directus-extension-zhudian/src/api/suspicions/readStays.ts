import type { Stay } from '@zhudian/core/suspicions/Stay.ts';
import type { Knex } from 'knex';
import { visitHandedInSql } from '../sql/visitHandedInSql.ts';

interface Row {
  readonly visit: string;
  readonly county: string;
  readonly enterprise: string;
  readonly enterprise_name: string;
  readonly inspector: string;
  readonly inspector_name: string;
  readonly arrived: string;
  readonly left: string;
}

/** Who was where and when, of visits handed in since a day with both times. */
export async function readStays(database: Knex, since: string): Promise<Stay[]> {
  const { rows } = await database.raw<{ rows: Row[] }>(
    `SELECT v.id AS visit, v.county, e.id AS enterprise, e.name AS enterprise_name, i.id AS inspector, i.name AS inspector_name,
       to_char(v.arrived_at AT TIME ZONE z.name, 'YYYY-MM-DD HH24:MI') AS arrived, to_char(v.left_at AT TIME ZONE z.name, 'YYYY-MM-DD HH24:MI') AS left
     FROM visits v JOIN enterprises e ON e.id = v.enterprise JOIN visit_inspectors p ON p.visit = v.id JOIN inspectors i ON i.id = p.inspector,
       (SELECT coalesce((SELECT timezone FROM settings LIMIT 1), 'Asia/Shanghai') AS name) z
     WHERE ${visitHandedInSql('v')} AND v.visited_on >= :since AND v.arrived_at IS NOT NULL AND v.left_at IS NOT NULL`,
    { since },
  );
  return rows.map(({ enterprise, enterprise_name, inspector, inspector_name, ...stay }) => ({
    ...stay,
    enterprise: { id: enterprise, name: enterprise_name },
    inspector: { id: inspector, name: inspector_name },
  }));
}
