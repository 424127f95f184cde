import { directusClient } from './provision/directusClient.ts';
import type { DirectusAccess } from './schema/directusSync.ts';
import { pullSchema } from './schema/pullSchema.ts';
import { pushSchema } from './schema/pushSchema.ts';
import { writeGenerated } from './schema/writeGenerated.ts';
import { loadEnvironment } from './stack/loadEnvironment.ts';
import { loadSecrets } from './stack/loadSecrets.ts';
import { readStackConfig } from './stack/readStackConfig.ts';

const USAGE = `usage: npm run schema:pull            the running stack's data model → schema/directus and what is made from it
       npm run schema:push            schema/directus → the running stack; what was made there in the panel stays
       npm run schema:push -- --drop  the same, and drops collections and fields that schema/directus has not, with all that is in them
       npm run schema:types           schema/directus → schema/types.ts and docs/permissions.md
       npm run schema:types -- --check  only says whether they are up to date`;

/** DIRECTUS_URL and DIRECTUS_TOKEN name another Directus than the stack's own; it needs directus-extension-sync. */
async function access(): Promise<DirectusAccess> {
  loadEnvironment();
  const { DIRECTUS_URL: url, DIRECTUS_TOKEN: token } = process.env;
  if (url && token) return { url, token };
  const config = readStackConfig(process.env);
  const { token: login } = await directusClient(config.urls.directus, 'admin@zhudian.example.org', loadSecrets(config.dataDir).adminPassword);
  return { url: config.urls.directus, token: login };
}

const [command, flag] = process.argv.slice(2);
if (command === 'pull') await pullSchema(await access());
else if (command === 'push') {
  const kept = await pushSchema(await access(), { drop: flag === '--drop' });
  if (kept.length > 0) console.log(`Made there and kept: ${kept.join(', ')}`);
} else if (command !== 'types') {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const check = flag === '--check';
  const stale = writeGenerated({ check });
  if (check && stale.length > 0) {
    console.error(`${stale.join(', ')}: stale; run npm run schema:types`);
    process.exitCode = 1;
  }
}
