import { createHmac } from 'node:crypto';
import type { Secrets } from './Secrets.ts';

/** Each database belongs to the account of the same name; `postgres` is the superuser. */
export type DatabaseName = 'directus' | 'n8n' | 'postgres';

/** An account's password. n8n's opens no other database than its own, so the accounts' are derived, not shared. */
export function databasePassword(secrets: Secrets, account: DatabaseName): string {
  if (account === 'postgres') return secrets.databasePassword;
  return createHmac('sha256', secrets.databasePassword).update(account).digest('base64url');
}
