import type { RosterPlan } from '@zhudian/core/roster/planRoster.ts';
import type { Knex } from 'knex';
import { countsOf } from './countsOf.ts';

/** Tells workflows that listen what a roster has brought, in the transaction that writes it. `county` is null where the file is of several. */
export async function tellImported(plan: RosterPlan, filename: string, trx: Knex.Transaction): Promise<void> {
  const [only, ...others] = plan.counties;
  const county = only && others.length === 0 ? only.id : null;
  const facts = { file: filename, county, county_name: plan.counties.map(({ name }) => name).join('、'), ...countsOf(plan) };
  await trx.raw(`SELECT zhudian_tell('roster.imported:' || gen_random_uuid(), 'roster.imported', NULL, ?::json)`, [JSON.stringify(facts)]);
}
