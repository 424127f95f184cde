import { createError } from '@directus/errors';
import type { Caller } from '../hook/Caller.ts';

const RefusedError = createError<{ rule: string; message: string }>('FAILED_VALIDATION', ({ message }) => message, 400);

interface Kept {
  readonly rule: string;
  readonly message: string;
  /** Finds the rows among the keys (`:keys`) that have to stay. */
  readonly sql: string;
}

const HANDED_IN = (table: string): Kept => ({
  rule: 'visit.parts.locked',
  message: '该驻点记录已提交，不能删除其清单、人员或照片；请先退回，或随驻点记录一起更正并写明原因',
  sql: `SELECT FROM ${table} p JOIN visits v ON v.id = p.visit WHERE p.id = ANY (zhudian_uuids(:keys)) AND v.status IN ('submitted', 'locked') AND NOT zhudian_written_here(v.xmin)`,
});

/** What stays once it counts. The same stands in triggers; Directus has no words for what they say to a deletion. */
export const KEPT: Readonly<Record<string, Kept>> = {
  visits: {
    rule: 'visit.kept',
    message: '只能删除草稿；已提交过的驻点记录可以退回，但不能删除',
    sql: `SELECT FROM visits WHERE id = ANY (zhudian_uuids(:keys)) AND status <> 'draft'`,
  },
  visit_items: HANDED_IN('visit_items'),
  visit_inspectors: HANDED_IN('visit_inspectors'),
  visits_photos: HANDED_IN('visits_photos'),
  monthly_reports: {
    rule: 'report.kept',
    message: '只能删除草稿；报送过的报告可以退回，但不能删除',
    sql: `SELECT FROM monthly_reports WHERE id = ANY (zhudian_uuids(:keys)) AND status <> 'draft'`,
  },
  task_items: {
    rule: 'task_list.published',
    message: '清单已发布，不能再删除条目；请新建一个版本',
    sql: `SELECT FROM task_items i JOIN task_lists l ON l.id = i.task_list WHERE i.id = ANY (zhudian_uuids(:keys)) AND l.status <> 'draft' AND NOT zhudian_written_here(l.xmin)`,
  },
  team_members: {
    rule: 'team.members.pair',
    message: '“两人一企”：驻点组至少要有两名在岗的驻点人员；请先补充新成员，再删除',
    sql: `SELECT FROM teams t WHERE t.id IN (SELECT team FROM team_members WHERE id = ANY (zhudian_uuids(:keys))) AND (t.valid_to IS NULL OR t.valid_to >= zhudian_today())
      AND NOT zhudian_written_here(t.xmin)
      AND (SELECT count(*) FROM team_members m JOIN inspectors i ON i.id = m.inspector WHERE m.team = t.id AND m.id <> ALL (zhudian_uuids(:keys)) AND i.status = 'active') < 2`,
  },
  opening_balances: {
    rule: 'opening_balance.kept',
    message: '已有计入该期初数的隐患逐条登记，期初数不能删除，否则会重复统计；请先删除这些隐患',
    sql: `SELECT FROM opening_balances b WHERE b.id = ANY (zhudian_uuids(:keys))
      AND EXISTS (SELECT FROM hazards h WHERE h.county = b.county AND h.found_on BETWEEN zhudian_statistics_since() AND b.as_of)`,
  },
  directus_files: {
    rule: 'file.evidence',
    message: '该文件是已复查销号隐患的照片，或评估（督查）的附件，不能删除；评估的附件请先在评估中移除，再删除文件',
    sql: `SELECT WHERE EXISTS (SELECT FROM hazards_photos_before p JOIN hazards h ON h.id = p.hazard WHERE p.file = ANY (zhudian_uuids(:keys)) AND h.status = 'verified')
      OR EXISTS (SELECT FROM hazards_photos_after p JOIN hazards h ON h.id = p.hazard WHERE p.file = ANY (zhudian_uuids(:keys)) AND h.status = 'verified')
      OR EXISTS (SELECT FROM evaluations_files WHERE file = ANY (zhudian_uuids(:keys)))`,
  },
};

/** Refuses to delete what has to stay. */
export async function checkDeletions(collection: string, keys: readonly string[], { database }: Caller): Promise<void> {
  const kept = KEPT[collection];
  if (!kept) return;
  const { rowCount } = await database.raw<{ rowCount: number }>(kept.sql, { keys: keys.map(String) });
  if (rowCount > 0) throw new RefusedError({ rule: kept.rule, message: kept.message });
}
