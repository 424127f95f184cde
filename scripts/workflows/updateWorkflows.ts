import type pg from 'pg';
import { provisionLedger } from '../provision/provisionLedger.ts';
import { bringInWorkflows } from './bringInWorkflows.ts';
import { hasWorkflowTables } from './hasWorkflowTables.ts';
import { readWorkflowFiles } from './readWorkflowFiles.ts';
import type { RunN8n } from './RunN8n.ts';
import { shippedWorkflows } from './shippedWorkflows.ts';
import { textFingerprint } from './textFingerprint.ts';
import { threeWay } from './threeWay.ts';
import { WorkflowFile } from './WorkflowFile.ts';
import { workflowFolder } from './workflowFolder.ts';
import { workflowsInN8n } from './workflowsInN8n.ts';

/** File names by what became of them. */
export interface WorkflowUpdate {
  readonly taken: readonly string[];
  /** Changed in n8n and here: n8n's stays until a person decides; those of earlier updates too. */
  readonly asked: readonly string[];
}

/**
 * Brings the workflow files that are new or changed into an n8n that is stopped. What a maintainer changed there is kept; where this version
 * has changed it as well, that is noted for a person.
 */
export async function updateWorkflows(client: pg.Client, runN8n: RunN8n, folder = workflowFolder): Promise<WorkflowUpdate> {
  const files = await readWorkflowFiles(folder);
  const ledger = await shippedWorkflows(client);
  const known = await ledger.all();
  const due = [...files].filter(([name, text]) => known.get(name)?.shipped !== text && known.get(name)?.asked !== text);
  const taken: string[] = [];
  if (due.length > 0) {
    const ids = new Map(due.map(([name, text]) => [name, WorkflowFile.parse(JSON.parse(text)).id ?? '']));
    const inN8n = (await isThere([...ids.values()], client))
      ? await workflowsInN8n(runN8n, new Map([...ids].map(([name, id]) => [id, known.get(name)?.shipped ?? null])))
      : new Map<string, string>();
    const earlier = await provisionLedger(client);
    const unpublished = inN8n.size > 0 ? await unpublishedAmong([...ids.values()], client) : new Set<string>();
    for (const [name, ships] of due) {
      const now = inN8n.get(ids.get(name) ?? '');
      const proven = now !== undefined && (await earlier.fingerprintOf(`workflow:${name}`)) === textFingerprint(name, now) ? now : undefined;
      const shipped = known.get(name)?.shipped ?? proven;
      const choice = threeWay({ shipped, now, ships });
      // Imported by a start that was killed before it published: the text is right, and nothing would ever run it.
      if (choice === 'take' || (choice === 'same' && unpublished.has(ids.get(name) ?? ''))) taken.push(name);
      else await ledger.record(name, choice === 'same' ? { shipped: ships, asked: null } : { shipped: shipped ?? null, asked: ships });
    }
    if (taken.length > 0) await bringInWorkflows(taken, client, runN8n, folder);
    for (const name of taken) await ledger.record(name, { shipped: files.get(name) ?? null, asked: null });
  }
  const asked = [...(await ledger.all())].filter(([name, state]) => state.asked !== null && files.get(name) === state.asked);
  return { taken, asked: asked.map(([name]) => name) };
}

async function unpublishedAmong(ids: readonly string[], client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM workflow_entity WHERE id = ANY ($1) AND "activeVersionId" IS NULL', [ids]);
  return new Set(rows.map(({ id }) => id));
}

async function isThere(ids: readonly string[], client: pg.Client): Promise<boolean> {
  if (!(await hasWorkflowTables(client))) return false;
  return ((await client.query('SELECT 1 FROM workflow_entity WHERE id = ANY ($1) LIMIT 1', [ids])).rowCount ?? 0) > 0;
}
