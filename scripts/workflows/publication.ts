import type pg from 'pg';
import { hasWorkflowTables } from './hasWorkflowTables.ts';

/**
 * Publishes workflows as they were imported last, in an n8n that is stopped. n8n's own command for this (`publish:workflow`) makes the same one
 * change, but takes a process of several seconds for each workflow. Throws with the ids that n8n does not have, or has in its archive.
 */
export async function publishWorkflows(ids: readonly string[], client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE workflow_entity w SET active = true, "activeVersionId" = w."versionId", "updatedAt" = now()
     WHERE w.id = ANY ($1) AND NOT w."isArchived"
       AND EXISTS (SELECT FROM workflow_history h WHERE h."workflowId" = w.id AND h."versionId" = w."versionId")
     RETURNING w.id`,
    [ids],
  );
  const published = new Set(rows.map(({ id }) => id));
  const missing = ids.filter((id) => !published.has(id));
  if (missing.length > 0) throw new Error(`n8n cannot publish ${missing.join(', ')}: not there, or in its archive.`);
}

/**
 * Takes workflows out of publication, in an n8n that is stopped; an import does that too, but is refused where n8n was provisioned and has never
 * started since, for its owner has no rights until then. Returns what puts them back as they were.
 */
export async function unpublishWorkflows(ids: readonly string[], client: pg.Client): Promise<() => Promise<void>> {
  if (!(await hasWorkflowTables(client))) return () => Promise.resolve();
  const { rows } = await client.query<{ id: string; version: string }>(
    `UPDATE workflow_entity w SET active = false, "activeVersionId" = NULL
     FROM (SELECT id, "activeVersionId" AS version FROM workflow_entity WHERE id = ANY ($1) AND "activeVersionId" IS NOT NULL FOR UPDATE) before
     WHERE w.id = before.id RETURNING w.id, before.version`,
    [ids],
  );
  return async () => {
    for (const { id, version } of rows)
      await client.query('UPDATE workflow_entity SET active = true, "activeVersionId" = $2 WHERE id = $1', [id, version]);
  };
}
