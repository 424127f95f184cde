import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportWorkflows } from './exportWorkflows.ts';
import { fileNameOf } from './fileNameOf.ts';
import { readWorkflowFiles } from './readWorkflowFiles.ts';
import type { RunN8n } from './RunN8n.ts';
import { WorkflowFile } from './WorkflowFile.ts';
import { workflowFolder } from './workflowFolder.ts';

/**
 * Brings what was edited by eye into files: the published version of every workflow, since that is what runs. n8n may
 * be up or down. Returns the names of the files that changed; a file keeps its name by the workflow's id.
 */
export async function pullWorkflows(runN8n: RunN8n, folder = workflowFolder): Promise<string[]> {
  const files = await readWorkflowFiles(folder);
  const nameById = new Map([...files].map(([name, text]) => [WorkflowFile.parse(JSON.parse(text)).id, name]));
  const changed: string[] = [];
  for (const { id, name, text } of await exportWorkflows(runN8n, 'published')) {
    const file = nameById.get(id) ?? fileNameOf(name);
    if (files.get(file) === text) continue;
    await writeFile(path.join(folder, file), text);
    changed.push(file);
  }
  return changed;
}
