import { randomUUID } from 'node:crypto';
import type { TestStack } from './TestStack.ts';
import { openN8n, type AskN8n } from './openN8n.ts';
import { waitFor } from './waitFor.ts';

/** A node as the editor saves it. */
export interface EditedNode {
  readonly name: string;
  readonly type: string;
  readonly typeVersion?: number;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const CREDENTIAL = { zhudianApi: { id: 'zhudianApi000001', name: '驻点系统（Directus 自动化账号）' } };

/** What a maintainer does in n8n's editor, by the requests that the editor sends. */
export interface Maintainer {
  readonly ask: AskN8n;
  /** Makes and publishes a workflow of nodes in a row; resolves with its id. */
  readonly build: (name: string, nodes: readonly EditedNode[]) => Promise<string>;
  /** Changes the nodes of a workflow and publishes it. */
  readonly edit: (id: string, change: (nodes: EditedNode[]) => EditedNode[]) => Promise<void>;
  /** "Execute workflow" from this trigger; resolves with what the run ended with, node by node. */
  readonly tryOut: (id: string, trigger: string) => Promise<Ended>;
}

interface Ended {
  readonly status: string;
  /** n8n keeps it in a form of its own (`flatted`); good for looking for texts. */
  readonly data: string;
}

export async function maintainer({ stack }: Pick<TestStack, 'stack'>): Promise<Maintainer> {
  const ask = await openN8n(stack);
  const publish = async (id: string, versionId: unknown): Promise<void> => {
    await ask('POST', `/rest/workflows/${id}/activate`, { versionId });
  };
  return {
    ask,
    build: async (name, nodes) => {
      const placed = nodes.map((node, number) => ({
        id: randomUUID(),
        position: [number * 220, 0],
        typeVersion: 1,
        ...(node.type.startsWith('CUSTOM.') ? { credentials: CREDENTIAL } : {}),
        ...node,
      }));
      const connections = Object.fromEntries(
        placed.slice(0, -1).map(({ name: from }, number) => [from, { main: [[{ node: placed[number + 1]?.name, type: 'main', index: 0 }]] }]),
      );
      const { id, versionId } = await ask('POST', '/rest/workflows', { name, nodes: placed, connections, settings: { executionOrder: 'v1' } });
      await publish(String(id), versionId);
      return String(id);
    },
    edit: async (id, change) => {
      const before = await ask('GET', `/rest/workflows/${id}`);
      const { versionId } = await ask('PATCH', `/rest/workflows/${id}`, { ...before, nodes: change(before['nodes'] as EditedNode[]) });
      await publish(id, versionId);
    },
    tryOut: async (id, trigger) => {
      const workflowData = await ask('GET', `/rest/workflows/${id}`);
      const { executionId } = await ask('POST', `/rest/workflows/${id}/run`, { workflowData, triggerToStartFrom: { name: trigger } });
      return await waitFor(
        `the run of ${id} by hand has ended`,
        async () => {
          const run = (await ask('GET', `/rest/executions/${String(executionId)}`)) as unknown as Ended;
          return ['success', 'error', 'crashed', 'canceled'].includes(run.status) ? run : null;
        },
        60,
      );
    },
  };
}
