import { isPlaceholder } from '../values/isPlaceholder.ts';
import type { Doubt } from './Doubt.ts';
import { partsOf } from './partsOf.ts';

/** What the cells of a column say of each of some people: one text for all, or as many as there are people, in their order. */
export function spreadTexts(texts: readonly string[], people: number): (string | null)[] | Doubt {
  const value = (text: string): string | null => (text === '' || isPlaceholder(text) ? null : text);
  const [first = '', ...more] = texts;
  if (more.length > 0) {
    if (texts.length === people) return texts.map(value);
    if (texts.every((text) => value(text) === null)) return Array<null>(people).fill(null);
    return { why: `${people} 个人、${texts.length} 处内容，对不上`, choices: [] };
  }
  const parts = partsOf(first);
  if (people === 1 || parts.length === 1) return Array<string | null>(people).fill(value(first));
  if (parts.length === people) return parts.map(value);
  return { why: `${people} 个人、${parts.length} 项内容，对不上`, choices: [''] };
}
