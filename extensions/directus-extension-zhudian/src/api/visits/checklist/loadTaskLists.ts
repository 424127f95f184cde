import type { TaskList } from '@zhudian/core/checklist/composeChecklist.ts';
import type { Knex } from 'knex';

/**
 * The lists that could matter to an enterprise, with their items: the city's, those of its county, its own. One query.
 *
 * @param all also drafts and retired versions, for who wants to know why a list does not apply
 */
export async function loadTaskLists(enterprise: { readonly id: string; readonly county: string }, database: Knex, all = false): Promise<TaskList[]> {
  const { rows } = await database.raw<{ rows: TaskList[] }>(
    `SELECT l.id, l.name, l.scope, l.county, l.enterprise, nullif(l.enterprise_type, '') AS enterprise_type, l.valid_from::text, l.valid_to::text,
       l.version::text, l.status,
       coalesce(json_agg(json_build_object('id', i.id, 'sort', i.sort, 'content', i.content, 'standard', i.standard, 'basis', i.basis)) FILTER (WHERE i.id IS NOT NULL), '[]') AS items
     FROM task_lists l LEFT JOIN task_items i ON i.task_list = l.id
     WHERE (l.scope = 'city' OR (l.scope = 'county' AND l.county = :county) OR (l.scope = 'enterprise' AND l.enterprise = :id)) AND (:all OR l.status = 'published')
     GROUP BY l.id`,
    { ...enterprise, all },
  );
  return rows;
}
