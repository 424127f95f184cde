import { chineseDate } from '../documents/chineseDate.ts';
import { chineseQuarter, line, paragraphs } from '../documents/printText.ts';
import type { EvaluationFacts } from './ReportFacts.ts';

/** The data of the template `evaluation`: a county's evaluation of a quarter. */
export function evaluationData(facts: EvaluationFacts): Record<string, unknown> {
  return {
    office: line(facts.office.name),
    county: line(facts.county.name),
    county_office: line(facts.county.office) || line(facts.county.name),
    quarter: chineseQuarter(facts.quarter),
    evaluated_on: chineseDate(facts.evaluated_on),
    findings: paragraphs(facts.findings) || '无。',
    score: line(facts.score),
    practices: paragraphs(facts.practices) || '无。',
    problems: paragraphs(facts.problems) || '无。',
    suggestions: paragraphs(facts.suggestions) || '无。',
  };
}
