import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { seedId } from '../seedId.ts';
import { storeFile } from './storeFile.ts';

/** Gives the panel our logo (files are not part of the dump), unless an office has put its own there. */
export async function seedLogo(client: pg.ClientBase, uploads: string): Promise<number> {
  const { rows } = await client.query('select from directus_settings where project_logo is null and public_favicon is null');
  if (rows.length === 0) return 0;
  const id = seedId('logo');
  const source = fileURLToPath(new URL('../../../schema/seeds/reference/logo.svg', import.meta.url));
  await storeFile(client, uploads, { id, source, filename: 'zhudian.svg', type: 'image/svg+xml', folder: null });
  const { rowCount } = await client.query('update directus_settings set project_logo = $1, public_favicon = $1', [id]);
  return rowCount ?? 0;
}
