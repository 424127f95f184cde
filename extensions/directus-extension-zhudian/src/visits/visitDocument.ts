import { DOCUMENT_DATA } from '@zhudian/core/documents/documentData.ts';
import { documentFilename } from '@zhudian/core/documents/documentFilename.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import type { Gather } from '../documents/gatherers.ts';
import { gatherVisit } from './gatherVisit.ts';

/** Gathers a document of a visit (附件2, 附件3, 隐患整改通知书). */
export function visitDocument(kind: 'task_list' | 'work_log' | 'rectification_notice'): Gather {
  return async ({ visit }, { database }) => {
    const facts = visit ? await gatherVisit(visit, database) : null;
    if (!facts) return null;
    const filename = documentFilename(DOCUMENT_NAMES[kind], facts.county.name, facts.enterprise.name, facts.visit.visited_on);
    return { document: DOCUMENT_DATA[kind](facts), photos: facts.photos, filename };
  };
}
