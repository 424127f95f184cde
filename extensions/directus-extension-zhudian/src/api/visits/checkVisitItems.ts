import { validateVisitItem } from '@zhudian/core/visits/validateVisitItem.ts';
import { wordingOf } from './checklist/wording.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import type { Payload } from '../runtime/Payload.ts';
import { standing } from '../runtime/standing.ts';

/** Checks one item of a checklist that is about to be created; its wording is that of the list, whatever was sent. */
export async function checkNewVisitItem(payload: Payload, { database }: Caller): Promise<Payload> {
  throwFaults('visit_items', validateVisitItem(payload));
  const taskItem = keyOf(payload.task_item);
  return taskItem ? { ...payload, ...(await wordingOf(taskItem, database)) } : payload;
}

/** Checks items as they would stand after an update. The wording of an item from a list stays. */
export async function checkChangedVisitItems(change: Payload, keys: readonly string[], { database }: Caller): Promise<Payload> {
  const rows = await standing('visit_items', [], keys, database);
  for (const row of rows) throwFaults('visit_items', validateVisitItem({ ...row, ...change }));
  if (!rows.some(({ task_item }) => task_item)) return change;
  const { content: _, standard: __, basis: ___, task_item: ____, ...rest } = change;
  return rest;
}
