import { publishedFaults } from '@zhudian/core/checklist/publishedFaults.ts';
import { taskListDayFaults, validateTaskList } from '@zhudian/core/checklist/validateTaskList.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { enterpriseFault } from '../../access/enterpriseFault.ts';
import { throwFaults } from '../../errors/fieldFaults.ts';
import type { Caller } from '../../runtime/Caller.ts';
import { keyOf, nestedRows } from '../../runtime/nestedRows.ts';
import { today } from '../../clock/today.ts';
import type { Payload } from '../../runtime/Payload.ts';
import { standing } from '../../runtime/standing.ts';

/** Checks a task list that is about to be created. */
export async function checkNewTaskList(payload: Payload, caller: Caller): Promise<void> {
  const list: Payload = { scope: 'county', ...payload };
  const day = await today(caller.database);
  throwFaults('task_lists', [
    ...validateTaskList(list, nestedRows([], payload.items).length),
    ...taskListDayFaults(list, day),
    ...(await relationFaults(list, caller)),
  ]);
}

/** Checks task lists as they would stand after a change: what is published keeps its wording. */
export async function checkChangedTaskLists(change: Payload, keys: readonly string[], caller: Caller): Promise<void> {
  const { database } = caller;
  const rows = await standing('task_lists', ['valid_from', 'valid_to'], keys, database);
  const day = await today(database);
  for (const row of rows) {
    const items = await database('task_items').where({ task_list: row.id }).select('id');
    const faults = validateTaskList({ ...row, ...change }, row.status === 'published' ? null : nestedRows(items, change.items).length);
    faults.push(...taskListDayFaults(change, day));
    if (row.status !== 'draft') faults.push(...publishedFaults(row, change));
    if ('enterprise' in change || 'supersedes' in change || 'scope' in change) faults.push(...(await relationFaults({ ...row, ...change }, caller)));
    throwFaults('task_lists', faults);
  }
}

/** A list is for an enterprise its writer may see, and takes the place of one of its own kind only. */
async function relationFaults(list: Payload, caller: Caller): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  const enterprise = list.scope === 'enterprise' ? keyOf(list.enterprise) : null;
  const hidden = enterprise ? await enterpriseFault(enterprise, caller) : null;
  if (hidden) faults.push(hidden);
  const supersedes = keyOf(list.supersedes);
  if (!supersedes) return faults;
  const old = await caller.database('task_lists').whereRaw('id = zhudian_uuid(?)', [supersedes]).first('scope', 'county', 'enterprise');
  const same = old !== undefined && old.scope === list.scope && old.county === keyOf(list.county) && old.enterprise === keyOf(list.enterprise);
  if (same) return faults;
  return [
    ...faults,
    { field: 'supersedes', rule: 'task_list.supersedes.own', message: '只能替代同一适用范围（同一县、同一企业）的任务清单；请重新选择，或不填' },
  ];
}
