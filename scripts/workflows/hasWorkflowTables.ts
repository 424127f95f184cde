import type pg from 'pg';

/** Whether n8n has made its tables yet; before its own first start or import there are none. */
export async function hasWorkflowTables(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('workflow_entity') IS NOT NULL AS there`);
  return rows[0]?.there === true;
}
