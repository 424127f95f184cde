import type pg from 'pg';
import { insertRows } from '../insertRows.ts';
import { seedId } from '../seedId.ts';
import { readReference } from './readReference.ts';

interface TaskListSeed {
  readonly key: string;
  readonly items: readonly string[];
  readonly [column: string]: unknown;
}

const { key, items, ...list } = readReference<TaskListSeed>('task_list');

/** The eleven common items of annex 2, word for word, each with its id. */
export const commonItems = items.map((content, index) => ({ id: seedId('task_item', key, index + 1), sort: index + 1, content }));

export async function seedTaskList(client: pg.ClientBase): Promise<number> {
  const id = seedId('task_list', key);
  const date_created = new Date();
  const made = await insertRows(client, 'task_lists', [{ id, ...list, date_created }]);
  // Items an office has removed from the list do not come back.
  if (made > 0)
    await insertRows(
      client,
      'task_items',
      commonItems.map((item) => ({ ...item, task_list: id, date_created })),
    );
  return made;
}
