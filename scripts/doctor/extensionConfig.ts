import { readConfig, type Config } from '../../extensions/directus-extension-zhudian/src/config.ts';
import { directusEnvironment } from '../stack/directusEnvironment.ts';
import type { Secrets } from '../stack/Secrets.ts';
import type { Patient } from './Patient.ts';

const word = 'not made before the first start of all';
/** In their place before the first start; nothing that is looked at depends on them. */
const UNMADE: Secrets = {
  ...{ databasePassword: word, directusKey: word, directusSecret: word, adminPassword: word, n8nEncryptionKey: word, n8nOwnerPassword: word },
  ...{ automationToken: word, acknowledgeSecret: word, demoPasswords: { city: word, county: word, inspector: word, auditor: word } },
};

/** What the extension in Directus reads from its environment: mail takes this way and no other. Throws when Directus would not start with it. */
export function extensionConfig({ config, secrets = UNMADE }: Patient): Config {
  const environment = directusEnvironment(config, secrets, '');
  return readConfig(environment, environment);
}
