import type { FieldFault } from '../errors/FieldFault.ts';
import type { TaskListDraft } from './validateTaskList.ts';

const WORDING = {
  name: '名称',
  scope: '适用范围',
  county: '县（市、区）',
  enterprise: '企业',
  enterprise_type: '企业类型',
  version: '版本',
  items: '条目',
} as const;

/** What is wrong with a change of a list that is published, or was: visits were done by its wording. */
export function publishedFaults(list: TaskListDraft, change: TaskListDraft): FieldFault[] {
  const touched = Object.entries(WORDING).filter(
    ([field]) => field in change && (field === 'items' ? hasChanges(change.items) : change[field] !== list[field]),
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

/** A form sends its rows as a list, or as what is new, changed and gone. */
function hasChanges(items: unknown): boolean {
  if (Array.isArray(items)) return true;
  const { create = [], update = [], delete: gone = [] } = (items ?? {}) as Record<string, unknown[] | undefined>;
  return create.length + update.length + gone.length > 0;
}
