import type { TestStack } from './TestStack.ts';
import { waitFor } from './waitFor.ts';

/** Runs a workflow as a maintainer does in n8n's editor, from its trigger, and waits for its success. */
export async function runWorkflow({ stack }: TestStack, id: string, trigger: string): Promise<void> {
  const { n8n } = stack.config.urls;
  const browser = { 'content-type': 'application/json', 'browser-id': 'zhudian-tests' };
  const login = await fetch(new URL('/rest/login', n8n), {
    method: 'POST',
    headers: browser,
    body: JSON.stringify({ emailOrLdapLoginId: 'admin@zhudian.example.org', password: stack.secrets.n8nOwnerPassword }),
  });
  const cookie = login.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const ask = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(new URL(path, n8n), { method, headers: { ...browser, cookie }, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return (JSON.parse(text) as { data: Record<string, unknown> }).data;
  };
  const workflowData = await ask('GET', `/rest/workflows/${id}`);
  const { executionId } = await ask('POST', `/rest/workflows/${id}/run`, { workflowData, triggerToStartFrom: { name: trigger } });
  await waitFor(`success of ${id}`, async () => {
    const { status } = await ask('GET', `/rest/executions/${String(executionId)}`);
    if (status === 'error' || status === 'crashed') throw new Error(`execution ${String(executionId)} ended as ${status}`);
    return status === 'success';
  });
}
