import type { Knex } from 'knex';
import { QUERY_TIMEOUT } from '../../runtime/queryTimeout.ts';

/**
 * What the last start said it is (`scripts/production/Installation.ts`): version, level of the schema, commit.
 *
 * @returns null where the database does not say it
 */
export async function installedVersion(knex: Knex): Promise<string | null> {
  const asked = knex('zhudian_installation')
    .first<{ version: string; level: number; commit: string | null } | undefined>('version', 'level', 'commit')
    .timeout(QUERY_TIMEOUT);
  const row = await asked.catch(() => undefined);
  return row ? [row.version, `schema ${row.level}`, ...(row.commit === null ? [] : [`commit ${row.commit}`])].join(', ') : null;
}
