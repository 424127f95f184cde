import type pg from 'pg';
import { FIGURES, type Figure } from '../../../extensions/core/src/reports/figures.ts';
import { exact, zeros, type Row, type Table } from './recount.ts';

type Counted = Record<string, string> & { county: string | null; span: 'cumulative' | 'month' };

/** What PostgreSQL answers for a month, in the shape of the recount; rows of nothing but zeros are left out, as there. */
export async function countedTable(database: pg.Client, period: string): Promise<Table> {
  const { rows } = await database.query<Counted>('SELECT * FROM zhudian_statistics($1)', [period]);
  const table: Table = new Map();
  for (const row of rows) {
    const figures = Object.fromEntries(Object.keys(FIGURES).map((key) => [key, exact(key as Figure, row[key])])) as Row;
    const who = row.county ?? 'total';
    table.set(who, { ...(table.get(who) ?? { cumulative: zeros(), month: zeros() }), [row.span]: figures });
  }
  return table;
}

/** Both tables as text, line by line, so that a difference names county, span and column. */
export function lines(table: Table): string[] {
  return [...table]
    .flatMap(([county, spans]) =>
      (['cumulative', 'month'] as const).flatMap((span) =>
        Object.entries(spans[span]).flatMap(([key, value]) => (value === 0n ? [] : [`${county} ${span} ${key} ${value}`])),
      ),
    )
    .sort();
}
