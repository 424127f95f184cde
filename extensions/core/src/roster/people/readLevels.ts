import type { Doubt } from './Doubt.ts';
import { levelOfText, withoutInnerMarks } from './levelOfText.ts';
import { spreadTexts } from './spreadTexts.ts';

/** Who sends each of some people, as a column of levels says; null where it says nothing. */
export function readLevels(texts: readonly string[], people: number): ('city' | 'county' | null)[] | Doubt {
  const spread = spreadTexts(texts.map(withoutInnerMarks), people);
  if (!Array.isArray(spread)) return { ...spread, choices: ['市级', '县级'] };
  const levels = spread.map((text) => (text === null ? null : levelOfText(text)));
  const unknown = spread.filter((text, index) => levels[index] === null).find((text) => text !== null);
  return !unknown ? levels : { why: `“${unknown.slice(0, 20)}”不是市级，也不是县级`, choices: ['市级', '县级'] };
}
