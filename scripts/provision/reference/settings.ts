import type pg from 'pg';
import { insertRows, type Row } from '../insertRows.ts';
import { seedId } from '../seedId.ts';
import { readReference } from './readReference.ts';

/** The settings come with a first set of values; afterwards they are the office's. */
export async function seedSettings(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query('select from settings limit 1');
  if (rows.length > 0) return 0;
  return await insertRows(client, 'settings', [{ id: seedId('settings'), ...readReference<Row>('settings'), date_created: new Date() }]);
}
