import { WorkflowFile } from './WorkflowFile.ts';

type Node = WorkflowFile['nodes'][number];

/** What a workflow is checked against. */
export interface KnownIds {
  /** Ids of all workflow files: an error workflow or a sub-workflow must be one of them. */
  readonly workflows: ReadonlySet<string>;
  /** Ids of the credentials that provisioning imports. */
  readonly credentials: ReadonlySet<string>;
}

const MAX_CODE_LINES = 10;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** n8n takes ids up to 21 characters. */
const WORKFLOW_ID = /^[A-Za-z0-9]{8,21}$/;
/** A value that looks like a token, a password in a URL, or an authorisation header. */
const SECRETS = [/\bBearer\s+[\w.~+/-]{8,}/i, /:\/\/[^/\s:@{}]+:[^/\s@{}]+@/, /"(?:password|token|secret|apiKey|api_key)":"(?!=)[^"]{4,}"/i, /\beyJ[\w-]{10,}\.[\w-]{10,}/];

/** Everything about a workflow file that must not be committed, each as one sentence. Empty when it is fine. */
export function workflowFaults(raw: unknown, known: KnownIds): string[] {
  const parsed = WorkflowFile.safeParse(raw);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const workflow = parsed.data;
  return [...idFaults(workflow), ...wholeFaults(workflow, known), ...workflow.nodes.flatMap((node) => nodeFaults(node, known))];
}

function idFaults({ id, nodes }: WorkflowFile): string[] {
  const ids = nodes.map((node) => node.id);
  return [
    ...(id !== undefined && WORKFLOW_ID.test(id) ? [] : [`The workflow's id ${JSON.stringify(id)} is not 8 to 21 letters and digits; give it a fixed one.`]),
    ...nodes.filter((node) => !UUID.test(node.id ?? '')).map(({ name }) => `Node "${name}" has no stable id; save the workflow in n8n and pull it.`),
    ...(new Set(ids).size === ids.length ? [] : ['Two nodes have the same id.']),
  ];
}

function wholeFaults(workflow: WorkflowFile, known: KnownIds): string[] {
  const faults: string[] = [];
  const text = JSON.stringify(workflow);
  if (SECRETS.some((pattern) => pattern.test(text))) faults.push('It seems to hold a secret; put it into a credential.');
  if (!isEmpty(workflow.pinData)) faults.push('It holds pinned data; unpin it in n8n.');
  if (!isEmpty(workflow.staticData)) faults.push('It holds static data; pull it again.');
  const { errorWorkflow } = workflow.settings;
  const catchesErrors = workflow.nodes.some(({ type }) => type === 'n8n-nodes-base.errorTrigger');
  if (!catchesErrors && !(typeof errorWorkflow === 'string' && known.workflows.has(errorWorkflow))) {
    faults.push(`Its error workflow (${JSON.stringify(errorWorkflow ?? null)}) is not a workflow of this repository; choose 故障通知 in its settings.`);
  }
  return faults;
}

function nodeFaults({ name, type, credentials = {}, parameters }: Node, known: KnownIds): string[] {
  const faults = Object.entries(credentials)
    .filter(([, { id }]) => !known.credentials.has(id ?? ''))
    .map(([kind, { id }]) => `Node "${name}" uses the ${kind} credential ${JSON.stringify(id ?? null)}, which no installation has.`);
  const code = parameters.jsCode ?? parameters.pythonCode;
  const lines = typeof code === 'string' ? code.trim().split('\n').length : 0;
  if (type === 'n8n-nodes-base.code' && lines > MAX_CODE_LINES) {
    faults.push(`Node "${name}" has ${lines} lines of code; more than ${MAX_CODE_LINES} belong into a node of n8n-nodes-zhudian.`);
  }
  return faults;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}
