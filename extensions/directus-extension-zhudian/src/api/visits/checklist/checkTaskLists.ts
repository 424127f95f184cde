import { farDayFault } from '@zhudian/core/calendar/farDayFault.ts';
import { isDay } from '@zhudian/core/calendar/isDay.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { isBlank } from '@zhudian/core/text/isBlank.ts';
import { enterpriseFault } from '../../access/enterpriseFault.ts';
import { throwFaults } from '../../errors/fieldFaults.ts';
import type { Caller } from '../../runtime/Caller.ts';
import { keyOf, nestedRows } from '../../runtime/nestedRows.ts';
import { today } from '../../clock/today.ts';
import type { Payload } from '../../runtime/Payload.ts';
import { standing } from '../../runtime/standing.ts';
import type { Row } from '../../runtime/Row.ts';

const WORDING = {
  name: '名称',
  scope: '适用范围',
  county: '县（市、区）',
  enterprise: '企业',
  enterprise_type: '企业类型',
  version: '版本',
  items: '条目',
} as const;

/** Checks a task list that is about to be created. */
export async function checkNewTaskList(payload: Payload, caller: Caller): Promise<void> {
  const list: Payload = { scope: 'county', ...payload };
  const day = await today(caller.database);
  throwFaults('task_lists', [
    ...listFaults(list, nestedRows([], payload.items).length),
    ...dayFaults(list, day),
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
    const faults = listFaults({ ...row, ...change }, row.status === 'published' ? null : nestedRows(items, change.items).length);
    faults.push(...dayFaults(change, day));
    if (row.status !== 'draft') faults.push(...published(row, change));
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

function published(row: Row<'task_lists', 'valid_from' | 'valid_to'>, change: Payload): FieldFault[] {
  const touched = Object.entries(WORDING).filter(
    ([field]) => field in change && (field === 'items' ? hasChanges(change.items) : change[field] !== (row as Payload)[field]),
  );
  const faults = touched.map(([field, label]) => ({
    field,
    rule: 'task_list.published',
    message: `清单已发布，${label}不能再改动（已有驻点记录按它填写）；请新建一个版本，并在“替代”中选择本清单`,
  }));
  if (change.status === 'draft')
    faults.push({ field: 'status', rule: 'task_list.stays_published', message: '已发布或停用的清单不能改回草稿；请新建一个版本' });
  return faults;
}

function hasChanges(items: unknown): boolean {
  if (Array.isArray(items)) return true;
  const { create = [], update = [], delete: gone = [] } = (items ?? {}) as Record<string, unknown[] | undefined>;
  return create.length + update.length + gone.length > 0;
}

function dayFaults(list: Payload, today: string): FieldFault[] {
  return (
    [
      ['valid_from', '生效日期'],
      ['valid_to', '截止日期'],
    ] as const
  ).flatMap(([field, label]) => {
    const value = list[field];
    const message = isDay(value) ? farDayFault(value, label, today) : null;
    return message ? [{ field, rule: `task_list.${field}.far`, message }] : [];
  });
}

/** @param items how many it will have; null when it was published with what it has */
function listFaults(list: Payload, items: number | null): FieldFault[] {
  const faults: FieldFault[] = [];
  if (list.scope === 'county' && isBlank(list.county))
    faults.push({ field: 'county', rule: 'task_list.county.required', message: '县级清单请选择县（市、区）' });
  if (list.scope === 'enterprise' && isBlank(list.enterprise)) {
    faults.push({ field: 'enterprise', rule: 'task_list.enterprise.required', message: '企业清单请选择企业' });
  }
  if (!isBlank(list.valid_from) && !isBlank(list.valid_to) && String(list.valid_to) < String(list.valid_from)) {
    faults.push({
      field: 'valid_to',
      rule: 'task_list.valid_to.before_from',
      message: `截止日期 ${String(list.valid_to)} 早于生效日期 ${String(list.valid_from)}`,
    });
  }
  if (list.status === 'published' && items === 0)
    faults.push({ field: 'items', rule: 'task_list.items.required', message: '清单还没有条目，不能发布；请先添加条目' });
  return faults;
}
