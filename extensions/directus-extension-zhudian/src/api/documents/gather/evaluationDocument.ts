import { DOCUMENT_DATA } from '@zhudian/core/documents/documentData.ts';
import { documentFilename } from '@zhudian/core/documents/documentFilename.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import type { Gather } from './Gather.ts';
import { gatherEvaluation } from '../../evaluations/gatherEvaluation.ts';

/** Gathers the document of an evaluation; the city's inspection has a template of its own. */
export const evaluationDocument: Gather = async ({ evaluation }, { database }) => {
  const facts = evaluation ? await gatherEvaluation(evaluation, database) : null;
  if (!facts) return null;
  const template = facts.kind === 'city_inspection' ? 'city_inspection' : 'evaluation';
  const filename = documentFilename(DOCUMENT_NAMES[template], facts.county.name, '', facts.evaluated_on ?? facts.quarter);
  return { document: DOCUMENT_DATA[template](facts), photos: [], filename, template };
};
