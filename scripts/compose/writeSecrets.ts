import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSecrets } from '../stack/loadSecrets.ts';
import { secretFiles } from './secretFiles.ts';

/** Makes an installation's secrets at the first start and gives each service's its file, with those of `.env`: `writeSecrets.ts DATA TARGET`. */
const [data = '', target = ''] = process.argv.slice(2);
for (const [name, value] of Object.entries(secretFiles(loadSecrets(data), process.env))) {
  rmSync(join(target, name), { force: true });
  writeFileSync(join(target, name), value, { mode: 0o400 });
}
console.log(`Secrets are in place. The log-ins of the administrator of Directus and n8n: ${join(data, 'secrets.json')}`);
