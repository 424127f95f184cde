import { roles } from '../../schema/roles.ts';
import { INVENTED_ADMIN } from '../stack/readStackConfig.ts';
import type { Secrets } from '../stack/Secrets.ts';
import type { StackConfig } from '../stack/StackConfig.ts';
import { demoUsers } from './demoUsers.ts';
import type { DirectusClient } from './directusClient.ts';
import { stepTexts } from '../texts/startTexts.ts';

const AUTOMATION = 'automation@zhudian.example.org';

/**
 * Makes the user n8n signs in as, and one login per role for the demo, where they are missing. Existing ones keep what an
 * office has changed, but for the automation's token: it is what n8n will use. The administrator gets the address that the settings name.
 */
export async function ensureUsers(
  directus: DirectusClient,
  secrets: Secrets,
  { demo, adminEmail }: Pick<StackConfig, 'demo' | 'adminEmail'>,
): Promise<string> {
  const existing = (await directus.get('/users?fields=id,email&limit=-1')) as { id: string; email: string | null }[];
  const find = (email: string) => existing.find((user) => user.email === email)?.id;
  // One that an earlier start made before its address was known.
  const invented = find(INVENTED_ADMIN);
  if (invented !== undefined && find(adminEmail) === undefined) await directus.send('PATCH', `/users/${invented}`, { email: adminEmail });
  const automation = { token: secrets.automationToken, role: roles.automation.id, status: 'active' };
  const automationId = find(AUTOMATION);
  if (automationId === undefined) await directus.send('POST', '/users', { ...automation, email: AUTOMATION, first_name: '自动化', last_name: 'n8n' });
  else await directus.send('PATCH', `/users/${automationId}`, automation);
  const missing = demo ? demoUsers.filter((user) => find(user.email) === undefined) : [];
  for (const { passwordKey, ...user } of missing) {
    await directus.send('POST', '/users', { ...user, password: secrets.demoPasswords[passwordKey], status: 'active' });
  }
  return stepTexts.loginsMade(missing.length);
}
