import { chineseDate } from '../documents/chineseDate.ts';
import { line, paragraphs } from '../documents/printText.ts';
import type { VisitFacts } from '../visits/VisitFacts.ts';

/** The data of the template `rectification_notice` (隐患整改通知书): the hazards of one visit, told to the enterprise. */
export function rectificationNoticeData({ visit, enterprise, county, inspectors, hazards }: VisitFacts): Record<string, unknown> {
  return {
    enterprise: line(enterprise.name),
    county_office: line(county.office) || line(county.name),
    visited_on: chineseDate(visit.visited_on),
    people: inspectors.map(({ name }) => line(name)).join('、'),
    inspectors: inspectors.map(({ name, signature }) => ({ name: line(name), signature })),
    count: hazards.length,
    major_count: hazards.filter(({ severity }) => severity === 'major').length,
    hazards: hazards.map(({ title, description, place, severity, measures, deadline }, index) => ({
      number: index + 1,
      title: line(title),
      description: paragraphs(description),
      place: line(place),
      severity: severity === 'major' ? '重大' : '一般',
      measures: paragraphs(measures),
      deadline: chineseDate(deadline),
    })),
  };
}
