import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { pushWorkflows } from './pushWorkflows.ts';
import type { RunN8n } from './RunN8n.ts';

/** Brings some workflow files into an n8n that is stopped, and publishes them. */
export async function bringInWorkflows(names: readonly string[], client: pg.Client, runN8n: RunN8n, folder: string): Promise<void> {
  const draft = await mkdtemp(path.join(os.tmpdir(), 'zhudian-workflows-'));
  try {
    for (const name of names) await copyFile(path.join(folder, name), path.join(draft, name));
    await pushWorkflows(client, runN8n, draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
