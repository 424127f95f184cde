import { decodeEntities } from './decodeEntities.ts';

/** Characters to a line of 3号 in the type area, less the two that stay free at its right end. */
const LINE = 26;
const FREE = 2;
/** The styles in which our templates set who signs, and the date below. */
const SIGNED = /(<w:p\b[^>]*>)<w:pPr><w:pStyle w:val="Sender"\/>((?:(?!<\/w:pPr>).)*)<\/w:pPr>((?:(?!<\/w:p>).)*)<\/w:p>(<w:p\b[^>]*>)<w:pPr><w:pStyle w:val="Date"\/>((?:(?!<\/w:pPr>).)*)<\/w:pPr>((?:(?!<\/w:p>).)*)<\/w:p>/gs;

/**
 * Sets who signs and the date below as GB/T 9704-2012 wants them (7.3.5.2): the office two characters from the right, the date two characters to
 * the right of where the office begins; a date longer than the office stands two characters from the right, and the office moves to the left.
 *
 * @param xml the body of a document, filled in
 */
export function placeSignature(xml: string): string {
  if (!xml.includes('"Sender"')) return xml;
  return xml.replace(SIGNED, (_, first: string, sender: string, office: string, second: string, date: string, day: string) => {
    const right = indents(widthOf(office), widthOf(day));
    const open = (start: string, style: string, more: string, characters: number): string =>
      `${start}<w:pPr><w:pStyle w:val="${style}"/>${withRight(more, characters)}</w:pPr>`;
    return `${open(first, 'Sender', sender, right.office)}${office}</w:p>${open(second, 'Date', date, right.date)}${day}</w:p>`;
  });
}

/** What is free at the right of both, in characters. */
function indents(office: number, date: number): { readonly office: number; readonly date: number } {
  if (date === 0) return { office: FREE, date: FREE };
  const line = Math.min(office, LINE);
  return date > line ? { office: date + 2 * FREE - line, date: FREE } : { office: FREE, date: line - date };
}

/** In characters of 3号 仿宋: what is not Chinese takes half of one. */
function widthOf(runs: string): number {
  const text = decodeEntities([...runs.matchAll(/<w:t\b[^>]*>([^<]*)/g)].map(([, part]) => part).join('')).trim();
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u02ff]/.test(character) ? 0.5 : 1), 0);
}

/** In the schema's order `w:ind` comes before `w:jc`. */
function withRight(properties: string, characters: number): string {
  const indent = `<w:ind w:rightChars="${Math.round(characters * 100)}" w:right="${Math.round(characters * 320)}"/>`;
  const plain = properties.replace(/<w:ind\b[^>]*\/>/, '');
  const later = /<w:(?:contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr)\b/.exec(plain);
  return later ? plain.slice(0, later.index) + indent + plain.slice(later.index) : plain + indent;
}
