import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { bringInWorkflows } from './bringInWorkflows.ts';
import { readWorkflowFiles } from './readWorkflowFiles.ts';
import type { RunN8n } from './RunN8n.ts';
import { shippedWorkflows } from './shippedWorkflows.ts';
import { WorkflowFile } from './WorkflowFile.ts';
import { workflowFolder } from './workflowFolder.ts';
import { workflowsInN8n } from './workflowsInN8n.ts';
import { workflowTexts } from '../texts/maintenanceTexts.ts';

/**
 * Decides for one side. `n8n`: what is there stays, and later updates are compared with this version. `files`: this version is brought in;
 * what was in n8n is put aside as a file first. n8n has to be stopped for that.
 *
 * @param aside folder for what is replaced
 * @returns the file of what was replaced, if anything was
 */
export async function takeWorkflow(
  name: string,
  side: 'n8n' | 'files',
  { client, runN8n, aside, folder = workflowFolder }: { client: pg.Client; runN8n: RunN8n; aside: string; folder?: string },
): Promise<string | undefined> {
  const ships = (await readWorkflowFiles(folder)).get(name);
  if (ships === undefined) throw new Error(workflowTexts.noFile(folder, name));
  const ledger = await shippedWorkflows(client);
  if (side === 'n8n') {
    await ledger.record(name, { shipped: ships, asked: null });
    return undefined;
  }
  const { id = '' } = WorkflowFile.parse(JSON.parse(ships));
  const now = (await workflowsInN8n(runN8n, new Map())).get(id);
  let kept: string | undefined;
  if (now !== undefined && now !== ships) {
    await mkdir(aside, { recursive: true });
    kept = path.join(aside, `${new Date().toISOString().replaceAll(':', '')}-${name}`);
    await writeFile(kept, now);
  }
  await bringInWorkflows([name], client, runN8n, folder);
  await ledger.record(name, { shipped: ships, asked: null });
  return kept;
}
