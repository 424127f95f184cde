import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { now } from '../clock/now.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';

type Row = Record<string, unknown>;

interface Login {
  readonly id: string;
  readonly status: string;
  readonly given: boolean;
}

const SYSTEM: FieldFault = {
  field: 'password_chosen_at',
  rule: 'field.system',
  message: '“本人设置密码的时间”由系统记录，不能填写或改动；请去掉这一项后再保存',
};
const SAME: FieldFault = { field: 'password', rule: 'user.password.given', message: '新密码不能与他人为您设置的密码相同；请另设一个' };

/**
 * Notes the moment at which the owner of a login chose its password, in the account or by the link of a mail. One that anybody else sets has no
 * such moment (schema/sql/071-given-passwords.sql takes it away), and nobody writes it by hand. Who chooses does not keep what was given.
 *
 * @param keys the logins that are changed; none for a new one
 */
export async function noteChosen(payload: Row, keys: readonly string[], caller: Caller): Promise<Row> {
  const { password_chosen_at: claimed, ...rest } = payload;
  if (keys.length > 0 ? 'password_chosen_at' in payload : claimed !== undefined && claimed !== null) throwFaults('directus_users', [SYSTEM]);
  const [key] = keys;
  if (typeof rest.password !== 'string' || key === undefined || keys.length > 1) return rest;
  const { database } = caller;
  const login = await database('directus_users')
    .where({ id: key })
    .first<Login | undefined>('id', 'status', database.raw('password IS NOT NULL AND password_chosen_at IS NULL AS given'));
  if (!login || !isOwners(login, rest, caller)) return rest;
  if (login.given && (await opens(login.id, rest.password, caller))) throwFaults('directus_users', [SAME]);
  return { ...rest, password_chosen_at: (await now(database)).toISOString() };
}

/**
 * Directus sets a password in the owner's name, in nobody's when the link of a mail is used (as an administrator without a name), and in its own
 * when an invitation is accepted.
 */
function isOwners({ id, status }: Login, change: Row, { accountability }: Caller): boolean {
  if (accountability === null) return status === 'invited' && change.status === 'active';
  return accountability.user === id || (accountability.user === null && accountability.admin);
}

async function opens(login: string, password: string, { services, schema, database }: Caller): Promise<boolean> {
  const directus = new services.AuthenticationService({ schema, knex: database });
  return await directus.verifyPassword(login, password).then(
    () => true,
    () => false,
  );
}
