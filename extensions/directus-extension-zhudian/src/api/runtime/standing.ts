import type { Knex } from 'knex';
import type { Row, Table } from './Row.ts';

/** The rows that are about to be changed, as they stand; the named days as text. */
export async function standing<Of extends Table, Day extends keyof Row<Of> & string>(
  table: Of,
  days: readonly Day[],
  keys: readonly string[],
  database: Knex,
): Promise<Row<Of, Day>[]> {
  const rows: unknown = await database(table as string)
    .whereIn('id', keys)
    .select('*', ...days.map((day) => database.raw('??::text', [day])));
  return rows as Row<Of, Day>[];
}
