import { chineseMonth } from '@zhudian/core/text/printText.ts';
import { TemplateError } from '@zhudian/core/documents/TemplateError.ts';
import { openRequest, refuseRequest } from '../requests/documentRequests.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { templateInForce } from '../templates/templateInForce.ts';
import { batchVisits } from './batchVisits.ts';
import { visitParts } from './visitParts.ts';

/** How far a batch is. */
export interface BatchProgress {
  readonly done: number;
  readonly total: number;
  /** `refused`: whoever asked has been told why. */
  readonly state: 'rendering' | 'rendered' | 'refused';
}

const AT_ONCE = 10;

/**
 * Makes the documents of the next visits of a batch and says how far it is; the person who asked sees the same. Calling it again after a crash
 * goes on where it stopped. They are made here and not in n8n, which would keep every document of a run in memory.
 */
export async function renderNextVisits(id: string, runtime: Runtime): Promise<BatchProgress> {
  const { database } = runtime;
  const request = await openRequest(id, runtime);
  const { total, left } = await batchVisits(id, request, database);
  if (total === 0) {
    await refuseRequest(id, `${chineseMonth(request.period ?? '')}没有已提交的驻点记录；请改选月份、县（市、区）或企业`, runtime);
    return { done: 0, total, state: 'refused' };
  }
  try {
    return await renderSome(id, left, total, runtime);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    await refuseRequest(id, error.message, runtime);
    return { done: total - left.length, total, state: 'refused' };
  }
}

async function renderSome(id: string, left: readonly string[], total: number, runtime: Runtime): Promise<BatchProgress> {
  const { database } = runtime;
  const templates = {
    task_list: (await templateInForce('task_list', runtime)).content,
    work_log: (await templateInForce('work_log', runtime)).content,
    rectification_notice: (await templateInForce('rectification_notice', runtime)).content,
  };
  const taken = new Set<string>(await database('document_parts').where({ document: id }).pluck('name'));
  for (const visit of left.slice(0, AT_ONCE)) {
    const parts = await visitParts(visit, templates, taken, runtime);
    if (parts.length > 0)
      await database('document_parts')
        .insert(parts.map((part) => ({ document: id, visit, ...part })))
        .onConflict(['document', 'name'])
        .ignore();
  }
  const done = total - Math.max(0, left.length - AT_ONCE);
  await database('documents').where({ id, status: 'requested' }).update({ done, total, date_updated: database.fn.now() });
  return { done, total, state: done === total ? 'rendered' : 'rendering' };
}
