import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { workflowFolder } from './workflowFolder.ts';

/** The text of every workflow file by its name, sorted. */
export async function readWorkflowFiles(folder = workflowFolder): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(names.map(async (name) => await readFile(path.join(folder, name), 'utf8')));
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
}
