import jwt from 'jsonwebtoken';
import type pg from 'pg';
import type { Secrets } from '../stack/Secrets.ts';
import { StackError } from '../stack/StackError.ts';
import { refusalTexts } from '../texts/startTexts.ts';

/**
 * An hour's access to Directus's API in the name of an administrator, signed with the installation's own secret. No password is asked for:
 * theirs was changed long ago, their address may have been, and a second factor belongs to a person. The token says that it is a command's: one
 * works before anybody has come to choose a password (access/refuseGiven.ts).
 *
 * @param directus a client of Directus's database
 */
export async function administratorToken(directus: pg.Client, { directusSecret }: Pick<Secrets, 'directusSecret'>): Promise<string> {
  const { rows } = await directus.query<{ id: string; role: string | null }>(
    `SELECT u.id, u.role FROM directus_users u JOIN directus_access a ON a."user" = u.id OR a.role = u.role JOIN directus_policies p ON p.id = a.policy
     WHERE p.admin_access AND u.status = 'active' ORDER BY u.email IS DISTINCT FROM 'admin@zhudian.example.org', u.id LIMIT 1`,
  );
  const administrator = rows[0];
  if (!administrator) throw new StackError(refusalTexts.noAdministrator(), refusalTexts.noAdministratorRemedy());
  return jwt.sign({ ...administrator, app_access: true, admin_access: true, command: true }, directusSecret, { issuer: 'directus', expiresIn: '1h' });
}
