import { chineseDate } from '../text/chineseDate.ts';
import { chineseMonth, line, paragraphs } from '../text/printText.ts';
import { UNWRITTEN } from './unwritten.ts';
import type { CountyReportFacts } from './ReportFacts.ts';
import { correctionText } from './correctionText.ts';
import { statisticsTableData } from './statisticsTableData.ts';

/** The data of the template `county_report`: the narrative of a month and annex 4. */
export function countyReportData(facts: CountyReportFacts): Record<string, unknown> {
  return {
    ...statisticsTableData(facts),
    office: line(facts.office.name),
    county_office: line(facts.county.office) || line(facts.county.name),
    period: chineseMonth(facts.period),
    reported_on: facts.draft === true ? '' : chineseDate(facts.reported_on),
    progress: paragraphs(facts.progress) || UNWRITTEN,
    problems: paragraphs(facts.problems) || UNWRITTEN,
    practices: paragraphs(facts.practices) || UNWRITTEN,
    gap_explanation: paragraphs(facts.gap_explanation),
    corrections: correctionText(facts.changes),
  };
}
