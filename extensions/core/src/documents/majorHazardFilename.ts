import { documentFilename } from './documentFilename.ts';
import { DOCUMENT_NAMES } from './tagMeanings.ts';
import type { HazardFacts } from '../hazards/HazardFacts.ts';

/** The report's file name: `重大事故隐患报告-<county>-<enterprise>-<day found>.docx`. */
export function majorHazardFilename({ county, enterprise, hazard }: HazardFacts): string {
  return documentFilename(DOCUMENT_NAMES.major_hazard_report, county.name, enterprise.name, hazard.found_on);
}
