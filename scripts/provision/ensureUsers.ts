import { roles } from '../../schema/roles.ts';
import type { Secrets } from '../stack/Secrets.ts';
import { demoUsers } from './demoUsers.ts';
import type { DirectusClient } from './directusClient.ts';

const AUTOMATION = 'automation@zhudian.example.org';

/**
 * Makes the user n8n signs in as, and one login per role for the demo, where they are missing. Existing ones keep what an
 * office has changed, but for the automation's token: it is what n8n will use.
 */
export async function ensureUsers(directus: DirectusClient, secrets: Secrets, demo: boolean): Promise<string> {
  const existing = (await directus.get('/users?fields=id,email&limit=-1')) as { id: string; email: string | null }[];
  const find = (email: string) => existing.find((user) => user.email === email)?.id;
  const automation = { token: secrets.automationToken, role: roles.automation.id, status: 'active' };
  const automationId = find(AUTOMATION);
  if (automationId === undefined) await directus.send('POST', '/users', { ...automation, email: AUTOMATION, first_name: '自动化', last_name: 'n8n' });
  else await directus.send('PATCH', `/users/${automationId}`, automation);
  const missing = demo ? demoUsers.filter((user) => find(user.email) === undefined) : [];
  for (const { passwordKey, ...user } of missing) {
    await directus.send('POST', '/users', { ...user, password: secrets.demoPasswords[passwordKey], status: 'active' });
  }
  return `${missing.length} logins made`;
}
