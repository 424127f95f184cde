import type pg from 'pg';
import { publishWorkflows, unpublishWorkflows } from './publication.ts';
import { readWorkflowFiles } from './readWorkflowFiles.ts';
import type { RunN8n } from './RunN8n.ts';
import { WorkflowFile } from './WorkflowFile.ts';
import { workflowFolder } from './workflowFolder.ts';

/**
 * Brings all workflow files into n8n and publishes them. Only while n8n is stopped: a running one would go on with
 * what it has loaded. When it fails, what was published before stays published. Returns the ids published.
 */
export async function pushWorkflows(client: pg.Client, runN8n: RunN8n, folder = workflowFolder): Promise<string[]> {
  const ids = [...(await readWorkflowFiles(folder)).values()].map((text) => WorkflowFile.parse(JSON.parse(text)).id ?? '');
  const putBack = await unpublishWorkflows(ids, client);
  try {
    const told = await runN8n(['import:workflow', '--separate', `--input=${folder}`]);
    // n8n ends with 0 even when it imported nothing.
    if (!told.includes(`Successfully imported ${ids.length} workflow`)) throw new Error(`n8n did not import all ${ids.length} workflows:\n${told}`);
    await publishWorkflows(ids, client);
  } catch (error) {
    await putBack();
    throw error;
  }
  return ids;
}
