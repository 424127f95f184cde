/** `escalate-major-hazard` → `escalate-major-hazard.json`: a file is named after its workflow, whatever was typed. */
export function fileNameOf(workflowName: string): string {
  const words = workflowName.normalize('NFKC').toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? ['workflow'];
  return `${words.join('-')}.json`;
}
