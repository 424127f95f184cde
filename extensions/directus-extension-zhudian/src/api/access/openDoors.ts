import type { Knex } from 'knex';
import type { Request } from 'express';
import { sessionEnded } from './sessionEnded.ts';

/**
 * What strangers get as well. The panel loads the first three once, when it starts: refused then, they are missing until somebody reloads the
 * page ("找不到页面" after the log-in). A mail's link is opened in a browser that may have been in the panel last week.
 */
const OPEN = [
  /^\/extensions\/sources\//,
  /^\/server\/(info|health)$/,
  /^\/auth\/?$/,
  /^\/auth\/(login|password)(\/|$)/,
  /^\/users\/(register|invite\/accept)(\/|$)/,
  /^\/zhudian\/acknowledge\//,
  /^\/zhudian\/health$/,
];

/**
 * Lets whoever comes with the cookie of a session that has ended pass for a stranger at the doors that are open to strangers. Directus refuses
 * such a cookie at every door, and takes it away; at the other doors it still does.
 */
export async function openDoors(request: Request & { token?: string | null }, cookieName: string, database: Knex): Promise<void> {
  const { token } = request;
  if (!token || !OPEN.some((door) => door.test(request.path))) return;
  if ((request.cookies as Record<string, string> | undefined)?.[cookieName] !== token) return;
  if (await sessionEnded(token, database)) request.token = null;
}
