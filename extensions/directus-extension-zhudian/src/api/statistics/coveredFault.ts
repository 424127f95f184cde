import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import type { Knex } from 'knex';

/** A fault when the county's opening balance already counts that day (不再重复调度). */
export async function coveredFault(enterprise: string | null, field: string, day: unknown, database: Knex): Promise<FieldFault[]> {
  if (!enterprise || typeof day !== 'string') return [];
  const balance: { as_of: string } | undefined = await database('opening_balances as b')
    .join('enterprises as e', 'e.county', 'b.county')
    .whereRaw('e.id = zhudian_uuid(?) AND b.as_of >= zhudian_day(?)', [enterprise, day])
    .first(database.raw('b.as_of::text'));
  if (!balance) return [];
  const message = `${day} 的数据已计入本县（市、区）期初数（截至 ${balance.as_of}），再登记会重复统计；确需补录的，请市级管理员先调整期初数`;
  return [{ field, rule: `${field}.covered`, message }];
}
