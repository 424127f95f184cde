import { exportWorkflows } from './exportWorkflows.ts';
import type { RunN8n } from './RunN8n.ts';

/**
 * What an n8n has of each workflow, by id. Where the editor holds a draft that is not what `known` says was brought in, it is that draft: a
 * maintainer may be in the middle of a change. Elsewhere it is what runs.
 */
export async function workflowsInN8n(runN8n: RunN8n, known: ReadonlyMap<string, string | null>): Promise<Map<string, string>> {
  const [drafts, published] = [await exportWorkflows(runN8n, 'drafts'), await exportWorkflows(runN8n, 'published')];
  const running = new Map(published.map(({ id, text }) => [id, text]));
  return new Map(drafts.map(({ id, text }) => [id, text === known.get(id) ? (running.get(id) ?? text) : text]));
}
