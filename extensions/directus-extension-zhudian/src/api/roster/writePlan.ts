import { randomUUID } from 'node:crypto';
import type { RosterPlan } from '@zhudian/core/roster/planRoster.ts';
import type { Knex } from 'knex';

const BATCH = 500;

/**
 * Carries a plan out, in the caller's transaction. Rows are written past Directus's services, which would take a quarter of an hour for ten
 * thousand enterprises: whose they may be was decided by the plan, and PostgreSQL's own rules hold.
 */
export async function writePlan(plan: RosterPlan, user: string | null, trx: Knex.Transaction): Promise<void> {
  const stamp = { user_created: user, date_created: trx.fn.now() };
  const changed = { user_updated: user, date_updated: trx.fn.now() };
  const insert = async (table: string, rows: readonly object[]): Promise<void> => {
    for (let at = 0; at < rows.length; at += BATCH) {
      await trx(table).insert(rows.slice(at, at + BATCH).map((row) => ({ ...row, ...stamp })));
      // The triggers' plans were made for the table as it was; on a fresh system that is one of no rows, read from end to end for each new row.
      if (at === 0 || at + BATCH >= rows.length) await trx.raw('ANALYZE ??', [table]);
    }
  };
  const industry = '非危险化学品化工生产企业';
  await insert(
    'enterprises',
    plan.newEnterprises.map((row) => ({ ...row, industry, status: row.status ?? 'active' })),
  );
  await insert(
    'inspectors',
    plan.newInspectors.map((row) => ({ ...row, status: 'active' })),
  );
  for (const { id, change } of plan.changedEnterprises)
    await trx('enterprises')
      .where({ id })
      .update({ ...change, ...changed });
  for (const { id, change } of plan.changedInspectors)
    await trx('inspectors')
      .where({ id })
      .update({ ...change, ...changed });
  await endTeams(plan, changed, trx);
  const today = trx.raw('zhudian_today()');
  await insert(
    'teams',
    plan.newTeams.map(({ id, enterprise }) => ({ id, enterprise, valid_from: today, valid_to: null })),
  );
  await insert(
    'team_members',
    plan.newTeams.flatMap(({ id, members }) => members.map((inspector, index) => ({ id: randomUUID(), team: id, inspector, is_lead: index === 0 }))),
  );
}

/** The team in force ends the day before; one that began today is taken back, since no visit can have been its. */
async function endTeams(plan: RosterPlan, changed: object, trx: Knex.Transaction): Promise<void> {
  const ended = plan.newTeams.map(({ replaces }) => replaces).filter((id) => id !== null);
  if (ended.length === 0) return;
  await trx('teams')
    .whereIn('id', ended)
    .whereRaw('valid_from < zhudian_today()')
    .update({ valid_to: trx.raw('zhudian_today() - 1'), ...changed });
  const today = trx('teams').whereIn('id', ended).whereRaw('valid_from = zhudian_today()').select('id');
  await trx('visits').whereIn('team', today.clone()).update({ team: null });
  await trx('team_members').whereIn('team', today.clone()).delete();
  await trx('teams').whereIn('id', ended).whereRaw('valid_from = zhudian_today()').delete();
}
