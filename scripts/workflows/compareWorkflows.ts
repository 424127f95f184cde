import type pg from 'pg';
import { readWorkflowFiles } from './readWorkflowFiles.ts';
import type { RunN8n } from './RunN8n.ts';
import { shippedWorkflows } from './shippedWorkflows.ts';
import type { ThreeTexts } from './threeWay.ts';
import { WorkflowFile } from './WorkflowFile.ts';
import { workflowFolder } from './workflowFolder.ts';
import { workflowsInN8n } from './workflowsInN8n.ts';

/** Each workflow file in its three places; n8n may be up or down. */
export async function compareWorkflows(client: pg.Client, runN8n: RunN8n, folder = workflowFolder): Promise<Map<string, ThreeTexts>> {
  const known = await (await shippedWorkflows(client)).all();
  const files = [...(await readWorkflowFiles(folder))].map(([name, ships]) => ({ name, ships, id: WorkflowFile.parse(JSON.parse(ships)).id ?? '' }));
  const inN8n = await workflowsInN8n(runN8n, new Map(files.map(({ id, name }) => [id, known.get(name)?.shipped ?? null])));
  return new Map(files.map(({ name, ships, id }) => [name, { shipped: known.get(name)?.shipped ?? undefined, now: inN8n.get(id), ships }]));
}
