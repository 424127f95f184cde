import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesBroken } from '../provision/rulesBroken.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { query, withClient } from './query.ts';
import { readInstallation } from '../production/Installation.ts';
import { isOlder, thisVersion, versionText } from '../production/thisVersion.ts';
import { checkNames, servicesTexts } from '../texts/doctorTexts.ts';
import { installationTexts } from '../texts/installationTexts.ts';

/** PostgreSQL, whether every file of schema/sql is applied as it is here, and which rows from before a rule break it. */
export async function checkDatabase(patient: Patient): Promise<Finding[]> {
  const [server] = await query<{ server_version: string }>(patient, 'directus', 'show server_version');
  const applied = await query<{ name: string; hash: string }>(patient, 'directus', 'select name, hash from zhudian_migrations');
  const hashes = new Map(applied.map(({ name, hash }) => [name, hash]));
  const folder = join(patient.config.repository, 'schema/sql');
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const due = files.filter(
    (name) =>
      hashes.get(name) !==
      createHash('sha256')
        .update(readFileSync(join(folder, name), 'utf8'))
        .digest('hex'),
  );
  return [
    { check: checkNames.postgres(), ok: true, detail: server?.server_version ?? '' },
    ...(await versionFinding(patient)),
    due.length === 0
      ? { check: checkNames.schema(), ok: true, detail: servicesTexts.filesApplied(files.length) }
      : {
          check: checkNames.schema(),
          ok: false,
          detail: servicesTexts.filesDue(due),
          remedy: servicesTexts.filesRemedy(),
        },
    ...(await withClient(patient, 'directus', rulesBroken)).map(({ table, rule, rows, keys }) => ({
      check: checkNames.rowsOf(table),
      ok: false,
      detail: servicesTexts.rowsBroken(rows, rule, keys),
      remedy: servicesTexts.rowsRemedy(),
    })),
  ];
}

/** Whether the data and the program are of one version; nothing is said where they are. */
async function versionFinding(patient: Patient): Promise<Finding[]> {
  const data = await withClient(patient, 'directus', readInstallation);
  const here = thisVersion(patient.config.repository);
  if (data === undefined) return [];
  const check = checkNames.version();
  if (isOlder(here, data))
    return [{ check, ok: false, detail: installationTexts.older(versionText(data), versionText(here)), remedy: installationTexts.olderRemedy() }];
  if (!isOlder(data, here)) return [];
  return [{ check, ok: false, detail: servicesTexts.newer(versionText(data)), remedy: servicesTexts.startDue() }];
}
