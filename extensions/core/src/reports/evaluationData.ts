import { chineseDate } from '../text/chineseDate.ts';
import { chineseQuarter, line, paragraphs } from '../text/printText.ts';
import { UNWRITTEN } from './unwritten.ts';
import type { EvaluationFacts } from './ReportFacts.ts';

/** The data of the template `evaluation`: a county's evaluation of a quarter. */
export function evaluationData(facts: EvaluationFacts): Record<string, unknown> {
  return {
    office: line(facts.office.name),
    county: line(facts.county.name),
    county_office: line(facts.county.office) || line(facts.county.name),
    quarter: chineseQuarter(facts.quarter),
    evaluated_on: chineseDate(facts.evaluated_on),
    findings: paragraphs(facts.findings) || UNWRITTEN,
    score: line(facts.score),
    practices: paragraphs(facts.practices) || UNWRITTEN,
    problems: paragraphs(facts.problems) || UNWRITTEN,
    suggestions: paragraphs(facts.suggestions) || UNWRITTEN,
  };
}
