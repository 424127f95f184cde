import { DRAFT } from '../reports/draftMark.ts';
import { chineseDate } from '../text/chineseDate.ts';
import { line, paragraphs } from '../text/printText.ts';
import type { VisitFacts } from './VisitFacts.ts';

/** The data of the template `work_log` (附件3 驻点监督工作日志). Who has not signed leaves the place blank, for a pen. */
export function workLogData({ visit, enterprise, inspectors }: VisitFacts): Record<string, unknown> {
  return {
    draft: visit.draft === true ? DRAFT : '',
    visited_on: chineseDate(visit.visited_on),
    enterprise: line(enterprise.name),
    people: inspectors.map(({ name, signature }) => ({ name: line(name), signature })),
    log: paragraphs(visit.log),
    remarks: paragraphs(visit.remarks),
  };
}
