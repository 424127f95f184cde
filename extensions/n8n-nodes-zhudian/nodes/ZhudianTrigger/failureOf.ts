import type { IRun } from 'n8n-workflow';

/**
 * Null when the run counts as handed over, else what went wrong. A run that waits (Wait node) is kept by n8n in its
 * own database and counts as handed over; a run that vanished without a result does not. Whether a major hazard's mail
 * is really in the ledger is asked by Directus when the event is closed: a run without its mail node succeeds as well.
 */
export function failureOf(run: IRun | undefined): string | null {
	if (run === undefined) return '运行没有留下结果';
	if (run.status === 'success' || run.status === 'waiting') return null;
	const { error, lastNodeExecuted } = run.data.resultData;
	const where = lastNodeExecuted === undefined ? '' : `节点“${lastNodeExecuted}”：`;
	return `${where}${error?.message ?? `运行状态 ${run.status}`}`;
}
