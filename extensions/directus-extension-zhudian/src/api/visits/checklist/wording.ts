import type { Knex } from 'knex';
import { keyOf } from '../../runtime/nestedRows.ts';
import { PerTransaction } from '../../runtime/PerTransaction.ts';
import type { Payload } from '../../runtime/Payload.ts';

const wordings = new PerTransaction<Payload>();

/** Keeps the wording of items just composed for the rows that are written next. */
export function rememberWording(items: readonly Payload[], database: Knex): void {
  for (const { task_item, content, standard, basis, sort } of items) {
    const key = keyOf(task_item);
    if (key) wordings.set(database, key, { content, standard, basis, sort });
  }
}

/** The wording of an item of a task list, as a visit keeps it; an empty one when there is no such item. */
export async function wordingOf(taskItem: string, database: Knex): Promise<Payload> {
  return await wordings.get(database, taskItem, async () => {
    const row = await database('task_items').whereRaw('id = zhudian_uuid(?)', [taskItem]).first('content', 'standard', 'basis', 'sort');
    return row ?? {};
  });
}
