import { readConfig, type Config } from '../../extensions/host/src/config.ts';
import { directusEnvironment } from '../stack/directusEnvironment.ts';
import { uniformSecrets } from '../stack/uniformSecrets.ts';
import type { Patient } from './Patient.ts';

/** In their place before the first start; nothing that is looked at depends on them. */
const UNMADE = uniformSecrets('not-made-before-the-first-start-of-all');

/** What the extension in Directus reads from its environment: mail takes this way and no other. Throws when Directus would not start with it. */
export function extensionConfig({ config, secrets = UNMADE }: Patient): Config {
  const environment = directusEnvironment(config, secrets, '');
  return readConfig(environment, environment);
}
