import { withClient } from '../doctor/query.ts';
import type { DirectusAccess } from '../schema/directusSync.ts';
import { loadEnvironment } from '../stack/loadEnvironment.ts';
import { loadSecrets } from '../stack/loadSecrets.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import { administratorToken } from './administratorToken.ts';

/** The Directus a command speaks to: the one DIRECTUS_URL and DIRECTUS_TOKEN name, else the running stack's own in an administrator's name. */
export async function directusAccess(): Promise<DirectusAccess> {
  loadEnvironment();
  const { DIRECTUS_URL: url, DIRECTUS_TOKEN: token } = process.env;
  if (url && token) return { url, token };
  const config = readStackConfig(process.env);
  const secrets = loadSecrets(config.dataDir);
  return { url: config.urls.directus, token: await withClient({ config, secrets }, 'directus', (client) => administratorToken(client, secrets)) };
}
