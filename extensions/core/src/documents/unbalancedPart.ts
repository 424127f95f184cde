import type PizZip from 'pizzip';
import { filledParts } from './filledParts.ts';

/** What begins like an element and is none, with its end: a tag inside of it is text. */
const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
const NAME_END = /[\s/>]/g;

/** Looked through by hand: a table of a thousand rows is megabytes, and an expression takes five times as long. */
function isBalanced(xml: string): boolean {
  const open: string[] = [];
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const second = xml.charCodeAt(at + 1);
    if (second === 0x21 || second === 0x3f) {
      const [begin, end] = ASIDES.find(([start]) => xml.startsWith(start, at)) ?? ['<!', '>'];
      at = xml.indexOf(end, at + begin.length);
      if (at < 0) return false;
      continue;
    }
    const close = xml.indexOf('>', at);
    if (close < 0) return false;
    if (second === 0x2f) {
      if (open.pop() !== xml.slice(at + 2, close).trimEnd()) return false;
    } else if (xml.charCodeAt(close - 1) !== 0x2f) {
      NAME_END.lastIndex = at;
      open.push(xml.slice(at + 1, NAME_END.exec(xml)?.index));
    }
    at = close;
  }
  return open.length === 0;
}

/**
 * The first part of the document whose elements do not close in order, or null. docxtemplater repeats stretches of XML
 * without parsing them, and lets some misplaced loops through; Word would call the file damaged.
 */
export function unbalancedPart(zip: PizZip): string | null {
  return filledParts(zip).find((part) => !isBalanced(part.asText()))?.name ?? null;
}
