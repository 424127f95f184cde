import { sortKeys } from './sortKeys.ts';
import { WorkflowFile } from './WorkflowFile.ts';

/** What belongs to the workflow itself. Versions, dates, owners, pinned and static data belong to one installation. */
const KEPT = ['id', 'name', 'description', 'nodes', 'connections', 'settings'];

type Node = WorkflowFile['nodes'][number];

const isNote = (node: Node): boolean => node.type === 'n8n-nodes-base.stickyNote';

/** Left to right, as the canvas is read; notes last. */
function byPlace(a: Node, b: Node): number {
  return (
    Number(isNote(a)) - Number(isNote(b)) ||
    a.position[0] - b.position[0] ||
    a.position[1] - b.position[1] ||
    (a.name < b.name ? -1 : 1)
  );
}

/** An exported workflow as the text of its file: the same workflow always gives the same bytes, and a change reads as one. */
export function normaliseWorkflow(exported: unknown): string {
  const workflow = WorkflowFile.parse(exported);
  const kept = Object.fromEntries(
    Object.entries(workflow).filter(([key, value]) => KEPT.includes(key) && value !== null && value !== ''),
  );
  const nodes = [...workflow.nodes].sort(byPlace);
  return `${JSON.stringify(sortKeys({ ...kept, nodes }), null, 2)}\n`;
}
