import { automationCredential } from './automationCredential.ts';
import { normaliseWorkflow } from './normaliseWorkflow.ts';
import { readWorkflowFiles } from './readWorkflowFiles.ts';
import { workflowFaults } from './workflowFaults.ts';

/** Faults of all workflow files, each `file: sentence`. Empty when all may be committed. */
export async function checkWorkflows(folder?: string): Promise<string[]> {
  const files = [...(await readWorkflowFiles(folder))].map(([name, text]) => ({ name, text, json: parse(text) }));
  const ids = files.map(({ json }) => idOf(json));
  const known = { workflows: new Set(ids), credentials: new Set<string>([automationCredential.id]) };
  return files.flatMap(({ name, text, json }) => {
    const faults = json === undefined ? ['It is not JSON.'] : workflowFaults(json, known);
    if (faults.length === 0 && normaliseWorkflow(json) !== text) faults.push('It is not in normal form; run npm run workflows:pull.');
    if (ids.filter((id) => id === idOf(json)).length > 1) faults.push('Another file has the same workflow id.');
    return faults.map((fault) => `workflows/${name}: ${fault}`);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function idOf(json: unknown): string {
  return typeof json === 'object' && json !== null && 'id' in json ? String(json.id) : '';
}
