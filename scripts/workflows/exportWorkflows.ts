import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { normaliseWorkflow } from './normaliseWorkflow.ts';
import type { RunN8n } from './RunN8n.ts';
import { WorkflowFile } from './WorkflowFile.ts';

/** A workflow of an n8n, as the text its file would have. */
export interface ExportedWorkflow {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** The workflows of an n8n, up or down: `published` what runs, `drafts` what its editor shows. */
export async function exportWorkflows(runN8n: RunN8n, which: 'published' | 'drafts'): Promise<ExportedWorkflow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zhudian-workflows-'));
  try {
    await runN8n(['export:workflow', '--all', ...(which === 'published' ? ['--published'] : []), '--separate', `--output=${folder}`]);
    const names = (await readdir(folder)).sort();
    return await Promise.all(
      names.map(async (file) => {
        const json: unknown = JSON.parse(await readFile(path.join(folder, file), 'utf8'));
        const { id = '', name } = WorkflowFile.parse(json);
        return { id, name, text: normaliseWorkflow(json) };
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
