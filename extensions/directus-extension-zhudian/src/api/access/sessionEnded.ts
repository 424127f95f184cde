import type { Knex } from 'knex';
import { z } from 'zod/v4';
import { claimsOf } from './claimsOf.ts';
import { isEnded } from './isEnded.ts';
import { readLogin } from './knowLogin.ts';

const Claims = z.object({ session: z.string().min(1), exp: z.number(), id: z.string().nullish(), role: z.string().nullish() });

/**
 * Whether a session's cookie opens nothing any more: the session was ended or has lapsed, its owner was suspended or given another role, or the
 * cookie is another installation's. Nothing is granted on this answer, so nobody's signature is asked for.
 */
export async function sessionEnded(token: string, database: Knex): Promise<boolean> {
  const claims = Claims.safeParse(claimsOf(token));
  if (!claims.success || claims.data.exp * 1000 <= Date.now()) return true;
  const row = await database('directus_sessions')
    .where({ token: claims.data.session })
    .where('expires', '>=', new Date())
    .first<{ user: string | null } | undefined>('user');
  if (row === undefined) return true;
  return row.user !== null && isEnded(claims.data.role ?? null, await readLogin(row.user, database));
}
