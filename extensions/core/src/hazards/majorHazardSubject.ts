import { chineseDate } from '../text/chineseDate.ts';
import { cleanText } from '../text/cleanText.ts';
import { shorten } from '../text/shorten.ts';
import type { HazardFacts } from './HazardFacts.ts';
import { TO_BE_ADDED } from './toBeAdded.ts';

/** One line: a line end in a subject would be a header of the sender's choosing. */
const line = (text: string, limit: number): string => shorten(cleanText(text).replace(/\s+/g, ' ').trim(), limit);

/**
 * The gist for a phone's lock screen, in the order the reader needs it: how grave, where, who, what, by when.
 * Never longer than 130 characters, never more than one line.
 */
export function majorHazardSubject({ event, hazard, county, enterprise }: HazardFacts): string {
  const mark = event.topic === 'hazard.unacknowledged' ? `【再次催办·第${event.step}次】重大事故隐患 ` : '【重大事故隐患】';
  const deadline = hazard.deadline === null ? `整改时限${TO_BE_ADDED}` : `整改时限${chineseDate(hazard.deadline)}`;
  return `${mark}${line(county.name, 12)}·${line(enterprise.name, 30)}：${line(hazard.title, 40)}（${line(deadline, 20)}）`;
}
