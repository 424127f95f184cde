import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

/** Has a county's report of a month drafted now, before the calendar would; answers the report that is there already. */
export async function beginReport(county: string, period: string, database: Knex): Promise<{ readonly report: string | null }> {
  const before = await database('monthly_reports').where({ county, period }).first('id');
  if (before) return { report: before.id };
  await database.raw(
    `SELECT zhudian_emit(:key, 'report.draft', :county::uuid, json_build_object('period', :period::text, 'county', :county::text))`,
    {
      key: `report.draft:${period}:${county}:asked:${randomUUID()}`,
      county,
      period,
    },
  );
  return { report: null };
}
