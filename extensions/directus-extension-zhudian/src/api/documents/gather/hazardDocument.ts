import { majorHazardFilename } from '@zhudian/core/documents/majorHazardFilename.ts';
import { majorHazardReportData } from '@zhudian/core/hazards/majorHazardReportData.ts';
import type { Gather } from './Gather.ts';
import { gatherFacts } from '../../hazards/gatherFacts.ts';

/** Gathers the report of a major hazard, as it stands now. */
export const hazardDocument: Gather = async ({ hazard }, runtime) => {
  const facts = hazard ? await gatherFacts(hazard, null, runtime) : null;
  return facts && { document: majorHazardReportData(facts), photos: facts.photos, filename: majorHazardFilename(facts) };
};
