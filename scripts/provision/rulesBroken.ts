import type pg from 'pg';

/** A CHECK that rows from before it break; it holds for every later write. */
export interface BrokenRule {
  readonly table: string;
  readonly rule: string;
  readonly rows: number;
  /** Up to five of them. */
  readonly keys: readonly string[];
}

/** The rules that an update could not hold against rows that were there before. See `zhudian_set_check`. */
export async function rulesBroken(client: pg.Client): Promise<BrokenRule[]> {
  const { rows: rules } = await client.query<{ table: string; rule: string; expression: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS rule, pg_get_expr(conbin, conrelid) AS expression FROM pg_constraint
     WHERE contype = 'c' AND NOT convalidated AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  const broken: BrokenRule[] = [];
  for (const { table, rule, expression } of rules) {
    const { rows } = await client.query<{ rows: number; keys: string[] | null }>(
      `SELECT count(*)::int AS rows, (array_agg(id::text ORDER BY id))[:5] AS keys FROM ${table} WHERE NOT (${expression})`,
    );
    const [found] = rows;
    if (found && found.rows > 0) broken.push({ table, rule, rows: found.rows, keys: found.keys ?? [] });
  }
  return broken;
}
