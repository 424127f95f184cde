import { DateTime } from 'luxon';
import type { HazardFacts } from './HazardFacts.ts';
import { photosShown } from './photosShown.ts';
import { TO_BE_ADDED } from './toBeAdded.ts';

/** Texts of a major hazard as people read them, for wording that is composed by eye. */
export interface HazardPresentation {
  readonly found_on: string;
  readonly deadline: string;
  readonly raised_at: string;
  readonly found_by: string;
  readonly team: string;
  readonly photos: string;
}

/** The facts a mail shows, in Chinese: 2026年11月23日; blanks say that they are still to come. */
export function presentHazard(facts: HazardFacts): HazardPresentation {
  const day = (value: string | null): string => (value ? DateTime.fromISO(value).toFormat('yyyy年M月d日') : TO_BE_ADDED);
  return {
    found_on: day(facts.hazard.found_on),
    deadline: day(facts.hazard.deadline),
    raised_at: DateTime.fromISO(facts.event.raised_at, { zone: facts.office.timezone }).toFormat('yyyy年M月d日 HH:mm'),
    found_by: facts.found_by.map((person) => person.name).join('、') || '未登记',
    team: facts.team.map((person) => (person.phone ? `${person.name}（${person.phone}）` : person.name)).join('、') || '未编组',
    photos: photosShown(facts) || '无',
  };
}
