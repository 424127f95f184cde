import type pg from 'pg';
import { defaultPlan } from '../../../extensions/core/src/reminders/defaultPlan.ts';
import { insertRows, type Row } from '../insertRows.ts';
import { seedId } from '../seedId.ts';
import { readReference } from './readReference.ts';

/** The settings come with a first set of values; afterwards they are the office's. */
export async function seedSettings(client: pg.ClientBase): Promise<number> {
  const plan = JSON.stringify(defaultPlan);
  const { rows } = await client.query('select from settings limit 1');
  if (rows.length > 0) {
    // What came after an installation was made, and what an office has emptied.
    const filled = await client.query('update settings set reminder_plan = $1 where reminder_plan is null', [plan]);
    return filled.rowCount ?? 0;
  }
  return await insertRows(client, 'settings', [
    { id: seedId('settings'), ...readReference<Row>('settings'), reminder_plan: defaultPlan, date_created: new Date() },
  ]);
}
