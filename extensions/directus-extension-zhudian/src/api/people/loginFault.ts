import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { isUuid } from '@zhudian/core/text/isUuid.ts';
import { roles } from '../../../../../schema/roles.ts';
import { actorOf } from '../access/actorOf.ts';
import type { Caller } from '../runtime/Caller.ts';
import { countyOf } from '../runtime/countyOf.ts';
import { keyOf } from '../runtime/nestedRows.ts';

type Row = Readonly<Record<string, unknown>>;

/** One and the same for a login that is not there and one that may not be used: it tells nobody which there are. */
const FAULT: FieldFault = {
  field: 'user',
  rule: 'inspector.user.own',
  message: '请选择本县（市、区）驻点人员的账号；已关联其他驻点人员的账号不能再次关联',
};

/**
 * What keeps an inspector from being tied to a login: it is one of an inspector, of the same county, and nobody else's. An office of a county gives
 * those of its own county only; the city those that name no county as well, and an administrator whichever is free.
 *
 * @param inspector as it would stand after the save
 */
export async function loginFault(inspector: Row, by: Caller): Promise<FieldFault[]> {
  const user = keyOf(inspector.user);
  if (user === null) return [];
  if (!isUuid(user)) return [FAULT];
  const { database, accountability } = by;
  const login = await database('directus_users')
    .where({ id: user })
    .first<{ role: string | null; county: string | null } | undefined>('role', 'county');
  const other: unknown = await database('inspectors')
    .where({ user })
    .modify((query) => void (typeof inspector.id === 'string' && query.whereNot({ id: inspector.id })))
    .first('id');
  if (!login || other) return [FAULT];
  const actor = actorOf(by);
  if (actor === 'administrator') return [];
  const county = inspector.level === 'city' ? null : keyOf(inspector.county);
  const mine = actor === 'city' ? login.county === null || login.county === county : login.county !== null && login.county === county;
  const isOwn = actor === 'city' || county === (await countyOf(accountability?.user, database));
  return login.role === roles.inspector.id && mine && isOwn ? [] : [FAULT];
}
