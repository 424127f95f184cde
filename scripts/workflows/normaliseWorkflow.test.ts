import { expect, test } from 'vitest';
import { normaliseWorkflow } from './normaliseWorkflow.ts';
import { readWorkflowFiles } from './readWorkflowFiles.ts';

const node = (name: string, x: number, type = 'n8n-nodes-base.set') => ({ parameters: { b: 1, a: 2 }, type, typeVersion: 1, position: [x, 0], name, id: name });
const workflow = { nodes: [node('b', 200), node('note', 0, 'n8n-nodes-base.stickyNote'), node('a', 0)], connections: {}, settings: { executionOrder: 'v1' }, name: 'w', id: 'w' };

test('leaves out what belongs to one installation', () => {
  const exported = { ...workflow, versionId: 'v', updatedAt: 't', shared: [{}], pinData: { a: [] }, staticData: { x: 1 }, meta: { instanceId: 'i' }, active: true, triggerCount: 1 };
  expect(normaliseWorkflow(exported)).toBe(normaliseWorkflow(workflow));
});

test('orders keys, and nodes from left to right with notes last', () => {
  const { nodes } = JSON.parse(normaliseWorkflow(workflow)) as { nodes: { name: string; parameters: object }[] };
  expect(nodes.map(({ name }) => name)).toEqual(['a', 'b', 'note']);
  expect(Object.keys(nodes[0]?.parameters ?? {})).toEqual(['a', 'b']);
});

test('gives the same text again for its own text', async () => {
  for (const text of (await readWorkflowFiles()).values()) expect(normaliseWorkflow(JSON.parse(text))).toBe(text);
});
