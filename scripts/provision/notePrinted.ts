import type pg from 'pg';
import type { Secrets } from '../stack/Secrets.ts';
import type { StackConfig } from '../stack/StackConfig.ts';
import { demoUsers } from './demoUsers.ts';
import type { DirectusClient } from './directusClient.ts';

/**
 * Notes what the passwords that a start prints are worth. Whoever tries the system uses them at once: they pass for chosen. In production the
 * administrator's stands in a file that others may have read, and has to be changed at the first log-in. A password that somebody has changed since
 * is no printed one any more.
 *
 * @param client a client of Directus's database
 */
export async function notePrinted(
  client: pg.Client,
  directus: DirectusClient,
  { adminPassword, demoPasswords }: Pick<Secrets, 'adminPassword' | 'demoPasswords'>,
  { adminEmail, production }: Pick<StackConfig, 'adminEmail' | 'production'>,
): Promise<void> {
  const printed = new Map([[adminEmail, adminPassword], ...demoUsers.map(({ email, passwordKey }) => [email, demoPasswords[passwordKey]] as const)]);
  const { rows } = await client.query<{ id: string; email: string; password: string }>(
    'SELECT id, email, password FROM directus_users WHERE email = ANY ($1) AND password IS NOT NULL AND (password_chosen_at IS NULL) <> $2',
    [[...printed.keys()], production],
  );
  for (const { id, email, password: hash } of rows) {
    if ((await directus.send('POST', '/utils/hash/verify', { string: printed.get(email), hash })) !== true) continue;
    await client.query('UPDATE directus_users SET password_chosen_at = CASE WHEN $2 THEN NULL ELSE now() END WHERE id = $1', [id, production]);
  }
}
