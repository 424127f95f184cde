import { openN8n } from './openN8n.ts';
import type { TestStack } from './TestStack.ts';
import { waitFor } from './waitFor.ts';

/** Runs a workflow as a maintainer does in n8n's editor, from its trigger, and waits for its success. */
export async function runWorkflow({ stack }: TestStack, id: string, trigger: string): Promise<void> {
  const ask = await openN8n(stack);
  const workflowData = await ask('GET', `/rest/workflows/${id}`);
  const { executionId } = await ask('POST', `/rest/workflows/${id}/run`, { workflowData, triggerToStartFrom: { name: trigger } });
  await waitFor(`success of ${id}`, async () => {
    const { status } = await ask('GET', `/rest/executions/${String(executionId)}`);
    if (status === 'error' || status === 'crashed') throw new Error(`execution ${String(executionId)} ended as ${status}`);
    return status === 'success';
  });
}
