import { RefusedError } from '../errors/RefusedError.ts';
import type { Caller } from '../runtime/Caller.ts';
import { visitHandedInSql } from '../sql/visitHandedInSql.ts';

interface Kept {
  readonly rule: string;
  readonly message: string;
  /** Finds the rows among the keys (`:keys`) that have to stay. */
  readonly sql: string;
}

/** What is said of a file that has to stay as it is. */
export const KEPT_FILE = '该文件属于已提交或已上报的记录、评估、文书或模板，不能删除或替换；评估的附件请先在评估中移除';

const HANDED_IN = (table: string): Kept => ({
  rule: 'visit.parts.locked',
  message: '该驻点记录已提交或已作废，不能删除其清单、人员或照片；请先退回，或随驻点记录一起更正并写明原因',
  sql: `SELECT FROM ${table} p JOIN visits v ON v.id = p.visit WHERE p.id = ANY (zhudian_uuids(:keys)) AND (v.status = 'void' OR ${visitHandedInSql('v')} AND NOT zhudian_written_here(v.xmin))`,
});

const PHOTOS = (table: string): Kept => ({
  rule: 'hazard.photos.kept',
  message: '隐患已上报，其照片不能删除或替换；拍错的，请另外补传照片并在描述中说明',
  sql: `SELECT FROM ${table} p WHERE p.id = ANY (zhudian_uuids(:keys)) AND zhudian_hazard_stands(p.hazard)`,
});

/** Rows that others build on (schema/sql/219-kept.sql). */
const USED = (table: string, rule: string, message: string, or = 'false'): Kept => ({
  rule,
  message,
  sql: `SELECT FROM unnest(zhudian_uuids(:keys)) key WHERE zhudian_is_referred('${table}', key) OR ${or}`,
});

/** What stays once it counts. The same stands in triggers; Directus has no words for what they say to a deletion. */
export const KEPT: Readonly<Record<string, Kept>> = {
  visits: {
    rule: 'visit.kept',
    message: '只能删除草稿；提交过的驻点记录不能删除，可以退回，或写明原因作废',
    sql: `SELECT FROM visits WHERE id = ANY (zhudian_uuids(:keys)) AND status <> 'draft'`,
  },
  visit_items: HANDED_IN('visit_items'),
  visit_inspectors: HANDED_IN('visit_inspectors'),
  visits_photos: HANDED_IN('visits_photos'),
  hazards: {
    rule: 'hazard.kept',
    message: '登记过的隐患不能删除；登记有误的，请将整改状态改为“已作废”并写明原因',
    sql: `SELECT FROM unnest(zhudian_uuids(:keys)) key WHERE zhudian_hazard_stands(key)`,
  },
  hazards_photos_before: PHOTOS('hazards_photos_before'),
  hazards_photos_after: PHOTOS('hazards_photos_after'),
  evaluations: {
    rule: 'evaluation.kept',
    message: '评估（督查）不能删除；登记有误的，请填写作废原因',
    sql: `SELECT FROM evaluations WHERE id = ANY (zhudian_uuids(:keys))`,
  },
  contacts: USED('contacts', 'contact.kept', '已有月报以该联系人报送，不能删除；不再担任联系人的，请将状态改为停用'),
  enterprises: USED('enterprises', 'enterprise.kept', '该企业已有驻点组、驻点记录、隐患、任务清单或文书，不能删除；不再驻点的，请将状态改为关闭'),
  inspectors: USED('inspectors', 'inspector.kept', '该驻点人员在驻点组、驻点记录或隐患核验中，不能删除；不再驻点的，请将状态改为停用'),
  teams: USED('teams', 'team.kept', '该驻点组正在驻点，或已有驻点记录，不能删除；请填写截止日期来结束', 'zhudian_team_works(key)'),
  task_lists: USED('task_lists', 'task_list.kept', '该清单已用于驻点记录，或有新版本接替它，不能删除；不再使用的，请将状态改为停用'),
  report_periods: USED(
    'report_periods',
    'report_period.kept',
    '已有月报按这一时限报送，不能删除；请改时限并在备注中说明依据',
    'zhudian_deadline_was_used(key)',
  ),
  documents: {
    rule: 'document.kept',
    message: '已生成的文书不能删除；内容有误的，请更正后重新申请一份',
    sql: `SELECT FROM documents WHERE id = ANY (zhudian_uuids(:keys)) AND status = 'ready' AND file IS NOT NULL`,
  },
  document_templates: {
    rule: 'document_template.kept',
    message: '正在使用的模板，以及已有文书用它生成的模板，不能删除；请上传并启用新版本',
    sql: `SELECT FROM document_templates t WHERE t.id = ANY (zhudian_uuids(:keys)) AND (t.status = 'in_force' OR zhudian_template_is_cited(t.id))`,
  },
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
    message:
      '已有报送的月报计入了该期初数，或已有计入该期初数的隐患逐条登记，期初数不能删除，否则会重复统计；数字有误的请直接更正并在备注中说明，登记有误的隐患请先作废',
    sql: `SELECT FROM opening_balances b WHERE b.id = ANY (zhudian_uuids(:keys)) AND (zhudian_balance_was_used(b.id)
      OR EXISTS (SELECT FROM hazards h WHERE h.county = b.county AND h.status <> 'void' AND h.found_on BETWEEN zhudian_statistics_since() AND b.as_of))`,
  },
  directus_files: {
    rule: 'file.evidence',
    message: KEPT_FILE,
    sql: `SELECT FROM unnest(zhudian_uuids(:keys)) key WHERE zhudian_file_is_kept(key)`,
  },
};

/** Refuses to delete what has to stay. */
export async function checkDeletions(collection: string, keys: readonly string[], { database }: Caller): Promise<void> {
  const kept = KEPT[collection];
  if (!kept) return;
  const { rowCount } = await database.raw<{ rowCount: number }>(kept.sql, { keys: keys.map(String) });
  if (rowCount > 0) throw new RefusedError({ rule: kept.rule, message: kept.message });
}
