import { composeChecklist } from '@zhudian/core/checklist/composeChecklist.ts';
import type { Caller } from '../../runtime/Caller.ts';
import { keyOf } from '../../runtime/nestedRows.ts';
import { loadTaskLists } from './loadTaskLists.ts';
import type { Payload } from '../../runtime/Payload.ts';

/**
 * The items of a new visit: what applies at the enterprise on that day, in the wording of that day, each with what was sent for it;
 * then what was sent beside it. Null when the enterprise is not known (its own rule tells).
 */
export async function fillChecklist(visit: Payload, { database }: Caller): Promise<Payload[] | null> {
  const id = keyOf(visit.enterprise);
  if (!id || typeof visit.visited_on !== 'string') return null;
  const enterprise = await database('enterprises').whereRaw('id = zhudian_uuid(?)', [id]).first('id', 'county', 'enterprise_type');
  if (!enterprise) return null;
  const { items } = composeChecklist(await loadTaskLists(enterprise, database), enterprise, visit.visited_on);
  const sent = sentItems(visit.items);
  const byTask = new Map(sent.map((item) => [keyOf(item.task_item), item]));
  const wording = items.map(({ task_item, sort, content, standard, basis }) => ({
    ...byTask.get(task_item),
    task_item,
    sort,
    content,
    standard,
    basis,
  }));
  const applied = new Set(items.map(({ task_item }) => task_item));
  return [...wording, ...sent.filter((item) => !applied.has(keyOf(item.task_item) ?? ''))];
}

function sentItems(items: unknown): Payload[] {
  const list = Array.isArray(items) ? items : ((items as { create?: unknown[] } | null | undefined)?.create ?? []);
  return (list as unknown[]).filter((item): item is Payload => typeof item === 'object' && item !== null);
}
