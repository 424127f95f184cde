import type { Knex } from 'knex';
import { keyOf } from '../../runtime/nestedRows.ts';
import { PerTransaction } from '../../runtime/PerTransaction.ts';

type Row = Record<string, unknown>;

const wordings = new PerTransaction<Row>();

/** Keeps the wording of items just composed for the rows that are written next. */
export function rememberWording(items: readonly Row[], database: Knex): void {
  for (const { task_item, content, standard, basis, sort } of items) {
    const key = keyOf(task_item);
    if (key) wordings.set(database, key, { content, standard, basis, sort });
  }
}

/** The wording of an item of a task list, as a visit keeps it; an empty one when there is no such item. */
export async function wordingOf(taskItem: string, database: Knex): Promise<Row> {
  return await wordings.get(database, taskItem, async () => {
    const row: Row | undefined = await database('task_items')
      .whereRaw('id = zhudian_uuid(?)', [taskItem])
      .first('content', 'standard', 'basis', 'sort');
    return row ?? {};
  });
}
