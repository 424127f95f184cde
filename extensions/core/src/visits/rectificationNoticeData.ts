import { isRectifiedOnTheSpot } from '../hazards/isRectifiedOnTheSpot.ts';
import { majorHazardElements } from '../hazards/majorHazardElements.ts';
import { planGaps } from '../hazards/planGaps.ts';
import { TO_BE_ADDED } from '../hazards/toBeAdded.ts';
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
    hazards: hazards.map((hazard, index) => ({
      number: index + 1,
      title: line(hazard.title),
      description: paragraphs(hazard.description),
      place: line(hazard.place) || TO_BE_ADDED,
      severity: hazard.severity === 'major' ? '重大' : '一般',
      ...planOf(hazard),
    })),
    majors: hazards.flatMap(({ severity, funds, plan }, index) =>
      severity === 'major'
        ? [{ number: index + 1, funds: withoutStop(line(funds)) || TO_BE_ADDED, plan: withoutStop(paragraphs(plan)) || TO_BE_ADDED }]
        : [],
    ),
    missing: hazards
      .map((hazard, index) => ({ number: index + 1, names: gapsOf(hazard) }))
      .filter(({ names }) => names.length > 0)
      .map(({ number, names }) => `序号${number}的${names.join('、')}`)
      .join('，'),
  };
}

/** As a part of a sentence, whose own stop follows. */
const withoutStop = (text: string): string => text.replace(/[。；]+$/, '');

type NoticeHazard = VisitFacts['hazards'][number];

/** What is written of the rectification; nothing is asked for where nothing is left to do. */
function planOf(hazard: NoticeHazard): { readonly measures: string; readonly responsible_person: string; readonly deadline: string } {
  const isDone = hazard.severity === 'general' && isRectifiedOnTheSpot(hazard);
  return {
    measures: paragraphs(hazard.measures) || (isDone ? '已当场整改' : TO_BE_ADDED),
    responsible_person: line(hazard.responsible_person) || (isDone ? '' : TO_BE_ADDED),
    deadline: chineseDate(hazard.deadline) || (isDone ? '' : TO_BE_ADDED),
  };
}

/** The elements that nobody has written: all five of a major hazard (五落实), three of a general one. */
function gapsOf(hazard: NoticeHazard): readonly string[] {
  if (hazard.severity === 'general') return planGaps({ ...hazard }).map(({ label }) => label);
  return majorHazardElements(hazard).flatMap(({ name, text }) => (text === null ? [name] : []));
}
