import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { draftsOf } from './draftsOf.ts';

interface Asked {
  readonly id: string;
  readonly county: string;
  readonly period: string;
}

/** Has the words of a report drafted anew; what people have written stays: see `draftReport`. `drafts` is how often they were drafted before. */
export async function refreshReport(
  { id, county, period }: Asked,
  database: Knex,
): Promise<{ readonly state: 'requested'; readonly drafts: number }> {
  const drafts = await draftsOf(id, database);
  await database.raw(
    `SELECT zhudian_emit(:key, 'report.draft', :county::uuid, json_build_object('period', :period::text, 'county', :county::text))`,
    { key: `report.draft:${period}:${county}:refresh:${randomUUID()}`, county, period },
  );
  return { state: 'requested', drafts };
}
