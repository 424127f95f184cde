import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileNameOf } from './fileNameOf.ts';
import { normaliseWorkflow } from './normaliseWorkflow.ts';
import { readWorkflowFiles } from './readWorkflowFiles.ts';
import type { RunN8n } from './RunN8n.ts';
import { WorkflowFile } from './WorkflowFile.ts';
import { workflowFolder } from './workflowFolder.ts';

/**
 * Brings what was edited by eye into files: the published version of every workflow, since that is what runs. n8n may
 * be up or down. Returns the names of the files that changed; a file keeps its name by the workflow's id.
 */
export async function pullWorkflows(runN8n: RunN8n, folder = workflowFolder): Promise<string[]> {
  const draft = await mkdtemp(path.join(os.tmpdir(), 'zhudian-workflows-'));
  try {
    await runN8n(['export:workflow', '--all', '--published', '--separate', `--output=${draft}`]);
    const files = await readWorkflowFiles(folder);
    const nameById = new Map([...files].map(([name, text]) => [WorkflowFile.parse(JSON.parse(text)).id, name]));
    const changed: string[] = [];
    for (const exported of (await readdir(draft)).sort()) {
      const json: unknown = JSON.parse(await readFile(path.join(draft, exported), 'utf8'));
      const { id, name } = WorkflowFile.parse(json);
      const file = nameById.get(id) ?? fileNameOf(name);
      const text = normaliseWorkflow(json);
      if (files.get(file) === text) continue;
      await writeFile(path.join(folder, file), text);
      changed.push(file);
    }
    return changed;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
