import { passwordFault } from '@zhudian/core/people/passwordFault.ts';
import type { Knex } from 'knex';
import { throwFaults } from '../errors/fieldFaults.ts';

type Row = Record<string, unknown>;

/** Refuses a password that is easily guessed, whoever sets it and for whichever logins; says so at its field. */
export async function checkPassword(payload: Row, keys: readonly string[], database: Knex): Promise<Row> {
  const { password, email } = payload;
  if (typeof password !== 'string') return payload;
  const known: { email: string | null }[] =
    keys.length > 0
      ? await database('directus_users')
          .whereIn('id', [...keys])
          .select('email')
      : [];
  const emails = [typeof email === 'string' ? email : null, ...known.map((user) => user.email)];
  const message = emails.map((of) => passwordFault(password, of)).find((fault) => fault !== null);
  if (message) throwFaults('directus_users', [{ field: 'password', rule: 'user.password.weak', message }]);
  return payload;
}
