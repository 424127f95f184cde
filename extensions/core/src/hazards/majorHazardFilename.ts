import { documentFilename } from '../documents/documentFilename.ts';
import type { HazardFacts } from './HazardFacts.ts';

/** The report's file name: `重大事故隐患报告-<county>-<enterprise>-<day found>.docx`. */
export function majorHazardFilename({ county, enterprise, hazard }: HazardFacts): string {
  return documentFilename('重大事故隐患报告', county.name, enterprise.name, hazard.found_on);
}
