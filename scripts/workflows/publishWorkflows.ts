import type pg from 'pg';

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
