import type { Caller } from './Caller.ts';

type Row = Record<string, unknown>;

/** The rows that are changed, their days as text; an empty one for a row that is new. */
export async function standing(table: string, days: readonly string[], keys: readonly string[], database: Caller['database']): Promise<Row[]> {
  return keys.length === 0
    ? [{}]
    : await database(table)
        .whereIn('id', keys)
        .select<Row[]>('*', ...days.map((day) => database.raw('??::text', [day])));
}
