import { DRAFT } from '../reports/draftMark.ts';
import { chineseDate } from '../text/chineseDate.ts';
import { line, paragraphs } from '../text/printText.ts';
import type { VisitFacts } from './VisitFacts.ts';

const RESULTS = { in_place: '已落实', partial: '部分落实', missing: '未落实', not_applicable: '不涉及' } as const;

/** The data of the template `task_list` (附件2 驻点监督工作任务清单, filled in). What was not written stays blank. */
export function taskListData({ visit, enterprise, inspectors, items }: VisitFacts): Record<string, unknown> {
  return {
    draft: visit.draft === true ? DRAFT : '',
    enterprise: line(enterprise.name),
    people: inspectors.map(({ name }) => line(name)).join('、'),
    visited_on: chineseDate(visit.visited_on),
    items: items.map(({ content, result, implementation, problem, suggestion }, index) => ({
      number: index + 1,
      content: line(content),
      implementation: [result === null ? '' : RESULTS[result], paragraphs(implementation)].filter((part) => part !== '').join('：'),
      problem: paragraphs(problem),
      suggestion: paragraphs(suggestion),
    })),
  };
}
