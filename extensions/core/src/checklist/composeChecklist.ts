/** A published list with its items. Days are `YYYY-MM-DD`. */
export interface TaskList {
  readonly id: string;
  readonly name: string;
  readonly scope: 'city' | 'county' | 'enterprise';
  readonly county: string | null;
  readonly enterprise: string | null;
  readonly enterprise_type: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly version: string;
  readonly status: 'draft' | 'published' | 'retired';
  readonly items: readonly TaskItem[];
}

export interface TaskItem {
  readonly id: string;
  readonly sort: number | null;
  readonly content: string;
  readonly standard: string | null;
  readonly basis: string | null;
}

export interface ChecklistEnterprise {
  readonly id: string;
  readonly county: string;
  readonly enterprise_type: string | null;
}

/** An item as a visit keeps it, and why it is there. */
export interface ChecklistItem {
  readonly task_item: string;
  readonly sort: number;
  readonly content: string;
  readonly standard: string | null;
  readonly basis: string | null;
  readonly list: string;
  readonly why: string;
}

/** Whether a list applies, and why or why not. */
export interface ChecklistReason {
  readonly id: string;
  readonly name: string;
  readonly scope: TaskList['scope'];
  readonly version: string;
  readonly applies: boolean;
  readonly why: string;
}

export interface Checklist {
  readonly items: readonly ChecklistItem[];
  readonly lists: readonly ChecklistReason[];
}

const ORDER = { city: 0, county: 1, enterprise: 2 } as const;

/**
 * What an inspector works through at an enterprise on a day: the city's common items, then the lists of the county for the key period
 * and the type, then the enterprise's own refinement, numbered through.
 *
 * @param lists every list that could matter; those that do not apply are told with the reason
 * Source: notice, section two.
 */
export function composeChecklist(lists: readonly TaskList[], enterprise: ChecklistEnterprise, day: string): Checklist {
  const judged = [...lists]
    .sort(
      (a, b) => ORDER[a.scope] - ORDER[b.scope] || compare(a.valid_from ?? '', b.valid_from ?? '') || compare(a.name, b.name) || compare(a.id, b.id),
    )
    .map((list) => ({ list, ...judge(list, enterprise, day) }));
  let sort = 0;
  return {
    items: judged
      .filter(({ applies }) => applies)
      .flatMap(({ list, why }) =>
        [...list.items]
          .sort((a, b) => (a.sort ?? 0) - (b.sort ?? 0) || compare(a.id, b.id))
          .map(({ id, content, standard, basis }) => ({ task_item: id, sort: ++sort, content, standard, basis, list: list.id, why })),
      ),
    lists: judged.map(({ list: { id, name, scope, version }, applies, why }) => ({ id, name, scope, version, applies, why })),
  };
}

function judge(list: TaskList, enterprise: ChecklistEnterprise, day: string): { applies: boolean; why: string } {
  const not = (why: string): { applies: boolean; why: string } => ({ applies: false, why });
  if (list.status !== 'published') return not(list.status === 'draft' ? '尚未发布' : '已停用');
  if (list.scope === 'county' && list.county !== enterprise.county) return not('其他县（市、区）的清单');
  if (list.scope === 'enterprise' && list.enterprise !== enterprise.id) return not('其他企业的清单');
  if (list.enterprise_type && list.enterprise_type !== enterprise.enterprise_type) {
    return not(`只适用于“${list.enterprise_type}”类企业，该企业为“${enterprise.enterprise_type ?? '未填写类型'}”`);
  }
  if (list.valid_from && day < list.valid_from) return not(`${list.valid_from} 起才生效`);
  if (list.valid_to && day > list.valid_to) return not(`已于 ${list.valid_to} 截止`);
  return { applies: true, why: reason(list) };
}

function reason({ scope, enterprise_type, valid_from, valid_to }: TaskList): string {
  const whose = { city: '全市重点共性任务', county: '本县（市、区）清单', enterprise: '本企业细化清单' }[scope];
  const type = enterprise_type ? `，适用于“${enterprise_type}”类企业` : '';
  const period = valid_to ? `，重点时段${valid_from ? ` ${valid_from} ` : ''}至 ${valid_to}` : '';
  return whose + type + period;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
