import type pg from 'pg';

/** A row of a table by its column names; JSON values as they are. */
export type Row = Readonly<Record<string, unknown>>;

/** Inserts rows in one statement and leaves those that are there already as they are. Answers how many are new. */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  const { rowCount } = await client.query(
    `insert into "${table}" (${columns}) select ${columns} from json_populate_recordset(null::"${table}", $1) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}
