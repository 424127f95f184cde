import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DUMP } from './directusSync.ts';

/** What an installation's administrator has answered to Directus about its licence. */
const OWNERS = new Set(['project_owner', 'project_usage', 'project_status', 'org_name', 'product_updates']);

/** Leaves those answers out of the dump: an update that brought them along would ask every administrator again. */
export function withoutOwner(): void {
  const file = join(DUMP, 'collections/settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>[];
  const kept = settings.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !OWNERS.has(key))));
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
}
