import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import type { Caller } from '../hook/Caller.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A fault when the enterprise does not exist, or is not one the caller may see: another county's, another team's. */
export async function enterpriseFault(enterprise: string, caller: Caller): Promise<FieldFault | null> {
  const fault = { field: 'enterprise', rule: 'enterprise.visible', message: '企业不存在，或不属于您的县（市、区）或驻点范围；请重新选择' };
  if (!UUID.test(enterprise)) return fault;
  const { accountability, services, schema, database } = caller;
  const items = new services.ItemsService('enterprises', { accountability: accountability?.admin ? null : accountability, schema, knex: database });
  const found = await items.readByQuery({ filter: { id: { _eq: enterprise } }, fields: ['id'], limit: 1 }).catch(() => []);
  return found.length === 0 ? fault : null;
}
