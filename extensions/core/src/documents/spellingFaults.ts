import { decodeEntities } from './decodeEntities.ts';
import type { KnownTags } from './KnownTags.ts';
import { readTag } from './readTag.ts';
import { tagOddity } from './tagOddity.ts';

/** A tag that was written wrongly: what is wrong and what to do, without its place, and what of the text it takes. */
export interface SpellingFault {
  readonly id: string;
  readonly tag: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

type Explain = (written: string, right: string) => string;
/** Ways of writing a tag that are none here, each with what is told of it. The inner text is their only group that is not empty. */
const WAYS: readonly (readonly [id: string, pattern: RegExp, surely: boolean, explain: Explain])[] = [
  [
    'fullwidth_braces',
    /[{｛]+([^{}｛｝]{1,60})(?:｝[}｝]*)|｛[{｛]*([^{}｛｝]{1,60})[}｝]+/g,
    false,
    (w, r) => `“${w}”用了全角花括号，不会被替换。请改为“{${r}}”。`,
  ],
  ['foreign_tag', /[$#＄＃]\{([^{}]{1,60})\}/g, false, (w, r) => `“${w}”是别的软件的写法，会留下多余的符号。请改为“{${r}}”。`],
  ['doubled_braces', /\{\{+([^{}]{1,60})\}\}+/g, false, (w, r) => `“${w}”多写了花括号，标签只用一对。请改为“{${r}}”。`],
  [
    'foreign_tag',
    /«([^»]{1,60})»|&lt;&lt;([^&]{1,60})&gt;&gt;|《([^》]{1,60})》|【([^】]{1,60})】|\[([^\]]{1,60})\]|［([^］]{1,60})］/g,
    true,
    (w, r) => `“${w}”是别的软件的写法，不会被替换。请改为“{${r}}”。`,
  ],
];
const TAG = /\{([^{}｛｝]*)\}/g;

/**
 * Tags that are not written as tags are here: in other braces, with quotes, in letters of full width, as other programs write them.
 *
 * @param text the text of a part, as written in the XML
 */
export function spellingFaults(text: string, known: KnownTags): SpellingFault[] {
  const faults: SpellingFault[] = [];
  const taken = (from: number, to: number): boolean => faults.some((one) => from < one.to && to > one.from);
  for (const [id, pattern, surely, explain] of WAYS) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const inner = decodeEntities(match.slice(1).find(Boolean) ?? '');
      const right = surely ? known.surely(inner) : latinTag(inner, known);
      if (right !== null && !taken(from, to)) faults.push({ id, tag: inner, message: explain(decodeEntities(match[0]), right), from, to });
    }
  }
  for (const match of text.matchAll(TAG)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const inner = decodeEntities(match[1] ?? '');
    const odd = tagOddity(inner);
    if (odd === null || isWritten(inner, known) || taken(from, to)) continue;
    const right = known.meant(inner);
    const remedy = right === null ? '请改为可用的标签，或删去它。' : `请改为“{${right}}”。`;
    faults.push({ id: 'tag_misspelt', tag: inner, message: `标签“{${inner}}”${odd}，不会被替换。${remedy}`, from, to });
  }
  return faults;
}

/** Between other braces only what looks like a tag is meant as one: ｛说明｝ is text. */
function latinTag(inner: string, known: KnownTags): string | null {
  const tag = readTag(inner);
  if (!tag) return null;
  return known.surely(inner) ?? (/^\w+$/.test(tag.name) ? (known.meant(inner) ?? `${tag.prefix}${tag.name}`) : null);
}

/** Whether docxtemplater finds the tag as it is written. */
function isWritten(inner: string, known: KnownTags): boolean {
  const [, name = ''] = /^(?:[#^/%] *)?(\w+)(?: +\d{1,3}){0,2}$/.exec(inner) ?? [];
  return known.has(name);
}
