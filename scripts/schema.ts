import { directusAccess } from './provision/directusAccess.ts';
import { pullSchema } from './schema/pullSchema.ts';
import { pushSchema } from './schema/pushSchema.ts';
import { writeGenerated } from './schema/writeGenerated.ts';

const USAGE = `usage: npm run schema:pull            the running stack's data model → schema/directus and what is made from it
       npm run schema:push            schema/directus → the running stack; what was made there in the panel stays
       npm run schema:push -- --drop  the same, and drops collections and fields that schema/directus has not, with all that is in them
       npm run schema:types           schema/directus → schema/types, docs/permissions.md and docs/glossary.md
       npm run schema:types -- --check  only says whether they are up to date
DIRECTUS_URL and DIRECTUS_TOKEN name another Directus than the stack's own; it needs directus-extension-sync.`;

const [command, flag] = process.argv.slice(2);
if (command === 'pull') await pullSchema(await directusAccess());
else if (command === 'push') {
  const kept = await pushSchema(await directusAccess(), { drop: flag === '--drop' });
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
