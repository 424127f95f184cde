import { DRAFT } from '../reports/draftMark.ts';
import { chineseDate } from '../text/chineseDate.ts';
import { line, paragraphs } from '../text/printText.ts';
import type { VisitFacts } from './VisitFacts.ts';

/** A visit, and the number that its notice has in the register of the county's office; null where the office does not number. */
export interface NoticeFacts extends VisitFacts {
  readonly number: string | null;
}

/** The data of the template `rectification_notice` (隐患整改通知书): the hazards of one visit, told to the enterprise. */
export function rectificationNoticeData({ number, visit, enterprise, county, inspectors, hazards }: NoticeFacts): Record<string, unknown> {
  return {
    draft: visit.draft === true ? DRAFT : '',
    // As a clerk leaves it to be filled in by hand.
    document_number: line(number) || `　　　〔${visit.visited_on.slice(0, 4)}〕　　号`,
    enterprise: line(enterprise.name),
    county_office: line(county.office) || line(county.name),
    visited_on: chineseDate(visit.visited_on),
    issued_on: visit.draft === true ? '' : chineseDate(visit.visited_on),
    people: inspectors.map(({ name }) => line(name)).join('、'),
    inspectors: inspectors.map(({ name, signature }) => ({ name: line(name), signature })),
    count: hazards.length,
    major_count: hazards.filter(({ severity }) => severity === 'major').length,
    hazards: hazards.map(({ title, description, place, severity, measures, responsible_person, deadline }, index) => ({
      number: index + 1,
      title: line(title),
      description: paragraphs(description),
      place: line(place),
      severity: severity === 'major' ? '重大' : '一般',
      measures: paragraphs(measures),
      responsible_person: line(responsible_person),
      deadline: chineseDate(deadline),
    })),
  };
}
