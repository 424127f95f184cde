import { chineseDate } from '../text/chineseDate.ts';
import { evaluationData } from './evaluationData.ts';
import type { CityInspectionFacts } from './ReportFacts.ts';

/** The data of the template `city_inspection`: what the city's inspection of a county (督查) found, as the county is told. */
export function cityInspectionData(facts: CityInspectionFacts): Record<string, unknown> {
  return { ...evaluationData(facts), reply_due: chineseDate(facts.reply_due) };
}
