import { chineseDate } from '../text/chineseDate.ts';
import { cleanText } from '../text/cleanText.ts';
import type { HazardFacts } from './HazardFacts.ts';

/** One of the five elements. `text` is null while it has not been recorded. */
export interface MajorHazardElement {
  readonly key: 'measures' | 'responsible_person' | 'funds' | 'deadline' | 'plan';
  readonly name: string;
  readonly text: string | null;
}

/** The five elements a major hazard carries, in the order of the phrase 措施、责任、资金、时限、预案“五落实”. */
export function majorHazardElements(hazard: Pick<HazardFacts['hazard'], MajorHazardElement['key']>): readonly MajorHazardElement[] {
  const text = (value: string | null): string | null => cleanText(value ?? '').trim() || null;
  return [
    { key: 'measures', name: '整改措施', text: text(hazard.measures) },
    { key: 'responsible_person', name: '整改责任人', text: text(hazard.responsible_person) },
    { key: 'funds', name: '整改资金', text: text(hazard.funds) },
    { key: 'deadline', name: '整改时限', text: text(chineseDate(hazard.deadline)) },
    { key: 'plan', name: '应急预案', text: text(hazard.plan) },
  ];
}
