import { DOCUMENT_DATA } from '@zhudian/core/documents/documentData.ts';
import { documentFilename } from '@zhudian/core/documents/documentFilename.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import type { VisitFacts } from '@zhudian/core/visits/VisitFacts.ts';
import type { Knex } from 'knex';
import type { Gather } from './Gather.ts';
import { gatherVisit } from '../../visits/gatherVisit.ts';
import { noticeNumber } from '../../visits/noticeNumber.ts';

/** The documents of a visit (附件2, 附件3, 隐患整改通知书). */
export type VisitKind = 'task_list' | 'work_log' | 'rectification_notice';

/** Gathers a document of a visit. */
export function visitDocument(kind: VisitKind): Gather {
  return async ({ visit }, { database }) => {
    const facts = visit ? await gatherVisit(visit, database) : null;
    if (!facts) return null;
    return { document: await visitData(kind, facts, database), photos: facts.photos, filename: visitFilename(kind, facts) };
  };
}

/** The data of a visit's document; a notice gets its number when it is first made. */
export async function visitData(kind: VisitKind, facts: VisitFacts, database: Knex): Promise<Record<string, unknown>> {
  if (kind !== 'rectification_notice') return DOCUMENT_DATA[kind](facts);
  return DOCUMENT_DATA[kind]({ ...facts, number: await noticeNumber(facts.visit.id, database) });
}

/** The name of the file of a visit's document. */
export function visitFilename(kind: VisitKind, { county, enterprise, visit }: VisitFacts): string {
  return documentFilename(DOCUMENT_NAMES[kind], county.name, enterprise.name, visit.visited_on);
}
