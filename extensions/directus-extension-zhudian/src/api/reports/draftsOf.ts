import type { Knex } from 'knex';

/** How often a report's words were drafted: whoever asked for fresh ones sees by it that they are there. */
export async function draftsOf(report: string, database: Knex): Promise<number> {
  const kept: { drafts: number } | undefined = await database('report_drafts').where({ report }).first('drafts');
  return kept?.drafts ?? 0;
}
