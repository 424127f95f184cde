import type { DraftHazard, HazardTexts } from './VisitDraft.ts';

/** What is written about the hazard now, without what follows from elsewhere. */
export function hazardTexts(hazard: DraftHazard): HazardTexts {
  const { severity, title, description, place, measures, responsible_person, funds, plan, deadline } = hazard;
  return { severity, title, description, place, measures, responsible_person, funds, plan, deadline };
}

/** The fields somebody has changed on this phone since the server's were read: all of them for a hazard that the server does not have. */
export function hazardChanges(hazard: DraftHazard): Partial<HazardTexts> {
  const { server } = hazard;
  const now = Object.entries(hazardTexts(hazard)) as [keyof HazardTexts, string | null][];
  return Object.fromEntries(now.filter(([field, value]) => !server || server[field] !== value));
}
