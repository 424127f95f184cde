import type pg from 'pg';
import { demoUsers } from '../provision/demoUsers.ts';

/**
 * Archives the demo's logins in an office's data: an earlier start without its settings may have made them, and nobody opens the panel to do it while
 * the start is refused. Their sessions end.
 *
 * @returns the addresses of those that were active
 */
export async function archiveDemoLogins(directus: pg.ClientBase): Promise<string[]> {
  const { rows } = await directus.query<{ id: string; email: string }>(
    "UPDATE directus_users SET status = 'archived', token = NULL WHERE status <> 'archived' AND email = ANY ($1) RETURNING id, email",
    [demoUsers.map(({ email }) => email)],
  );
  await directus.query('DELETE FROM directus_sessions WHERE "user" = ANY ($1)', [rows.map(({ id }) => id)]);
  return rows.map(({ email }) => email).sort();
}
