import { exportMoments } from '@zhudian/core/calendar/exportMoments.ts';
import { plainCells } from '@zhudian/core/text/plainCells.ts';
import type { Knex } from 'knex';
import { readSettings } from './Settings.ts';

/**
 * Rows as they leave the panel in a file: moments in Beijing time, which the panel would say them in, and no text that a spreadsheet works out. Rows
 * for programs keep Directus's own form.
 *
 * @param format of the file; nothing where rows are only read
 */
export async function exportedRows<T>(rows: T, format: unknown, database: Knex): Promise<T> {
  if (!format) return rows;
  const local = exportMoments(rows, (await readSettings(database)).timezone);
  return format === 'csv' ? plainCells(local) : local;
}
