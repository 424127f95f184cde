import { isDay } from '@zhudian/core/calendar/isDay.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import type { Caller } from '../runtime/Caller.ts';
import { PerTransaction } from '../runtime/PerTransaction.ts';
import { isUuid } from '@zhudian/core/text/isUuid.ts';

/**
 * A fault when the enterprise does not exist, or is not one the caller may see: another county's, another team's.
 *
 * @param day of what is written, `YYYY-MM-DD`: who was in the team then may write it down after the team has changed
 */
export async function enterpriseFault(enterprise: string, caller: Caller, day?: unknown): Promise<FieldFault | null> {
  const fault = { field: 'enterprise', rule: 'enterprise.visible', message: '企业不存在，或不属于您的县（市、区）或驻点范围；请重新选择' };
  if (!isUuid(enterprise)) return fault;
  const { accountability, database } = caller;
  const who = accountability?.admin ? 'administrator' : (accountability?.user ?? '');
  // A visit that is saved with its hazards asks of one enterprise each time.
  const seen = await visible.get(database, `${who} ${enterprise} ${String(day)}`, async () =>
    (await sees(enterprise, day, caller)) ? true : undefined,
  );
  return seen ? null : fault;
}

const visible = new PerTransaction<true | undefined>();

async function sees(enterprise: string, day: unknown, caller: Caller): Promise<boolean> {
  const { accountability, services, schema, database } = caller;
  const items = new services.ItemsService('enterprises', { accountability: accountability?.admin ? null : accountability, schema, knex: database });
  const found = await items.readByQuery({ filter: { id: { _eq: enterprise } }, fields: ['id'], limit: 1 }).catch(() => []);
  return found.length > 0 || (await wasInTeam(enterprise, day, caller));
}

async function wasInTeam(enterprise: string, day: unknown, { accountability, database }: Caller): Promise<boolean> {
  if (!accountability?.user || !isDay(day)) return false;
  const row: unknown = await database('team_members as m')
    .join('inspectors as i', 'i.id', 'm.inspector')
    .whereRaw('m.team = zhudian_team_on(zhudian_uuid(?), zhudian_day(?))', [enterprise, day])
    .where({ 'i.user': accountability.user })
    .first('m.id');
  return row !== undefined;
}
