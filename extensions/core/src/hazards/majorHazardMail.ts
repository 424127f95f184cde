import type { HazardFacts } from './HazardFacts.ts';
import { majorHazardMailContent } from './majorHazardMailContent.ts';
import { majorHazardMailHtml } from './majorHazardMailHtml.ts';
import { majorHazardMailText } from './majorHazardMailText.ts';
import { majorHazardSubject } from './majorHazardSubject.ts';

/**
 * The mail about a major hazard, to the city office and the county's: the wording of the watchdog, and the reference
 * for the workflow. The same facts give the same bytes, so that sending again repeats a mail and never varies it.
 * Source: notice, section three (发现重大问题、重大事故隐患要直报市化工专项行动办).
 */
export function majorHazardMail(facts: HazardFacts): { subject: string; text: string; html: string } {
  const content = majorHazardMailContent(facts);
  return { subject: majorHazardSubject(facts), text: majorHazardMailText(content), html: majorHazardMailHtml(content) };
}
