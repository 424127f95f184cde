import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesBroken } from '../provision/rulesBroken.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { query, withClient } from './query.ts';

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
    { check: 'PostgreSQL', ok: true, detail: server?.server_version ?? '' },
    due.length === 0
      ? { check: 'Schema', ok: true, detail: `${files.length} SQL files applied` }
      : {
          check: 'Schema',
          ok: false,
          detail: `not applied as they are here: ${due.join(', ')}`,
          remedy: 'Stop the stack and run npm start: it applies them.',
        },
    ...(await withClient(patient, 'directus', rulesBroken)).map(({ table, rule, rows, keys }) => ({
      check: `Rows of ${table}`,
      ok: false,
      detail: `${rows} from before the rule ${rule} break it: ${keys.join(', ')}${rows > keys.length ? ' …' : ''}`,
      remedy: 'Open each in the panel and put it right: it cannot be saved otherwise. Nothing else suffers from it.',
    })),
  ];
}
